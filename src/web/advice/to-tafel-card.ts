import type { Advies, TafelOordeel } from '../../domain/advice/advies.ts';
import { toRolName } from '../../domain/referral/find-ontvanger.ts';
import { toContactModel } from '../contact-model.ts';
import type { WebDeps } from '../deps.ts';
import { toTafelHref } from '../tafel-href.ts';
import { toExplanation } from './to-explanation-model.ts';

/** The view-model of a table that fits: why, who refers, how, and the button to the referral. */
export function toTafelCard(
  deps: Pick<WebDeps, 'content' | 'model' | 'now'>,
  advies: Advies,
  oordeel: TafelOordeel,
  verwijzen: string,
) {
  const { content } = deps;
  const now = deps.now();
  const { tafel, aanmelder } = oordeel;
  const { antwoorden } = advies.situatie;
  const { financiering } = tafel.regels;
  const financier = financiering && antwoorden[financiering.feit];
  return {
    id: tafel.id,
    naam: tafel.naam,
    korteNaam: tafel.korteNaam,
    inZin: tafel.inZin,
    regie: tafel.regie.tekst,
    // Why this table need not wait for the local step, when that is not done.
    waaromNu:
      advies.lokaleStap === 'vastgelopen' ? null : (tafel.regels.slaatLokaalOver.waarom?.tekst ?? null),
    belEerst: tafel.kanaal.soort === 'telefoon',
    href: toTafelHref(tafel.id, tafel.soort),
    samenvatting: tafel.samenvatting,
    status: tafel.status,
    verwijzen,
    mag: aanmelder.mag === true,
    via: aanmelder.via === null ? null : toRolName(content, aanmelder.via),
    overlegMet: aanmelder.overlegMet.map((rol) => toRolName(content, rol)),
    interpretatieAanmelder: tafel.aanmelders.interpretatie,
    knop: toButton(oordeel),
    werkwijze: tafel.kanaal.werkwijze,
    termijn: tafel.termijn?.tekst ?? null,
    leeswijzer: tafel.regels.leeswijzer,
    ...toExplanation(deps, advies, oordeel),
    financiering: financiering
      ? financiering[financier === 'ja' || financier === 'nee' ? financier : 'onbekend']
      : null,
    contacten: tafel.contacten.map((contact) => toContactModel(content.bronnen, contact, now)),
    clientondersteuning: tafel.clientondersteuning.tekst,
  };
}

const BUTTONS = {
  'e-mail': 'Maak de e-mail voor',
  sharefile: 'Maak de tekst voor',
  telefoon: 'Maak de belkaart voor',
  webformulier: 'Maak de melding voor',
} as const;

function toButton({ tafel, aanmelder }: TafelOordeel): string {
  const what =
    aanmelder.via === null || tafel.kanaal.soort === 'telefoon'
      ? BUTTONS[tafel.kanaal.soort]
      : 'Maak het verzoek voor';
  return `${what} ${tafel.korteNaam}`;
}
