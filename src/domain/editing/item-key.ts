import { isObject } from './json.ts';

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
