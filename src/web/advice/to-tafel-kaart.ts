import type { Advies, CriteriumOordeel, TafelOordeel } from '../../domain/advice/advies.ts';
import { explainOordeel } from '../../domain/advice/uitleg.ts';
import { toRolNaam } from '../../domain/referral/find-ontvanger.ts';
import type { WebDeps } from '../deps.ts';
import { toTafelHref } from '../tafel-href.ts';
import type { AdviesStukken } from './create-advies-stukken.ts';
import { toCriteriumKaart } from './to-criterium-kaart.ts';
import { toUitlegModel } from './to-uitleg-model.ts';

/** The view-model of a table that fits: why, who refers, how, and the button to the referral. */
export function toTafelKaart(
  deps: Pick<WebDeps, 'content' | 'model'>,
  advies: Advies,
  oordeel: TafelOordeel,
  verwijzen: string,
  stukken: AdviesStukken,
) {
  const { content, model } = deps;
  const { tafel, criteria, aanmelder } = oordeel;
  const { antwoorden } = advies.situatie;
  const toKaart = (criterium: CriteriumOordeel, nodig = true) =>
    stukken.criterium(tafel.id, toCriteriumKaart(model, content.bronnen, antwoorden, criterium, nodig));
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
    via: aanmelder.via === null ? null : toRolNaam(content, aanmelder.via),
    overlegMet: aanmelder.overlegMet.map((rol) => toRolNaam(content, rol)),
    interpretatieAanmelder: tafel.aanmelders.interpretatie,
    knop: toKnop(oordeel),
    werkwijze: tafel.kanaal.werkwijze,
    termijn: tafel.termijn?.tekst ?? null,
    leeswijzer: tafel.regels.leeswijzer,
    uitleg: toUitlegModel(explainOordeel(oordeel), toKaart),
    aandachtspunten: criteria
      .filter(({ criterium }) => criterium.weging === 'aandachtspunt')
      .map((criterium) => toKaart(criterium)),
    financiering: financiering
      ? financiering[financier === 'ja' || financier === 'nee' ? financier : 'onbekend']
      : null,
    contacten: stukken.contacten(tafel),
    clientondersteuning: tafel.clientondersteuning.tekst,
  };
}

const KNOPPEN = {
  'e-mail': 'Maak de e-mail voor',
  sharefile: 'Maak de tekst voor',
  telefoon: 'Maak de belkaart voor',
  webformulier: 'Maak de melding voor',
} as const;

function toKnop({ tafel, aanmelder }: TafelOordeel): string {
  const wat =
    aanmelder.via === null || tafel.kanaal.soort === 'telefoon'
      ? KNOPPEN[tafel.kanaal.soort]
      : 'Maak het verzoek voor';
  return `${wat} ${tafel.korteNaam}`;
}
