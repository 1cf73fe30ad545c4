import type { Truth } from '../evaluation/kleene.ts';
import type { Regel } from '../model/regel.ts';
import { MOST_FACTS } from '../questions/next-question.ts';
import type { Operations } from './diagram/operations.ts';
import type { Diagram, Store } from './diagram/store.ts';
import type { JudgedTafel } from './judge-tafel.ts';
import type { ProofContent, ProofTafel } from './proof-content.ts';

/** What a table lacks in each way to fit, as JSON of `[nogWeten, nogDoen][]`; null when no way is near. */
export type Near = string | null;

/** A criterion that does not hold: its id, its fact, and whether the fact is open (else it is a step to take). */
type Shortfall = readonly [criterium: string, feit: string, isOpen: boolean];
/** Ways to fit, each with what it lacks, as JSON so that equal ones are one leaf; a way that is too far is left out. */
type Ways = string;

const FITS: Ways = '[[]]';
const NO_WAY: Ways = '[]';

/** Makes what says of one table after another which facts or steps it lacks; as `findBijna` does, for an opened table. */
export function createNear(
  store: Store,
  { combine, map, choose }: Operations,
  { vragen }: Pick<ProofContent, 'vragen'>,
): (tafel: ProofTafel, judged: JudgedTafel) => Diagram<Near> {
  const steps = new Set(vragen.filter(({ stapTeZetten }) => stapTeZetten).map(({ feit }) => feit));
  const any = combine((left: Ways, right: Ways): Ways => {
    if (left === FITS || right === FITS) return FITS;
    return JSON.stringify([...read(left), ...read(right)]);
  });
  const ifNoWay = (ways: Ways) => (ways === NO_WAY ? store.leaf<Ways>(NO_WAY) : undefined);
  const all = combine(
    (left: Ways, right: Ways): Ways =>
      JSON.stringify(
        read(left)
          .flatMap((way) => read(right).map((other) => [...way, ...other]))
          .filter(isNear),
      ),
    ifNoWay,
    ifNoWay,
  );
  const toNear = map((ways: Ways): Near => {
    const smallest = keepSmallest(read(ways)).filter((way) => way.length > 0);
    if (smallest.length === 0) return null;
    // In an order of its own, so that another order of questions or criteria makes no difference.
    return JSON.stringify(
      smallest
        .map((way) =>
          [true, false].map((isOpen) =>
            [...new Set(way.filter((lack) => lack[2] === isOpen).map(([, feit]) => feit))].toSorted(),
          ),
        )
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    );
  });

  return ({ regels }, { oordeel, criteria }) => {
    const lacks = new Map(
      regels.criteria.map(({ id, voorwaarde: { fact } }) => {
        const lack = (isOpen: boolean): Ways => JSON.stringify([[[id, fact, isOpen] satisfies Shortfall]]);
        const toWays = map((truth: Truth): Ways => {
          if (truth === 'ja') return FITS;
          if (truth === 'onbekend') return lack(true);
          return steps.has(fact) ? lack(false) : NO_WAY;
        });
        const truth = criteria.get(id);
        return [id, truth === undefined ? store.leaf(NO_WAY) : toWays(truth)];
      }),
    );
    const walk = (regel: Regel): Diagram<Ways> => {
      if ('condition' in regel) return lacks.get(regel.condition) ?? store.leaf(NO_WAY);
      const [parts, join, neutral] =
        'any' in regel ? ([regel.any, any, NO_WAY] as const) : ([regel.all, all, FITS] as const);
      return parts.map(walk).reduceRight((until, deel) => join(deel, until), store.leaf(neutral));
    };
    const isAsked = map((value: string) => value === 'voldoetNiet' || value === 'onvolledig');
    return choose(isAsked(oordeel), toNear(walk(regels.regel)), store.leaf<Near>(null));
  };
}

function read(ways: Ways): Shortfall[][] {
  return JSON.parse(ways);
}

function isNear(way: readonly Shortfall[]): boolean {
  return new Set(way.map(([, feit]) => feit)).size <= MOST_FACTS;
}

/** Without the ways that hold another. */
function keepSmallest(ways: readonly Shortfall[][]): Shortfall[][] {
  const lacks = (way: readonly Shortfall[], criterium: string) => way.some(([id]) => id === criterium);
  return ways.filter(
    (way) => !ways.some((other) => other.length < way.length && other.every(([id]) => lacks(way, id))),
  );
}
