import type { Advies } from '../../domain/advice/advies.ts';
import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';
import type { Termijn } from '../../domain/referral/tafel-termijn.ts';
import type { Waarschuwing } from '../../domain/referral/verwijzing.ts';
import { toDatumTekst } from '../datum-tekst.ts';
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
  advies: Advies,
  waarschuwingen: readonly Waarschuwing[],
  velden: Readonly<Record<string, string>>,
  termijn: Termijn | null,
  links: Links,
) {
  const { tafel, kanaal, mail, route, ontbreekt } = pakket;
  const overlegMet =
    advies.overlegtafels.find((oordeel) => oordeel.tafel.id === tafel.id)?.aanmelder.overlegMet ?? [];
  const isMail = kanaal.soort === 'e-mail' || (route === 'via' && kanaal.soort !== 'telefoon');
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
    isTelefoon: kanaal.soort === 'telefoon',
    plakZelf: isMail && !mailto.metTekst,
    kanaal: {
      naam: kanaal.naam,
      werkwijze: route === 'zelf' ? kanaal.werkwijze : null,
      alsOnbekend: route === 'zelf' && kanaal.adres === null ? kanaal.alsOnbekend : null,
    },
    termijn: tafel.termijn?.tekst ?? null,
    uiterlijk: termijn && { datum: toDatumTekst(termijn.uiterlijk), teLaat: termijn.teLaat },
    kosten: pakket.model.kosten,
    ontvanger: pakket.ontvanger,
    aan: mail.aan.join(', '),
    cc: mail.cc.join(', '),
    overleg: overlegMet.length > 0 && route === 'zelf',
    onderwerp: mail.onderwerp,
    tekst: mail.tekst,
    tekstRijen: Math.min(40, mail.tekst.split('\n').length + 2),
    mailto,
    clientondersteuning: tafel.clientondersteuning.tekst,
    velden: Object.entries(velden)
      .filter(([, waarde]) => waarde !== '')
      .map(([naam, waarde]) => ({ naam, waarde })),
    links,
  };
}
