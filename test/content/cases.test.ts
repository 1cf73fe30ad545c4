import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMogelijk, kanKeren, type Mogelijk } from '../../src/content/cases.ts';
import { evaluateRegel, type Truth } from '../../src/domain/evaluation/kleene.ts';
import type { Regel } from '../../src/domain/model/regel.ts';
import { SEED } from '../support/arbitrary-antwoorden.ts';

const WAARHEDEN: readonly Truth[] = ['ja', 'nee', 'onbekend'];

/** A rule in which each of the criteria c0, c1, … stands once, and what each can be. */
const arbitraryRegel = fc
  .array(fc.subarray([...WAARHEDEN], { minLength: 1 }), { minLength: 1, maxLength: 5 })
  .chain((mogelijk) =>
    fc.record({
      mogelijk: fc.constant(new Map(mogelijk.map((deel, nummer) => [`c${nummer}`, new Set(deel)]))),
      vorm: fc.array(
        fc.record({ soort: fc.constantFrom('any', 'all'), hoeveel: fc.integer({ min: 1, max: 3 }) }),
        {
          maxLength: 4,
        },
      ),
    }),
  )
  .map(({ mogelijk, vorm }) => {
    // Takes the first parts together into a group, again and again, and the rest into one.
    let delen: Regel[] = [...mogelijk.keys()].map((condition) => ({ condition }));
    for (const { soort, hoeveel } of vorm) {
      const groep = delen.slice(0, hoeveel);
      delen = [...delen.slice(hoeveel), soort === 'any' ? { any: groep } : { all: groep }];
    }
    return { mogelijk, regel: { any: delen } as Regel };
  });

/** Every combination of what the criteria can be. */
function listStanden(mogelijk: ReadonlyMap<string, Mogelijk>): Map<string, Truth>[] {
  return [...mogelijk].reduce<Map<string, Truth>[]>(
    (standen, [id, waarheden]) =>
      standen.flatMap((stand) => [...waarheden].map((waarheid) => new Map(stand).set(id, waarheid))),
    [new Map()],
  );
}

const evaluate = (regel: Regel, stand: ReadonlyMap<string, Truth>) =>
  evaluateRegel(regel, (id) => stand.get(id) ?? 'onbekend');

describe('wat een regel kan zijn, afgelezen per deel', () => {
  it('is wat het uitproberen van elke combinatie geeft', () => {
    fc.assert(
      fc.property(arbitraryRegel, ({ regel, mogelijk }) => {
        const afgelezen = findMogelijk(regel, (id) => mogelijk.get(id) ?? new Set());
        const geprobeerd = new Set(listStanden(mogelijk).map((stand) => evaluate(regel, stand)));
        expect([...afgelezen].toSorted()).toEqual([...geprobeerd].toSorted());
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('hangt van een criterium af precies als een combinatie van de andere dat laat zien', () => {
    fc.assert(
      fc.property(arbitraryRegel, ({ regel, mogelijk }) => {
        for (const id of mogelijk.keys()) {
          const keert = listStanden(mogelijk).some(
            (stand) =>
              evaluate(regel, new Map(stand).set(id, 'ja')) !==
              evaluate(regel, new Map(stand).set(id, 'nee')),
          );
          expect(kanKeren(regel, id, (ander) => mogelijk.get(ander) ?? new Set())).toBe(keert);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
