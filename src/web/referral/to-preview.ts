import { toDateText } from '../../domain/calendar.ts';
import { toLinkParts, toParts } from '../../domain/referral/package-text.ts';
import type { Say } from '../../domain/texts.ts';
import type { Referral } from '../../referral/referral-service.ts';
import { toWarningBoxes } from '../field-model.ts';
import { toCopyBox, toMailParts, toMailto } from '../mail-parts.ts';

/** Where the form of the page goes, and where one came from. */
interface Links {
  readonly hier: string;
  readonly advies: string;
}

/** The view-model of the preview: recipients, the text in parts to copy, what is missing, and the ways to take it. */
export function toPreview(
  say: Say,
  { pakket, waarschuwingen, termijn }: Referral,
  velden: Readonly<Record<string, string>>,
  links: Links,
) {
  const { tafel, kanaal, mail, route, ontbreekt } = pakket;
  const isMail = pakket.perMail;
  const isTelefoon = pakket.belkaart !== null;
  const isForm = kanaal.soort === 'webformulier' && route === 'zelf';
  const mailto = toMailto(mail);
  return {
    tafel: { naam: tafel.naam, korteNaam: tafel.korteNaam, status: tafel.status },
    concept: pakket.status === 'concept',
    waarschuwingen: toWarningBoxes(waarschuwingen),
    ontbreekt: ontbreekt.map(({ tekst }) => tekst),
    leeg: isTelefoon ? '' : pakket.leeg.join('; '),
    isMail,
    isVerzoek: route === 'via',
    // Whom to call first is one story, in the words of the card.
    belkaart: pakket.belkaart && { kop: pakket.belkaart.opening.kop, inZin: tafel.inZin },
    isTelefoon,
    plakZelf: isMail && !mailto.metTekst,
    metAdres: mail.aan.length > 0,
    kanaal: {
      naam: kanaal.naam,
      werkwijze: route === 'zelf' && !pakket.belkaart?.opening.waarom.length ? kanaal.werkwijze : null,
    },
    termijn: tafel.termijn?.tekst ?? null,
    uiterlijk: termijn && { datum: toDateText(termijn.uiterlijk), teLaat: termijn.teLaat },
    /** The days that the calendar file holds: a last day that is over is none of them. */
    agenda: { laatsteDag: termijn !== null && !termijn.teLaat, navragen: pakket.navragen !== null },
    kosten: pakket.kosten,
    ontvanger: pakket.ontvanger,
    delen: toMailParts(say, pakket, !isTelefoon),
    // A form of somebody else has fields of its own.
    velddelen: isForm
      ? [...toParts(pakket.document), ...toLinkParts(say, pakket.antwoordlink)].map(
          ({ naam, tekst }, index) =>
            toCopyBox({
              id: `deel-${index}`,
              label: naam,
              tekst,
              rijen: Math.min(8, tekst.split('\n').length + Math.floor(tekst.length / 90)),
            }),
        )
      : [],
    mailto,
    clientondersteuning: tafel.clientondersteuning.tekst,
    velden: Object.entries(velden)
      .filter(([, waarde]) => waarde !== '')
      .map(([naam, waarde]) => ({ naam, waarde })),
    links,
  };
}
