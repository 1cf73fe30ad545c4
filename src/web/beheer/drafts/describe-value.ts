import { isObject } from '../../../domain/editing/json.ts';
import type { Say } from '../../../domain/texts.ts';
import { createFormWords } from '../content/form-words.ts';

/**
 * A value of the content for who reads it: a text as it is, a list as a row of words, a thing as its parts, called as in
 * its form. `ouder` is the name of the field that it is in. What a thing leaves empty is left out.
 */
export function toValueText(say: Say, value: unknown, ouder = ''): string {
  if (isEmpty(value)) return say('concepten.leeg');
  if (typeof value === 'boolean') return say(value ? 'concepten.ja' : 'concepten.nee');
  if (Array.isArray(value))
    return value.map((item) => toValueText(say, item, ouder)).join(value.some(isObject) ? '\n' : ', ');
  if (isObject(value))
    return Object.entries(value)
      .filter(([, part]) => !isEmpty(part))
      .map(([key, part]) => `${createFormWords(say).label(key, ouder)}: ${toValueText(say, part, key)}`)
      .join('; ');
  return String(value);
}

/** Whether nothing is filled in. */
export function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/**
 * A place in a thing, such as `criteria.gebieds-veiligheid.tekst`, in the words of its form; `ouder` is the kind of the
 * thing. What has no word, such as the name of a criterion, stands as it is.
 */
export function toPlaceText(say: Say, plaats: string, ouder: string): string {
  if (plaats === '') return say('concepten.geheel');
  const { label } = createFormWords(say);
  const names = plaats.split('.');
  // An item of a list has its name or number between the list and its own fields.
  return names.map((naam, at) => label(naam, at === 0 ? ouder : (names[at - 1] ?? ''))).join(' › ');
}

/** The field that the value at a place is in: the last of the place. */
export function toLastName(plaats: string): string {
  return plaats.split('.').at(-1) ?? '';
}
