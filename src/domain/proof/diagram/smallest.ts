import type { Diagram, Store } from './store.ts';

/** What a value of a variable costs in an example; zero for a question that is not answered. */
export type Cost = (variable: number, value: number) => number;

/**
 * The cheapest combination of values (one for each variable) for which a function gives true, or null when there is none.
 * Of two that cost the same the one whose first different value comes first.
 */
export function findSmallest(store: Store, diagram: Diagram<boolean>, cost: Cost): number[] | null {
  const known = new Map<number, number>();
  const costOf = (part: Diagram<boolean>): number => {
    const earlier = known.get(part);
    if (earlier !== undefined) return earlier;
    const children = store.childrenOf(part);
    const variable = store.variableOf(part);
    let least = children.length === 0 && store.valueOf(part) ? 0 : Number.POSITIVE_INFINITY;
    for (const [value, child] of children.entries())
      least = Math.min(least, cost(variable, value) + costOf(child));
    known.set(part, least);
    return least;
  };
  if (costOf(diagram) === Number.POSITIVE_INFINITY) return null;
  const values = store.sizes.map((size, variable) => cheapest(size, (value) => cost(variable, value)));
  for (let at = diagram; store.childrenOf(at).length > 0; ) {
    const [variable, children] = [store.variableOf(at), store.childrenOf(at)];
    const value = cheapest(
      children.length,
      (place) => cost(variable, place) + costOf(children[place] as Diagram<boolean>),
    );
    values[variable] = value;
    at = children[value] as Diagram<boolean>;
  }
  return values;
}

function cheapest(size: number, cost: (value: number) => number): number {
  let best = 0;
  for (let value = 1; value < size; value += 1) if (cost(value) < cost(best)) best = value;
  return best;
}
