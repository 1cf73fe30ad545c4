/**
 * A function of some variables that each have a few values, as an ordered decision diagram: the number of its top node in
 * the store. The same function is always the same number, so two functions are equal when their numbers are.
 */
export type Diagram<T> = number & { readonly gives?: T };

/** Keeps the nodes of all diagrams over the same variables, every node once (hash-consing). */
export interface Store {
  /** How many values each variable has, in the order in which a diagram asks for them. */
  readonly sizes: readonly number[];
  /** The function that always gives this value. Values are told apart by identity, so only primitives will do. */
  leaf<T>(value: T): Diagram<T>;
  /** Asks for one variable; `children` say how it goes on for each of its values, and ask only for later variables. */
  branch<T>(variable: number, children: readonly Diagram<T>[]): Diagram<T>;
  /** The first variable that is asked for; at a leaf the number of variables. */
  variableOf(diagram: Diagram<unknown>): number;
  /** How it goes on for each value of its first variable; empty at a leaf. */
  childrenOf<T>(diagram: Diagram<T>): readonly Diagram<T>[];
  /** What a leaf gives. */
  valueOf<T>(leaf: Diagram<T>): T;
  /** How many nodes there are, those in between included. */
  countNodes(): number;
}

const NO_CHILDREN: readonly never[] = [];

/** Makes an empty store for variables with so many values each. */
export function createStore(sizes: readonly number[]): Store {
  const variables: number[] = [];
  const children: (readonly Diagram<unknown>[])[] = [];
  const values: unknown[] = [];
  const leaves = new Map<unknown, number>();
  const branches = sizes.map(() => new Map<string, number>());

  const add = (variable: number, next: readonly Diagram<unknown>[], value: unknown): number => {
    variables.push(variable);
    children.push(next);
    values.push(value);
    return variables.length - 1;
  };

  return {
    sizes,
    leaf<T>(value: T) {
      let found = leaves.get(value);
      if (found === undefined) {
        found = add(sizes.length, NO_CHILDREN, value);
        leaves.set(value, found);
      }
      return found as Diagram<T>;
    },
    branch<T>(variable: number, next: readonly Diagram<T>[]) {
      const first = next[0] as Diagram<T>;
      // A question whose answer makes no difference is not asked.
      if (next.every((child) => child === first)) return first;
      const known = branches[variable] as Map<string, number>;
      const key = next.join();
      let found = known.get(key);
      if (found === undefined) {
        found = add(variable, next, undefined);
        known.set(key, found);
      }
      return found as Diagram<T>;
    },
    variableOf: (diagram) => variables[diagram] as number,
    childrenOf: <T>(diagram: Diagram<T>) => children[diagram] as readonly Diagram<T>[],
    valueOf: <T>(leaf: Diagram<T>) => values[leaf] as T,
    countNodes: () => variables.length,
  };
}

/** The nodes of these diagrams together, leaves included, each once. */
export function listNodes(store: Store, diagrams: Iterable<Diagram<unknown>>): Diagram<unknown>[] {
  const seen = new Set<Diagram<unknown>>(diagrams);
  for (const diagram of seen) for (const child of store.childrenOf(diagram)) seen.add(child);
  return [...seen];
}

/** What a diagram gives for these values: one for each variable. */
export function readAt<T>(store: Store, diagram: Diagram<T>, values: readonly number[]): T {
  let at = diagram;
  for (;;) {
    const next = store.childrenOf(at)[values[store.variableOf(at)] as number];
    if (next === undefined) return store.valueOf(at);
    at = next;
  }
}
