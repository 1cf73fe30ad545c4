import { isObject, isSame, type JsonPath, nameItems } from '../json.ts';

/** A place that both sides changed, each otherwise; undefined where it is not there. */
interface Clash {
  /** In the merged value. */
  readonly path: JsonPath;
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Both changes together; where they clash, ours stands in the value. */
export interface Merged {
  readonly value: unknown;
  readonly clashes: readonly Clash[];
}

/**
 * Puts two changes of the same JSON together: what one side left alone is as the other side has it. Things in lists are
 * found back by their names, so that two people may each add one. New things of theirs come after what they come after there.
 */
export function merge(base: unknown, ours: unknown, theirs: unknown, path: JsonPath = []): Merged {
  if (isSame(ours, theirs) || isSame(base, theirs)) return { value: ours, clashes: [] };
  if (isSame(base, ours)) return { value: theirs, clashes: [] };
  if (isObject(ours) && isObject(theirs)) return mergeObjects(isObject(base) ? base : {}, ours, theirs, path);
  if (Array.isArray(base) && Array.isArray(ours) && Array.isArray(theirs)) {
    const names = nameItems([base, ours, theirs]);
    if (names) return mergeLists([base, ours, theirs], names, path);
  }
  return { value: ours, clashes: [{ path, base, ours, theirs }] };
}

type JsonObject = Readonly<Record<string, unknown>>;

function mergeObjects(base: JsonObject, ours: JsonObject, theirs: JsonObject, path: JsonPath): Merged {
  const clashes: Clash[] = [];
  const entries = joinOrder(Object.keys(ours), Object.keys(theirs)).flatMap((name) => {
    const merged = merge(base[name], ours[name], theirs[name], [...path, name]);
    clashes.push(...merged.clashes);
    return merged.value === undefined ? [] : [[name, merged.value] as const];
  });
  return { value: Object.fromEntries(entries), clashes };
}

type Three<T> = readonly [base: T, ours: T, theirs: T];

function mergeLists(
  lists: Three<readonly unknown[]>,
  names: readonly (readonly string[])[],
  path: JsonPath,
): Merged {
  const [base, ours, theirs] = lists.map(
    (list, which) => new Map(list.map((item, number) => [names[which]?.[number] ?? '', item])),
  ) as unknown as Three<ReadonlyMap<string, unknown>>;
  // Who moved something decides the order; when both did, we do.
  const baseOrder = [...base.keys()].filter((name) => ours.has(name)).join('\n');
  const isMoved = [...ours.keys()].filter((name) => base.has(name)).join('\n') !== baseOrder;
  const order = isMoved
    ? joinOrder([...ours.keys()], [...theirs.keys()])
    : joinOrder([...theirs.keys()], [...ours.keys()]);
  const clashes: Clash[] = [];
  const value: unknown[] = [];
  for (const name of order) {
    const at = [...path, value.length];
    const merged = merge(base.get(name), ours.get(name), theirs.get(name), at);
    clashes.push(...merged.clashes);
    if (merged.value !== undefined) value.push(merged.value);
  }
  return { value, clashes };
}

/** The names of both in one order: that of the first, with what only the second has after what it comes after there. */
function joinOrder(first: readonly string[], second: readonly string[]): string[] {
  const order = [...first];
  second.forEach((name, number) => {
    if (order.includes(name)) return;
    const before = second[number - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  });
  return order;
}
