import { nameItems } from './item-key.ts';
import { isObject } from './json.ts';

/**
 * The same data with its keys in the order in which `like` has them, and what `like` does not have after those: a database
 * may have ordered them. Things in lists are found back by their names.
 */
export function orderLike(value: unknown, like: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(like)) {
    const names = nameItems([value, like]);
    return value.map((item, number) => {
      const name = names?.[0]?.[number];
      return orderLike(item, like[name === undefined ? number : (names?.[1]?.indexOf(name) ?? -1)]);
    });
  }
  if (!isObject(value)) return value;
  const order = isObject(like) ? Object.keys(like).filter((key) => Object.hasOwn(value, key)) : [];
  const keys = [...new Set([...order, ...Object.keys(value)])];
  return Object.fromEntries(
    keys.map((key) => [key, orderLike(value[key], isObject(like) ? like[key] : undefined)]),
  );
}
