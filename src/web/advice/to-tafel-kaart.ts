import type { Advies, TafelOordeel } from '../../domain/advice/advies.ts';
import { toRolNaam } from '../../domain/referral/find-ontvanger.ts';
import { toContactModel } from '../contact-model.ts';
import type { WebDeps } from '../deps.ts';
import { toTafelHref } from '../tafel-href.ts';
import { toCriteriumKaart } from './to-criterium-kaart.ts';

/** The view-model of a table that fits: why, who refers, how, and the button to the referral. */
export function toTafelKaart(
  deps: Pick<WebDeps, 'content' | 'model'>,
  advies: Advies,
  oordeel: TafelOordeel,
  verwijzen: string,
) {
  const { content, model } = deps;
  const { tafel, criteria, aanmelder } = oordeel;
  const { antwoorden } = advies.situatie;
  const kaarten = criteria.map((criterium) =>
    toCriteriumKaart(model, content.bronnen, antwoorden, criterium),
  );
  const { financiering } = tafel.regels;
  const financier = financiering && antwoorden[financiering.feit];
  return {
    id: tafel.id,
    naam: tafel.naam,
    korteNaam: tafel.korteNaam,
    href: toTafelHref(tafel.id, tafel.soort),
    samenvatting: tafel.samenvatting,
    status: tafel.status,
    verwijzen,
    mag: aanmelder.mag === true,
    via: aanmelder.via === null ? null : toRolNaam(content, aanmelder.via),
    overlegMet: aanmelder.overlegMet.map((rol) => toRolNaam(content, rol)),
    interpretatieAanmelder: tafel.aanmelders.interpretatie,
    knop: toKnop(oordeel),
    werkwijze: tafel.kanaal.werkwijze,
    termijn: tafel.termijn?.tekst ?? null,
    leeswijzer: tafel.regels.leeswijzer,
    criteria: kaarten.filter(({ aandachtspunt }) => !aandachtspunt),
    aandachtspunten: kaarten.filter(({ aandachtspunt }) => aandachtspunt),
    financiering: financiering
      ? financiering[financier === 'ja' || financier === 'nee' ? financier : 'onbekend']
      : null,
    contacten: tafel.contacten.map((contact) => toContactModel(content.bronnen, contact)),
    clientondersteuning: tafel.clientondersteuning.tekst,
  };
}

const KNOPPEN = {
  'e-mail': 'Maak de aanmeldmail',
  sharefile: 'Maak de tekst voor ShareFile',
  telefoon: 'Maak de belkaart',
  webformulier: 'Maak de tekst voor het meldpunt',
} as const;

function toKnop({ tafel, aanmelder }: TafelOordeel): string {
  return aanmelder.via === null ? KNOPPEN[tafel.kanaal.soort] : 'Maak het verzoek om aan te melden';
}
