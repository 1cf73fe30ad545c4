import { nameItems } from '../item-key.ts';
import { isObject } from '../json.ts';

/**
 * The same value written as `was` is: its keys in that order, and where nothing is filled in what stood there for nothing: a
 * key with null, a key with false, or no key. So saving a form without a change changes nothing in the file.
 */
export function writeAsItWas(value: unknown, was: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(was)) {
    const names = nameItems([value, was]);
    return value.map((item, number) => {
      const name = names?.[0]?.[number];
      const other = name === undefined ? number : (names?.[1]?.indexOf(name) ?? -1);
      return writeAsItWas(item, was[other]);
    });
  }
  if (!isObject(value) || !isObject(was)) return value;
  const old = Object.keys(was).filter((key) => Object.hasOwn(value, key) || was[key] === null);
  const fresh = Object.keys(value).filter((key) => !Object.hasOwn(was, key) && value[key] !== false);
  return Object.fromEntries([
    ...old.map((key) => [key, Object.hasOwn(value, key) ? writeAsItWas(value[key], was[key]) : null]),
    ...fresh.map((key) => [key, value[key]]),
  ]);
}
