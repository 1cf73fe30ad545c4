import { isObject } from '../../../domain/editing/json.ts';
import type { Say } from '../../../domain/texts.ts';

/** A value of the content for who reads it: a text as it is, a list as a row of words, a thing as its parts. */
export function toValueText(say: Say, value: unknown): string {
  if (value === undefined || value === null || value === '') return say('concepten.leeg');
  if (typeof value === 'boolean') return say(value ? 'concepten.ja' : 'concepten.nee');
  if (Array.isArray(value))
    return value.length === 0
      ? say('concepten.leeg')
      : value.map((item) => toValueText(say, item)).join(value.some(isObject) ? '\n' : ', ');
  if (isObject(value))
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${toValueText(say, part)}`)
      .join('; ');
  return String(value);
}

/** A place in a thing, such as `criteria.gebieds-veiligheid.tekst`, for who reads it. */
export function toPlaceText(say: Say, plaats: string): string {
  return plaats === '' ? say('concepten.geheel') : plaats.split('.').join(' › ');
}
