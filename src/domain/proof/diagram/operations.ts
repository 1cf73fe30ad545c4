import type { Diagram, Store } from './store.ts';

/** Says what the outcome is as soon as one side is known to give this value, whatever the other side gives. */
type Shortcut<A, C> = (value: A) => Diagram<C> | undefined;

/** What can be made of diagrams in one store. Every operation remembers what it has done. */
export interface Operations {
  /** Makes an operation on one diagram: what it gives, changed. */
  map<A, B>(change: (value: A) => B): (diagram: Diagram<A>) => Diagram<B>;
  /** Makes an operation on two diagrams (apply): what they give, put together. */
  combine<A, B, C>(
    together: (left: A, right: B) => C,
    shortcut?: Shortcut<A, C>,
    shortcutRight?: Shortcut<B, C>,
  ): (left: Diagram<A>, right: Diagram<B>) => Diagram<C>;
  /** If-then-else. */
  choose<T>(condition: Diagram<boolean>, then: Diagram<T>, otherwise: Diagram<T>): Diagram<T>;
  /** The same function with some variables given: a value by variable. */
  restrict<T>(diagram: Diagram<T>, given: ReadonlyMap<number, number>): Diagram<T>;
  readonly always: Diagram<boolean>;
  readonly never: Diagram<boolean>;
  not(diagram: Diagram<boolean>): Diagram<boolean>;
  and(...diagrams: readonly Diagram<boolean>[]): Diagram<boolean>;
  or(...diagrams: readonly Diagram<boolean>[]): Diagram<boolean>;
  /** Where two functions do not give the same. */
  differ<T>(left: Diagram<T>, right: Diagram<T>): Diagram<boolean>;
  /** Where a function gives this value. */
  is<T>(diagram: Diagram<T>, value: T): Diagram<boolean>;
}

/** Makes the operations for one store. */
export function createOperations(store: Store): Operations {
  const [always, never] = [store.leaf<boolean>(true), store.leaf<boolean>(false)];
  const decidedBy = (decides: boolean, outcome: Diagram<boolean>) => (value: boolean) =>
    value === decides ? outcome : undefined;
  const ifNever = decidedBy(false, never);
  const ifAlways = decidedBy(true, always);
  const and = createCombine(store, (left: boolean, right: boolean) => left && right, ifNever, ifNever);
  const or = createCombine(store, (left: boolean, right: boolean) => left || right, ifAlways, ifAlways);
  const unequal = createCombine(store, (left: unknown, right: unknown) => left !== right);
  const isValue = new Map<unknown, (diagram: Diagram<unknown>) => Diagram<boolean>>();
  return {
    map: (change) => createMap(store, change),
    combine: (together, shortcut, shortcutRight) => createCombine(store, together, shortcut, shortcutRight),
    choose: createChoose(store, always, never),
    restrict: (diagram, given) => restrict(store, diagram, given),
    always,
    never,
    not: createMap(store, (value: boolean) => !value),
    and: (...diagrams) => diagrams.reduceRight((until, diagram) => and(diagram, until), always),
    or: (...diagrams) => diagrams.reduceRight((until, diagram) => or(diagram, until), never),
    differ: (left, right) => (left === right ? never : unequal(left, right)),
    is(diagram, value) {
      let found = isValue.get(value);
      if (!found) {
        found = createMap(store, (other: unknown) => other === value);
        isValue.set(value, found);
      }
      return found(diagram);
    },
  };
}

function createMap<A, B>(store: Store, change: (value: A) => B): (diagram: Diagram<A>) => Diagram<B> {
  const known = new Map<number, Diagram<B>>();
  return function walk(diagram: Diagram<A>): Diagram<B> {
    const earlier = known.get(diagram);
    if (earlier !== undefined) return earlier;
    const variable = store.variableOf(diagram);
    const result =
      variable === store.sizes.length
        ? store.leaf(change(store.valueOf(diagram)))
        : store.branch(variable, store.childrenOf(diagram).map(walk));
    known.set(diagram, result);
    return result;
  };
}

/** More nodes than this do not fit in the key of a pair; a store never comes near it. */
const MOST_NODES = 2 ** 26;

function createCombine<A, B, C>(
  store: Store,
  together: (left: A, right: B) => C,
  shortcut?: Shortcut<A, C>,
  shortcutRight?: Shortcut<B, C>,
): (left: Diagram<A>, right: Diagram<B>) => Diagram<C> {
  const known = new Map<number, Diagram<C>>();
  const end = store.sizes.length;
  return function walk(left: Diagram<A>, right: Diagram<B>): Diagram<C> {
    const [atLeft, atRight] = [store.variableOf(left), store.variableOf(right)];
    if (atLeft === end) {
      if (atRight === end) return store.leaf(together(store.valueOf(left), store.valueOf(right)));
      const decided = shortcut?.(store.valueOf(left));
      if (decided !== undefined) return decided;
    } else if (atRight === end) {
      const decided = shortcutRight?.(store.valueOf(right));
      if (decided !== undefined) return decided;
    }
    const key = left * MOST_NODES + right;
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const variable = Math.min(atLeft, atRight);
    const [lefts, rights] = [store.childrenOf(left), store.childrenOf(right)];
    const children: Diagram<C>[] = [];
    for (let value = 0; value < (store.sizes[variable] as number); value += 1)
      children.push(
        walk(
          atLeft === variable ? (lefts[value] as Diagram<A>) : left,
          atRight === variable ? (rights[value] as Diagram<B>) : right,
        ),
      );
    const result = store.branch(variable, children);
    known.set(key, result);
    return result;
  };
}

function createChoose(store: Store, always: Diagram<boolean>, never: Diagram<boolean>): Operations['choose'] {
  const known = new Map<string, Diagram<unknown>>();
  return function walk<T>(condition: Diagram<boolean>, then: Diagram<T>, otherwise: Diagram<T>): Diagram<T> {
    if (condition === always || then === otherwise) return then;
    if (condition === never) return otherwise;
    const key = `${condition},${then},${otherwise}`;
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier as Diagram<T>;
    const parts = [condition, then, otherwise] as const;
    const variable = Math.min(...parts.map((part: Diagram<unknown>) => store.variableOf(part)));
    const [conditions, thens, otherwises] = parts.map((part: Diagram<unknown>) =>
      store.variableOf(part) === variable ? store.childrenOf(part) : null,
    );
    const children: Diagram<T>[] = [];
    for (let value = 0; value < (store.sizes[variable] as number); value += 1)
      children.push(
        walk(
          (conditions?.[value] ?? condition) as Diagram<boolean>,
          (thens?.[value] ?? then) as Diagram<T>,
          (otherwises?.[value] ?? otherwise) as Diagram<T>,
        ),
      );
    const result = store.branch(variable, children);
    known.set(key, result);
    return result;
  };
}

function restrict<T>(store: Store, diagram: Diagram<T>, given: ReadonlyMap<number, number>): Diagram<T> {
  const last = Math.max(...given.keys());
  const known = new Map<number, Diagram<T>>();
  const walk = (part: Diagram<T>): Diagram<T> => {
    const variable = store.variableOf(part);
    if (variable > last) return part;
    const earlier = known.get(part);
    if (earlier !== undefined) return earlier;
    const value = given.get(variable);
    const children = store.childrenOf(part);
    const result =
      value === undefined ? store.branch(variable, children.map(walk)) : walk(children[value] as Diagram<T>);
    known.set(part, result);
    return result;
  };
  return walk(diagram);
}
