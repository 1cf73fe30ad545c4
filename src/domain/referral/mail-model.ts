import type { Advies, CriteriumOordeel, TafelOordeel } from '../advice/advies.ts';
import { explainOordeel, type Uitleg } from '../advice/uitleg.ts';
import { isOpen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { ClientondersteuningAanbieder } from '../model/clientondersteuning.ts';
import type { Content } from '../model/content.ts';
import type { Gemeente } from '../model/gemeente.ts';
import { EERDER_BESPROKEN, GEMEENTE, ROL } from '../model/routing-facts.ts';
import { toAntwoordTekst } from './answer-text.ts';
import { type Ontvanger, toRolNaam } from './find-ontvanger.ts';
import type { Verwijzing } from './verwijzing.ts';

const OORDEEL_TEKST = { ja: 'voldoet', nee: 'voldoet niet', onbekend: 'nog niet bekend' } as const;

/** What the mail templates get: plain values only, with null for what there is not. */
export function toMailModel(
  content: Content,
  model: Beslismodel,
  advies: Advies,
  { tafel, criteria, aanmelder }: TafelOordeel,
  ontvanger: Ontvanger,
  verwijzing: Verwijzing,
  concept: boolean,
) {
  const { antwoorden } = advies.situatie;
  const gemeente = findGemeente(content, advies);
  const beschrijf = (feit: string): string | null => {
    const vraag = model.vraagVan.get(feit);
    return vraag && antwoorden[feit] !== undefined ? toAntwoordTekst(vraag, antwoorden) : null;
  };
  const toRegel = ({ criterium, oordeel }: CriteriumOordeel, inspring = '') => {
    const vraag = model.vraagVan.get(criterium.voorwaarde.fact);
    return {
      tekst: criterium.tekst,
      oordeel: OORDEEL_TEKST[oordeel],
      kort: vraag?.kort ?? criterium.voorwaarde.fact,
      antwoord: vraag ? toAntwoordTekst(vraag, antwoorden) : 'niet beantwoord',
      interpretatie: criterium.interpretatie,
      inspring,
    };
  };
  const aandachtspunten = criteria.filter(({ criterium }) => criterium.weging === 'aandachtspunt');
  const { financiering } = tafel.regels;
  return {
    concept,
    tafel: { naam: tafel.naam, korteNaam: tafel.korteNaam, status: tafel.status },
    ontvanger: ontvanger.naam,
    via: aanmelder.via === null ? null : toRolNaam(content, aanmelder.via),
    werkwijze: tafel.kanaal.werkwijze,
    adres: tafel.kanaal.adres,
    adresOnbekend: tafel.kanaal.adres === null ? tafel.kanaal.alsOnbekend : null,
    termijn: tafel.termijn?.tekst ?? null,
    gemeente: gemeente?.naam ?? 'nog niet bekend',
    rol: beschrijf(ROL),
    eerderBesproken: isOpen(antwoorden[EERDER_BESPROKEN]) ? null : beschrijf(EERDER_BESPROKEN),
    criteria: toRegels(explainOordeel({ tafel, criteria }), toRegel),
    aandachtspunten: aandachtspunten.map((criterium) => toRegel(criterium)),
    leeswijzer: tafel.regels.leeswijzer,
    financiering: financiering ? financiering[toFinancier(antwoorden[financiering.feit])] : null,
    clientondersteuning: {
      bijTafel: tafel.clientondersteuning.tekst,
      aanbieders: findClientondersteuning(content, gemeente).map(({ naam, gemeentenToelichting }) => ({
        naam,
        gemeentenToelichting,
      })),
    },
    verwijzing: Object.fromEntries(
      Object.entries(verwijzing).map(([veld, tekst]) => [veld, tekst === '' ? null : tekst]),
    ),
  };
}

/** The explanation as lines: a criterion, or (with `kop`) the heading of a group whose lines come indented below it. */
function toRegels<T>(
  uitleg: Uitleg,
  toRegel: (criterium: CriteriumOordeel, inspring: string) => T,
  inspring = '',
): ({ kop: null; criterium: T } | { kop: string; inspring: string })[] {
  if (uitleg.soort === 'criterium') return [{ kop: null, criterium: toRegel(uitleg.criterium, inspring) }];
  const kop = `${uitleg.soort === 'een' ? 'Een van deze is genoeg' : 'Dit moet allemaal zo zijn'} (${OORDEEL_TEKST[uitleg.waarheid]}):`;
  return [{ kop, inspring }, ...uitleg.delen.flatMap((deel) => toRegels(deel, toRegel, `${inspring}  `))];
}

function toFinancier(antwoord: unknown): 'ja' | 'nee' | 'onbekend' {
  return antwoord === 'ja' || antwoord === 'nee' ? antwoord : 'onbekend';
}

/** The gemeente of the case, when it is known and in Twente. */
export function findGemeente(content: Content, advies: Advies): Gemeente | undefined {
  return content.gemeenten.find(({ id }) => id === advies.situatie.antwoorden[GEMEENTE]);
}

/** The cliëntondersteuning for the person in a gemeente; where it is unknown, all that is not limited to others. */
export function findClientondersteuning(
  content: Content,
  gemeente: Gemeente | undefined,
): ClientondersteuningAanbieder[] {
  return content.clientondersteuning.aanbieders.filter(
    ({ voor, gemeenten }) =>
      voor === 'inwoner' &&
      (gemeenten === null || (gemeente !== undefined && gemeenten.includes(gemeente.id))),
  );
}
