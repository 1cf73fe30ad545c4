import { isObject, nameItems } from '../../json.ts';

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

/** A number as people write it down: in groups, with dashes, or with the country code of Twente. */
const PRESSED = /[\s().\-/\u2010-\u2015]/g;

/**
 * A telephone contact with its number as the content keeps it: digits alone. What is no telephone contact, or holds
 * letters, stays as it was typed, for the check to refuse in the words of the typist.
 */
export function tidyPhone(value: unknown): unknown {
  if (!isObject(value) || value.soort !== 'telefoon' || typeof value.waarde !== 'string') return value;
  const pressed = value.waarde
    .replace(/^\s*(?:\+|00)31[\s-]*\(0\)/, '+31')
    .replaceAll(PRESSED, '')
    .replace(/^0031/, '+31');
  return /^\+?\d+$/.test(pressed) ? { ...value, waarde: pressed } : value;
}
