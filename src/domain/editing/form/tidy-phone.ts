import { isObject } from '../json.ts';

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
