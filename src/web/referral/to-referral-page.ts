import type { Advies } from '../../domain/advice/advies.ts';
import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';
import { VERWIJZING_VELDEN, type VeldFout } from '../../domain/referral/verwijzing.ts';
import { toMailto } from './mailto.ts';

const HULP: Readonly<Record<string, string>> = {
  casuscode:
    'Een code die alleen u en uw organisatie kunnen herleiden. Gebruik geen naam, geboortedatum of burgerservicenummer (BSN).',
  hulpvraag:
    'Schrijf kort wat u van de tafel wilt en wat er voor de persoon moet veranderen. Zonder namen of adressen.',
  eerderGedaan: 'Bijvoorbeeld: welke hulp is er geweest, wanneer, en waarom het niet genoeg was.',
  functie: 'Bijvoorbeeld: wijkcoach. Uw naam en telefoonnummer zet u zelf onder de e-mail.',
  organisatie: 'Bijvoorbeeld: de naam van uw organisatie of team.',
};

/** The view-model of the referral form; keeps what was typed and names what is wrong at the field. */
export function toReferralForm(
  actie: string,
  terug: string,
  waarden: Readonly<Record<string, string>>,
  fouten: readonly VeldFout[],
  casuscode: string,
) {
  return {
    actie,
    terug,
    fouten: fouten.map(({ veld, melding }) => ({ href: `#${veld}`, tekst: melding })),
    velden: VERWIJZING_VELDEN.map(({ naam, label, lang, verplicht }) => ({
      id: naam,
      naam,
      label,
      waarde: waarden[naam] ?? '',
      beschrijving: naam === 'casuscode' ? `${HULP[naam]} Bijvoorbeeld ${casuscode}.` : (HULP[naam] ?? null),
      fout: fouten.find(({ veld }) => veld === naam)?.melding ?? null,
      rijen: lang ? 6 : null,
      verplicht,
      autocomplete: 'off',
    })),
  };
}

/** The view-model of the preview: recipients, the text in parts to copy, what is missing, and the ways to take it. */
export function toPreview(
  pakket: VerwijsPakket,
  advies: Advies,
  waarschuwingen: readonly string[],
  velden: Readonly<Record<string, string>>,
  links: { eml: string; wijzigen: string; advies: string },
) {
  const { tafel, kanaal, mail, route, ontbreekt } = pakket;
  const overlegMet =
    advies.overlegtafels.find((oordeel) => oordeel.tafel.id === tafel.id)?.aanmelder.overlegMet ?? [];
  return {
    tafel: { naam: tafel.naam, korteNaam: tafel.korteNaam, status: tafel.status },
    concept: pakket.status === 'concept',
    waarschuwingen,
    ontbreekt: ontbreekt.map(({ tekst }) => tekst),
    route: { zelf: route === 'zelf', via: route === 'via' },
    isMail: route === 'via' || kanaal.soort === 'e-mail',
    kanaal: {
      naam: kanaal.naam,
      werkwijze: route === 'zelf' ? kanaal.werkwijze : null,
      alsOnbekend: route === 'zelf' && kanaal.adres === null ? kanaal.alsOnbekend : null,
    },
    termijn: tafel.termijn?.tekst ?? null,
    ontvanger: pakket.ontvanger,
    aan: mail.aan.join(', '),
    cc: mail.cc.join(', '),
    overleg: overlegMet.length > 0,
    onderwerp: mail.onderwerp,
    tekst: mail.tekst,
    tekstRijen: Math.min(40, mail.tekst.split('\n').length + 2),
    mailto: toMailto(mail),
    clientondersteuning: tafel.clientondersteuning.tekst,
    velden: Object.entries(velden).map(([naam, waarde]) => ({ naam, waarde })),
    links,
  };
}
