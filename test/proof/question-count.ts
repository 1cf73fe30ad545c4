import { UITKOMSTEN, type Uitkomst } from '../../src/domain/model/uitkomst.ts';

/** How many questions the paths to one outcome take. */
export interface Count {
  /** How many paths there are: different rows of questions with their answers. */
  readonly paden: number;
  /** Questions on all these paths together. */
  readonly vragen: number;
  readonly meeste: number;
  /** The chance of this outcome when at every question each answer is equally likely, and then the questions. */
  readonly kans: number;
  readonly verwacht: number;
}

export type Statistics = Partial<Record<Uitkomst, Count>>;

const NOTHING: Count = { paden: 0, vragen: 0, meeste: 0, kans: 0, verwacht: 0 };

/** One path that ends here, with no question any more. */
export function endAt(uitkomst: Uitkomst): Statistics {
  return { [uitkomst]: { paden: 1, vragen: 0, meeste: 0, kans: 1, verwacht: 0 } };
}

/** Adds up what follows on the answers to one question; `times` is how many answers lead there, out of `all`. */
export function askOne(parts: readonly { readonly keer: number; readonly daarna: Statistics }[]): Statistics {
  const alle = parts.reduce((sum, { keer }) => sum + keer, 0);
  return addUp(
    parts.map(({ keer, daarna }) =>
      mapCounts(daarna, ({ paden, vragen, meeste, kans, verwacht }) => ({
        paden: keer * paden,
        vragen: keer * (vragen + paden),
        meeste: meeste + 1,
        kans: (keer / alle) * kans,
        verwacht: (keer / alle) * (verwacht + kans),
      })),
    ),
  );
}

/** The paths of several starts together; chances are added up as they are. */
function addUp(parts: readonly Statistics[]): Statistics {
  const together: Statistics = {};
  for (const uitkomst of UITKOMSTEN) {
    const counts = parts.flatMap((deel) => deel[uitkomst] ?? []);
    if (counts.length === 0) continue;
    together[uitkomst] = counts.reduce(
      (een, other) => ({
        paden: een.paden + other.paden,
        vragen: een.vragen + other.vragen,
        meeste: Math.max(een.meeste, other.meeste),
        kans: een.kans + other.kans,
        verwacht: een.verwacht + other.verwacht,
      }),
      NOTHING,
    );
  }
  return together;
}

function mapCounts(counts: Statistics, toCount: (count: Count) => Count): Statistics {
  return Object.fromEntries(Object.entries(counts).map(([uitkomst, count]) => [uitkomst, toCount(count)]));
}
