import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPerValue, countTrue } from '../../../src/domain/proof/diagram/count.ts';
import { createOperations } from '../../../src/domain/proof/diagram/operations.ts';
import { findSmallest } from '../../../src/domain/proof/diagram/smallest.ts';
import {
  createStore,
  type Diagram,
  listNodes,
  readAt,
  type Store,
} from '../../../src/domain/proof/diagram/store.ts';

/** All combinations of values of variables with so many values each. */
function listAll(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (until, size) =>
      until.flatMap((values) => Array.from({ length: size }, (_, value) => [...values, value])),
    [[]],
  );
}

/** The diagram of a function that is written out in full. */
function toDiagram<T>(
  store: Store,
  table: ReadonlyMap<string, T>,
  values: readonly number[] = [],
): Diagram<T> {
  const size = store.sizes[values.length];
  if (size === undefined) return store.leaf(table.get(values.join()) as T);
  return store.branch(
    values.length,
    Array.from({ length: size }, (_, value) => toDiagram(store, table, [...values, value])),
  );
}

/** Some variables, with a few functions of them that are written out. */
const models = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }).chain((sizes) => {
  const all = listAll(sizes);
  const table = fc
    .array(fc.integer({ min: 0, max: 2 }), { minLength: all.length, maxLength: all.length })
    .map((given) => new Map(all.map((values, place) => [values.join(), given[place] as number])));
  return fc.record({ sizes: fc.constant(sizes), tables: fc.tuple(table, table, table) });
});

type Model = typeof models extends fc.Arbitrary<infer M> ? M : never;

/** Checks something for many models; `at` reads a diagram, `all` are the combinations. */
function check(
  test: (at: {
    model: Model;
    store: Store;
    all: number[][];
    diagrams: [Diagram<number>, Diagram<number>, Diagram<number>];
    given: (nummer: 0 | 1 | 2, values: readonly number[]) => number;
  }) => void,
): void {
  fc.assert(
    fc.property(models, (model) => {
      const store = createStore(model.sizes);
      const [een, twee, drie] = model.tables;
      test({
        model,
        store,
        all: listAll(model.sizes),
        diagrams: [toDiagram(store, een), toDiagram(store, twee), toDiagram(store, drie)],
        given: (nummer, values) => model.tables[nummer].get(values.join()) as number,
      });
    }),
    { numRuns: 200 },
  );
}

describe('een beslisdiagram', () => {
  it('geeft wat de functie geeft, en is gelijk als de functie gelijk is', () => {
    check(({ model, store, all, diagrams: [een, twee], given }) => {
      for (const values of all) expect(readAt(store, een, values)).toBe(given(0, values));
      const isSame = all.every((values) => given(0, values) === given(1, values));
      expect(een === twee).toBe(isSame);
      // Every node stands for another function, so there are never more than there are combinations and leaves.
      expect(listNodes(store, [een]).length).toBeLessThanOrEqual(2 * all.length + 3);
      expect(store.countNodes()).toBeGreaterThanOrEqual(listNodes(store, [een, twee]).length);
      expect(model.sizes).toEqual(store.sizes);
    });
  });

  it('voegt samen, verandert en kiest zoals de functies zelf', () => {
    check(({ store, all, diagrams: [een, twee, drie], given }) => {
      const { combine, map, choose, and, or, not, is, differ } = createOperations(store);
      const plus = combine((a: number, b: number) => 10 * a + b);
      const isOne = (diagram: Diagram<number>) => is(diagram, 1);
      const results: [Diagram<unknown>, (values: number[]) => unknown][] = [
        [plus(een, twee), (values) => 10 * given(0, values) + given(1, values)],
        [map((a: number) => `${a}!`)(een), (values) => `${given(0, values)}!`],
        [choose(isOne(een), twee, drie), (values) => given(given(0, values) === 1 ? 1 : 2, values)],
        [and(isOne(een), isOne(twee)), (values) => given(0, values) === 1 && given(1, values) === 1],
        [or(isOne(een), isOne(twee)), (values) => given(0, values) === 1 || given(1, values) === 1],
        [not(isOne(een)), (values) => given(0, values) !== 1],
        [differ(een, twee), (values) => given(0, values) !== given(1, values)],
        [and(), () => true],
        [or(), () => false],
      ];
      for (const [diagram, verwacht] of results)
        for (const values of all) expect(readAt(store, diagram, values)).toBe(verwacht(values));
    });
  });

  it('mag eerder klaar zijn als één kant al beslist', () => {
    check(({ store, all, diagrams: [een, twee], given }) => {
      const { combine } = createOperations(store);
      const ifZero = (value: number) => (value === 0 ? store.leaf(0) : undefined);
      const times = combine((a: number, b: number) => a * b, ifZero, ifZero)(een, twee);
      for (const values of all)
        expect(readAt(store, times, values)).toBe(given(0, values) * given(1, values));
    });
  });

  it('vult variabelen in', () => {
    check(({ model, store, all, diagrams: [een], given }) => {
      const { restrict } = createOperations(store);
      const last = model.sizes.length - 1;
      const filled = new Map([
        [0, (model.sizes[0] as number) - 1],
        [last, 0],
      ]);
      const result = restrict(een, filled);
      for (const values of all)
        expect(readAt(store, result, values)).toBe(
          given(
            0,
            values.map((value, place) => filled.get(place) ?? value),
          ),
        );
    });
  });

  it('telt precies', () => {
    check(({ store, all, diagrams: [een], given }) => {
      const counts = countPerValue(store, een);
      for (const value of [0, 1, 2])
        expect(counts.get(value) ?? 0n).toBe(
          BigInt(all.filter((values) => given(0, values) === value).length),
        );
      const { is } = createOperations(store);
      expect(countTrue(store, is(een, 2))).toBe(counts.get(2) ?? 0n);
    });
  });

  it('telt ook wat in geen getal meer past', () => {
    const store = createStore(Array.from({ length: 80 }, () => 4));
    const first = store.branch(
      40,
      [true, false, false, false].map((value) => store.leaf(value)),
    );
    expect(countTrue(store, first)).toBe(4n ** 79n);
  });

  it('vindt het kleinste voorbeeld', () => {
    check(({ store, all, diagrams: [een], given }) => {
      const cost = (variable: number, value: number) => (value === 0 ? 0 : variable + 1);
      const costOf = (values: readonly number[]) =>
        values.reduce((sum, value, variable) => sum + cost(variable, value), 0);
      const { is } = createOperations(store);
      const found = findSmallest(store, is(een, 1), cost);
      const good = all.filter((values) => given(0, values) === 1);
      if (found === null) expect(good).toEqual([]);
      else {
        expect(given(0, found)).toBe(1);
        expect(costOf(found)).toBe(Math.min(...good.map(costOf)));
      }
    });
  });
});
