import { findItemNumber, getAt, isObject, type JsonPath } from '../../json.ts';
import type { PartRef } from '../part.ts';
import { findPath, listNamen, readThing, toFileName } from '../soort.ts';
import type { Files } from '../versions.ts';
import type { Formulier } from './references.ts';
import { findVorm } from './to-invoer.ts';
import { joinPad, type Veld } from './veld.ts';

/**
 * The place in a file that a finding names: keys and numbers, or things in lists by their names, also without the name of
 * the list. What is not there ends the way, but for the name of one missing key.
 */
function findPlace(file: unknown, plaats: string): JsonPath {
  const path: (string | number)[] = [];
  let within = file;
  const names = plaats.split('.').filter(Boolean);
  for (const name of names) {
    const step = findStep(within, name);
    if (step.length === 0) {
      if (isObject(within)) path.push(name);
      break;
    }
    for (const key of step) {
      path.push(key);
      within = (within as Readonly<Record<string | number, unknown>>)[key];
    }
  }
  return path;
}

/** Whether nothing is filled in at the place in a file that a finding names. */
export function isEmptyAt(file: unknown, plaats: string): boolean {
  const value = getAt(file, findPlace(file, plaats));
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function findStep(within: unknown, name: string): JsonPath {
  if (Array.isArray(within)) {
    const number = findItemNumber(within, name);
    return number === null ? [] : [number];
  }
  if (!isObject(within)) return [];
  if (Object.hasOwn(within, name)) return [name];
  // A finding about a thing in the list of a file names the thing only.
  for (const [key, list] of Object.entries(within)) {
    const number = Array.isArray(list) && list.every(isObject) ? findItemNumber(list, name) : null;
    if (number !== null) return [key, number];
  }
  return [];
}

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

/** A thing that has a form, and the name of the field in it. */
export interface FoundThing {
  readonly soort: string;
  /** Null: the list of all things of its kind. */
  readonly naam: string | null;
  readonly pad: string;
}

/** The thing and the field that a place in a file is in, such as `contacten.3.label`; null when no form shows it. */
export function findThingAt(
  formulieren: readonly Formulier[],
  files: Files,
  bestand: string,
  plaats: string,
): FoundThing | null {
  const path = findPlace(files[bestand], plaats);
  const first = plaats === '' ? null : String(path[0]);
  for (const { soort: kind, veld } of formulieren) {
    const { soort, staat } = kind;
    const toFound = (naam: string | null): FoundThing => {
      const within = naam === null ? [] : path.slice(findPath(files, kind, naam).length);
      return { soort, naam, pad: toPad(veld, naam === null ? null : readThing(files, kind, naam), within) };
    };
    if (staat.in === 'map') {
      const naam = toFileName(bestand, staat.map);
      if (naam !== null && naam !== staat.behalve) return toFound(naam);
    } else if (staat.bestand !== bestand) continue;
    else if (staat.in === 'lijst') {
      if (first === null || first === staat.lijst)
        return toFound(listNamen(files, kind)[Number(path[1])] ?? null);
    } else if (first === null || staat.sleutels === null || staat.sleutels.includes(first))
      return toFound(soort);
  }
  return null;
}

/** The thing that is saved as this part. */
export function findThingOf(
  formulieren: readonly Formulier[],
  files: Files,
  { bestand, naam }: PartRef,
): FoundThing | null {
  const found = findThingAt(formulieren, files, bestand, '');
  return found && naam !== null ? { ...found, naam } : found;
}
