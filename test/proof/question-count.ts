import { UITKOMSTEN, type Uitkomst } from '../../src/domain/model/uitkomst.ts';

/** How many questions the paths to one outcome take. */
export interface Telling {
  /** How many paths there are: different rows of questions with their answers. */
  readonly paden: number;
  /** Questions on all these paths together. */
  readonly vragen: number;
  readonly meeste: number;
  /** The chance of this outcome when at every question each answer is equally likely, and then the questions. */
  readonly kans: number;
  readonly verwacht: number;
}

export type Tellingen = Partial<Record<Uitkomst, Telling>>;

const NIETS: Telling = { paden: 0, vragen: 0, meeste: 0, kans: 0, verwacht: 0 };

/** One path that ends here, with no question any more. */
export function endAt(uitkomst: Uitkomst): Tellingen {
  return { [uitkomst]: { paden: 1, vragen: 0, meeste: 0, kans: 1, verwacht: 0 } };
}

/** Adds up what follows on the answers to one question; `times` is how many answers lead there, out of `alle`. */
export function askOne(delen: readonly { readonly keer: number; readonly daarna: Tellingen }[]): Tellingen {
  const alle = delen.reduce((som, { keer }) => som + keer, 0);
  return addUp(
    delen.map(({ keer, daarna }) =>
      mapTellingen(daarna, ({ paden, vragen, meeste, kans, verwacht }) => ({
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
function addUp(delen: readonly Tellingen[]): Tellingen {
  const samen: Tellingen = {};
  for (const uitkomst of UITKOMSTEN) {
    const tellingen = delen.flatMap((deel) => deel[uitkomst] ?? []);
    if (tellingen.length === 0) continue;
    samen[uitkomst] = tellingen.reduce(
      (een, ander) => ({
        paden: een.paden + ander.paden,
        vragen: een.vragen + ander.vragen,
        meeste: Math.max(een.meeste, ander.meeste),
        kans: een.kans + ander.kans,
        verwacht: een.verwacht + ander.verwacht,
      }),
      NIETS,
    );
  }
  return samen;
}

function mapTellingen(tellingen: Tellingen, toTelling: (telling: Telling) => Telling): Tellingen {
  return Object.fromEntries(
    Object.entries(tellingen).map(([uitkomst, telling]) => [uitkomst, toTelling(telling)]),
  );
}
