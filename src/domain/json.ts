/** A place in JSON: keys of objects and numbers in lists, from outside in. */
export type JsonPath = readonly (string | number)[];

type JsonObject = Readonly<Record<string, unknown>>;

/** Whether it is an object with keys: no list, not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a place; undefined when there is none. */
export function getAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((within, key) => {
    if (Array.isArray(within)) return typeof key === 'number' ? within[key] : undefined;
    return isObject(within) && Object.hasOwn(within, key) ? within[key] : undefined;
  }, value);
}

/** A copy with another value at a place; undefined takes the place away. Keys keep their order. */
export function setAt(value: unknown, path: JsonPath, fresh: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return fresh;
  const inner = setAt(getAt(value, [key]), rest, fresh);
  if (Array.isArray(value)) {
    const copy = value.slice();
    if (inner === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = inner;
    return copy;
  }
  const entries = Object.entries(isObject(value) ? value : {});
  if (inner === undefined) return Object.fromEntries(entries.filter(([name]) => name !== key));
  if (!entries.some(([name]) => name === key)) entries.push([String(key), inner]);
  return Object.fromEntries(entries.map(([name, old]) => [name, name === key ? inner : old]));
}

/** Whether it is the same data; the order of keys in an object does not matter. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, number) => isSame(item, other[number]));
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
}

/** What things in lists are known by, the first that all of them have, each another. */
export const ITEM_KEYS = ['id', 'feit', 'contact', 'naam', 'label', 'taak', 'tekst'];

/**
 * The names of the things in lists that are versions of each other, list by list; null when they are no things with names:
 * a list of words is one thing as a whole. Where two share a name, the next key joins: places of one name in two gemeenten.
 */
export function nameItems(lists: readonly (readonly unknown[])[]): readonly (readonly string[])[] | null {
  const all = lists.flat();
  if (all.length === 0 || !all.every(isObject)) return null;
  const keys = ITEM_KEYS.filter((key) => all.every((item) => typeof item[key] === 'string'));
  const candidates = [...keys.map((key) => [key]), ...keys.map((key) => [key, 'gemeente'])];
  const toName = (item: unknown, names: readonly string[]) =>
    names.map((name) => (isObject(item) ? (item[name] ?? '') : '')).join(', ');
  for (const names of candidates) {
    const named = lists.map((list) => list.map((item) => toName(item, names)));
    if (named.every((list) => new Set(list).size === list.length)) return named;
  }
  return null;
}

/** The names of the things in one list; their numbers, from 1, where they have none. */
export function nameAll(list: readonly unknown[]): readonly string[] {
  return nameItems([list])?.[0] ?? list.map((_, number) => String(number + 1));
}

/**
 * The number of the thing in a list that is known by a name: by one of its keys, as the whole list names it, or else by that
 * number itself; null when there is none.
 */
export function findItemNumber(list: readonly unknown[], naam: string): number | null {
  for (const key of ITEM_KEYS) {
    const number = list.findIndex((item) => isObject(item) && item[key] === naam);
    if (number >= 0) return number;
  }
  const named = nameItems([list])?.[0]?.indexOf(naam) ?? -1;
  if (named >= 0) return named;
  return /^\d+$/.test(naam) && Number(naam) < list.length ? Number(naam) : null;
}

/** The list with another value of the thing of this name; undefined takes it away, a new name comes last. */
export function putItem(list: readonly unknown[], naam: string, value: unknown): readonly unknown[] {
  const at = nameAll(list).indexOf(naam);
  if (value === undefined) return at < 0 ? list : list.toSpliced(at, 1);
  return at < 0 ? [...list, value] : list.with(at, value);
}
