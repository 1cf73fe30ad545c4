import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canFlip, findPossible, type Possible } from '../../src/content/cases.ts';
import { evaluateRegel, type Truth } from '../../src/domain/evaluation/kleene.ts';
import type { Regel } from '../../src/domain/model/regel.ts';

const TRUTHS: readonly Truth[] = ['ja', 'nee', 'onbekend'];

/** A rule in which each of the criteria c0, c1, … stands once, and what each can be. */
const arbitraryRegel = fc
  .array(fc.subarray([...TRUTHS], { minLength: 1 }), { minLength: 1, maxLength: 5 })
  .chain((possible) =>
    fc.record({
      possible: fc.constant(new Map(possible.map((deel, nummer) => [`c${nummer}`, new Set(deel)]))),
      shape: fc.array(
        fc.record({ soort: fc.constantFrom('any', 'all'), howMany: fc.integer({ min: 1, max: 3 }) }),
        {
          maxLength: 4,
        },
      ),
    }),
  )
  .map(({ possible, shape }) => {
    // Takes the first parts together into a group, again and again, and the rest into one.
    let parts: Regel[] = [...possible.keys()].map((condition) => ({ condition }));
    for (const { soort, howMany } of shape) {
      const groep = parts.slice(0, howMany);
      parts = [...parts.slice(howMany), soort === 'any' ? { any: groep } : { all: groep }];
    }
    return { possible, regel: { any: parts } as Regel };
  });

/** Every combination of what the criteria can be. */
function listStanden(possible: ReadonlyMap<string, Possible>): Map<string, Truth>[] {
  return [...possible].reduce<Map<string, Truth>[]>(
    (standen, [id, truths]) =>
      standen.flatMap((stand) => [...truths].map((truth) => new Map(stand).set(id, truth))),
    [new Map()],
  );
}

const evaluate = (regel: Regel, stand: ReadonlyMap<string, Truth>) =>
  evaluateRegel(regel, (id) => stand.get(id) ?? 'onbekend');

describe('wat een regel kan zijn, afgelezen per deel', () => {
  it('is wat het uitproberen van elke combinatie geeft', () => {
    fc.assert(
      fc.property(arbitraryRegel, ({ regel, possible }) => {
        const readOff = findPossible(regel, (id) => possible.get(id) ?? new Set());
        const tried = new Set(listStanden(possible).map((stand) => evaluate(regel, stand)));
        expect([...readOff].toSorted()).toEqual([...tried].toSorted());
      }),
      { numRuns: 500 },
    );
  });

  it('hangt van een criterium af precies als een combinatie van de andere dat laat zien', () => {
    fc.assert(
      fc.property(arbitraryRegel, ({ regel, possible }) => {
        for (const id of possible.keys()) {
          const turns = listStanden(possible).some(
            (stand) =>
              evaluate(regel, new Map(stand).set(id, 'ja')) !==
              evaluate(regel, new Map(stand).set(id, 'nee')),
          );
          expect(canFlip(regel, id, (other) => possible.get(other) ?? new Set())).toBe(turns);
        }
      }),
      { numRuns: 300 },
    );
  });
});
