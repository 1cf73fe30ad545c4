import { evaluateRegel, type Truth } from '../evaluation/kleene.ts';
import { isOpen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Criterium, Regel } from '../model/regel.ts';
import { MOST_FACTS } from '../questions/next-question.ts';
import type { Situatie } from '../questions/situatie.ts';
import type { Advies, CriteriumOordeel, TafelOordeel } from './advies.ts';

/** How the oordeel of the whole follows from the criteria: a criterion, or a group of which all, or one, must hold. */
export type Explanation =
  | { readonly soort: 'criterium'; readonly truth: Truth; readonly criterium: CriteriumOordeel }
  | { readonly soort: 'alle' | 'een'; readonly truth: Truth; readonly delen: readonly Explanation[] };

/** Explains the oordeel of a table along its rule; a group of one is that one. */
export function explainOordeel({ tafel, criteria }: Pick<TafelOordeel, 'tafel' | 'criteria'>): Explanation {
  const oordeelOf = new Map(criteria.map((oordeel) => [oordeel.criterium.id, oordeel]));
  const truthOf = (id: string): Truth => oordeelOf.get(id)?.oordeel ?? 'onbekend';
  const explain = (regel: Regel): Explanation => {
    const truth = evaluateRegel(regel, truthOf);
    if ('condition' in regel) {
      const criterium = oordeelOf.get(regel.condition);
      if (!criterium)
        throw new Error(`De regel van ${tafel.id} noemt het onbekende criterium ${regel.condition}.`);
      return { soort: 'criterium', truth, criterium };
    }
    const delen = ('any' in regel ? regel.any : regel.all).map(explain);
    const [single] = delen;
    if (delen.length === 1 && single) return single;
    return { soort: 'any' in regel ? 'een' : 'alle', truth, delen };
  };
  return explain(tafel.regels.regel);
}

/** How many criteria hold, of those that count: where one way is enough, those of the way that is nearest. */
export function countCriteria(uitleg: Explanation): { readonly ja: number; readonly aantal: number } {
  if (uitleg.soort === 'criterium') return { ja: uitleg.truth === 'ja' ? 1 : 0, aantal: 1 };
  const counts = uitleg.delen.map(countCriteria);
  if (uitleg.soort === 'een') return counts.reduce((best, way) => (isNearer(way, best) ? way : best));
  return counts.reduce((sum, { ja, aantal }) => ({ ja: sum.ja + ja, aantal: sum.aantal + aantal }));
}

type Count = ReturnType<typeof countCriteria>;

function isNearer(a: Count, b: Count): boolean {
  return a.aantal - a.ja < b.aantal - b.ja || (a.aantal - a.ja === b.aantal - b.ja && a.ja > b.ja);
}

/** An explanation in the order in which it is told, to who asks for advice and to the table. */
export interface Told {
  readonly uitleg: Explanation;
  /** Whether it counts: where one way holds, the others are not needed, and what fails in them is no fault. */
  readonly nodig: boolean;
  /** The number of a way in the rule, where one is enough. */
  readonly nummer: number | null;
  readonly delen: readonly Told[];
}

/** Puts the way that holds first, since it is the reason; each keeps the number that it has in the rule. */
export function tellExplanation(uitleg: Explanation, nodig = true, nummer: number | null = null): Told {
  if (uitleg.soort === 'criterium') return { uitleg, nodig, nummer: null, delen: [] };
  const { soort, truth, delen } = uitleg;
  const isWay = soort === 'een';
  const told = delen.map((deel, index) =>
    tellExplanation(
      deel,
      nodig && (!isWay || truth !== 'ja' || deel.truth === 'ja'),
      isWay ? index + 1 : null,
    ),
  );
  const holds = ({ uitleg: way }: Told) => Number(way.truth === 'ja');
  return { uitleg, nodig, nummer, delen: isWay ? told.sort((a, b) => holds(b) - holds(a)) : told };
}

/** One way in which a table would fit: the criteria that do not hold yet, by what can be done about them. */
export interface Way {
  /** The fact is not known: somebody may know that it holds. */
  readonly nogOnbekend: readonly Criterium[];
  /** It does not hold, but a professional can still make it so. */
  readonly teDoen: readonly Criterium[];
  /** It does not hold, and that is as it is: this way is closed. */
  readonly nietTeVeranderen: readonly Criterium[];
}

/**
 * The smallest sets of criteria that would make a table fit from where the case stands; open ways before closed ones.
 * Empty when the table fits already.
 */
export function findWays(
  model: Beslismodel,
  situatie: Situatie,
  oordeel: Pick<TafelOordeel, 'tafel' | 'criteria'>,
): Way[] {
  const stapTeZetten = ({ voorwaarde }: Criterium) =>
    model.vraagOf.get(voorwaarde.fact)?.stapTeZetten === true;
  const open = ({ voorwaarde }: Criterium) => isOpen(situatie.antwoorden[voorwaarde.fact]);
  const ways = keepSmallest(findShortfalls(explainOordeel(oordeel))).filter(
    (shortfall) => shortfall.length > 0,
  );
  return ways
    .map((shortfall) => ({
      nogOnbekend: shortfall.filter(open),
      teDoen: shortfall.filter((criterium) => !open(criterium) && stapTeZetten(criterium)),
      nietTeVeranderen: shortfall.filter((criterium) => !open(criterium) && !stapTeZetten(criterium)),
    }))
    .sort((a, b) => a.nietTeVeranderen.length - b.nietTeVeranderen.length);
}

/** Per way the criteria that do not hold; an empty way means that it fits. */
function findShortfalls(uitleg: Explanation): Criterium[][] {
  if (uitleg.truth === 'ja') return [[]];
  if (uitleg.soort === 'criterium') return [[uitleg.criterium.criterium]];
  const perPart = uitleg.delen.map(findShortfalls);
  if (uitleg.soort === 'een') return perPart.flat();
  return perPart.reduce(
    (ways, deel) => ways.flatMap((way) => deel.map((shortfall) => [...way, ...shortfall])),
    [[]],
  );
}

function keepSmallest(ways: readonly Criterium[][]): Criterium[][] {
  return ways.filter(
    (way) =>
      !ways.some((other) => other.length < way.length && other.every((criterium) => way.includes(criterium))),
  );
}

/** A table that does not fit yet, and each smallest set of facts with which it would. */
export interface Bijna {
  readonly tafel: string;
  readonly wegen: readonly {
    /** Facts that are open: somebody may know them. */
    readonly nogWeten: readonly string[];
    /** Steps that a professional can still take. */
    readonly nogDoen: readonly string[];
  }[];
}

/**
 * The opened tables that do not fit and are not tried, but would with at most two facts that are still open or steps that can
 * still be taken; in ladder order. None where nothing else is asked first: at direct danger, and outside Twente.
 */
export function findBijna(model: Beslismodel, { uitkomst, situatie, overlegtafels }: Advies): Bijna[] {
  if (uitkomst === 'belNu' || uitkomst === 'buitenTwente') return [];
  const toFeiten = (criteria: readonly Criterium[]) => {
    const feiten = new Set(criteria.map(({ voorwaarde }) => voorwaarde.fact));
    return model.pickVragen(feiten).map(({ feit }) => feit);
  };
  return overlegtafels
    .filter(
      ({ oordeel, geprobeerd }) => !geprobeerd && (oordeel === 'voldoetNiet' || oordeel === 'onvolledig'),
    )
    .map((tafelOordeel) => ({
      tafel: tafelOordeel.tafel.id,
      wegen: findWays(model, situatie, tafelOordeel)
        .filter(({ nietTeVeranderen }) => nietTeVeranderen.length === 0)
        .map(({ nogOnbekend, teDoen }) => ({ nogWeten: toFeiten(nogOnbekend), nogDoen: toFeiten(teDoen) }))
        .filter(({ nogWeten, nogDoen }) => nogWeten.length + nogDoen.length <= MOST_FACTS),
    }))
    .filter(({ wegen }) => wegen.length > 0);
}
