import { getAt, isObject, type JsonPath } from '../json.ts';
import { findVorm } from './to-invoer.ts';
import { joinPad, type Veld } from './veld.ts';

/** The name of the field where a place in a value is filled in, or of the field that it is in. */
export function toPad(veld: Veld, value: unknown, path: JsonPath, pad = ''): string {
  if (veld.soort === 'vormen') {
    const form = findVorm(veld, value);
    return form ? toPad(form.veld, value, path, pad) : pad;
  }
  const [key, ...rest] = path;
  if (key === undefined) return pad;
  const inner = getAt(value, [key]);
  if (veld.soort === 'groep') {
    const lid = veld.leden.find(({ naam }) => naam === key);
    return lid ? toPad(lid.veld, inner, rest, joinPad(pad, lid.naam)) : pad;
  }
  if (veld.soort === 'lijst') return toPad(veld.item, inner, rest, joinPad(pad, key));
  if (veld.soort !== 'register' || !isObject(value)) return pad;
  const number = Object.keys(value).indexOf(String(key));
  return number < 0 ? pad : toPad(veld.waarde, inner, rest, joinPad(joinPad(pad, number), 'waarde'));
}
