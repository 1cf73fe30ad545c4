import type { Diagram, Store } from './store.ts';

/** For how many combinations of values a function gives true: exact, however many there are. */
export function countTrue(store: Store, diagram: Diagram<boolean>): bigint {
  return countPerValue(store, diagram).get(true) ?? 0n;
}

/** For how many combinations of values a function gives what. */
export function countPerValue<T>(store: Store, diagram: Diagram<T>): ReadonlyMap<T, bigint> {
  const free = createFree(store);
  const known = new Map<number, ReadonlyMap<T, bigint>>();
  /** Counts over the variables from the first that this part asks for. */
  const count = (part: Diagram<T>): ReadonlyMap<T, bigint> => {
    const earlier = known.get(part);
    if (earlier) return earlier;
    const variable = store.variableOf(part);
    const counts = new Map<T, bigint>();
    for (const child of store.childrenOf(part)) {
      const times = free(variable + 1, store.variableOf(child));
      for (const [value, number] of count(child))
        counts.set(value, (counts.get(value) ?? 0n) + number * times);
    }
    if (variable === store.sizes.length) counts.set(store.valueOf(part), 1n);
    known.set(part, counts);
    return counts;
  };
  const times = free(0, store.variableOf(diagram));
  return new Map([...count(diagram)].map(([value, number]) => [value, number * times]));
}

/** In how many ways the variables from one up to another can be filled in. */
function createFree(store: Store): (from: number, to: number) => bigint {
  const until = [1n];
  for (const size of store.sizes) until.push((until.at(-1) as bigint) * BigInt(size));
  return (from, to) => (until[to] as bigint) / (until[from] as bigint);
}
