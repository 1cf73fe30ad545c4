import { isOpen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Criterium } from '../model/regel.ts';
import type { Situatie } from '../questions/situatie.ts';
import type { TafelOordeel } from './advies.ts';
import { type Explanation, explainOordeel } from './explanation.ts';

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
