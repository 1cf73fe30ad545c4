import { toDatumTekst } from '../../domain/datum-tekst.ts';
import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';
import type { Termijn } from '../../domain/referral/tafel-termijn.ts';
import { toDelen } from '../../domain/referral/to-delen.ts';
import type { Waarschuwing } from '../../domain/referral/verwijzing.ts';
import { toZin } from '../../domain/to-zin.ts';
import { toMailto } from './mailto.ts';

/** Addresses of the forms of delivery. */
interface Links {
  readonly hier: string;
  readonly eml: string;
  readonly txt: string;
  readonly pdf: string;
  readonly ics: string;
  readonly wijzigen: string;
  readonly advies: string;
}

/** The view-model of the preview: recipients, the text in parts to copy, what is missing, and the ways to take it. */
export function toPreview(
  pakket: VerwijsPakket,
  waarschuwingen: readonly Waarschuwing[],
  velden: Readonly<Record<string, string>>,
  termijn: Termijn | null,
  links: Links,
) {
  const { tafel, kanaal, mail, route, ontbreekt } = pakket;
  const isMail = pakket.perMail;
  const isTelefoon = pakket.belkaart !== null;
  const isFormulier = kanaal.soort === 'webformulier' && route === 'zelf';
  const mailto = toMailto(mail);
  return {
    tafel: { naam: tafel.naam, korteNaam: tafel.korteNaam, status: tafel.status },
    concept: pakket.status === 'concept',
    waarschuwingen: waarschuwingen.map(({ id, tekst, bevestigd }, index) => ({
      id,
      inputId: `bevestigd-${index}`,
      tekst,
      bevestigd,
    })),
    ontbreekt: ontbreekt.map(({ tekst }) => tekst),
    isMail,
    isTelefoon,
    plakZelf: isMail && !mailto.metTekst,
    kanaal: {
      naam: kanaal.naam,
      werkwijze: route === 'zelf' ? kanaal.werkwijze : null,
    },
    termijn: tafel.termijn?.tekst ?? null,
    uiterlijk: termijn && { datum: toDatumTekst(termijn.uiterlijk), teLaat: termijn.teLaat },
    kosten: pakket.model.kosten,
    ontvanger: pakket.ontvanger,
    delen: [
      ...(isTelefoon
        ? []
        : [
            { id: 'aan', label: 'Aan', tekst: mail.aan.join(', '), leeg: 'Adres niet bekend', rijen: 1 },
            ...(pakket.ccNamen.length > 0
              ? [
                  {
                    id: 'cc',
                    label: 'Cc',
                    tekst: mail.cc.join(', '),
                    leeg: `${pakket.ccNamen.map(toZin).join('; ')} (adres niet bekend)`,
                    rijen: 1,
                  },
                ]
              : []),
          ]),
      { id: 'onderwerp', label: 'Onderwerp', tekst: mail.onderwerp, leeg: null, rijen: 1 },
      {
        id: 'tekst',
        label: 'Tekst',
        tekst: mail.tekst,
        opPapier: pakket.opPapier,
        leeg: null,
        rijen: Math.min(40, mail.tekst.split('\n').length + 2),
      },
    ],
    // A form of somebody else has fields of its own.
    velddelen: isFormulier
      ? toDelen(pakket).map(({ naam, tekst }, index) => ({
          id: `deel-${index}`,
          label: naam,
          tekst,
          leeg: null,
          rijen: Math.min(8, tekst.split('\n').length + Math.floor(tekst.length / 90)),
        }))
      : [],
    mailto,
    clientondersteuning: tafel.clientondersteuning.tekst,
    velden: Object.entries(velden)
      .filter(([, waarde]) => waarde !== '')
      .map(([naam, waarde]) => ({ naam, waarde })),
    links,
  };
}
