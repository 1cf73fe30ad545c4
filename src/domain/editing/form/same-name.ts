import { isObject } from '../../json.ts';
import { listNamen, readThing, type Soort } from '../soort.ts';
import type { Files } from '../versions.ts';

/** The kinds of which no two things have one name, with the fields of the name: readers could not tell them apart. */
const NAMED_ONCE: Readonly<Record<string, readonly string[]>> = {
  tafels: ['naam', 'korteNaam'],
  vragen: ['kort'],
  organisaties: ['naam'],
  gemeenten: ['naam'],
  rollen: ['naam'],
  woordenlijst: ['woord'],
  voorbeelden: ['naam'],
};
/** The field with what else a thing is called. */
const ALSO = 'ookBekendAls';

/** The kinds with a code that stands once, and the field that it is in. */
const CODED_ONCE: Readonly<Record<string, string>> = { gemeenten: 'cbsCode' };

/** The code of a thing that another of its kind has; whose, by its name. Null: none. */
export function findSameCode(
  files: Files,
  soort: Pick<Soort, 'soort' | 'staat'>,
  naam: string | null,
  value: unknown,
): SameName | null {
  const pad = CODED_ONCE[soort.soort];
  const [code] = pad === undefined ? [] : readNames(value, pad);
  if (pad === undefined || code === undefined) return null;
  const other = listNamen(files, soort)
    .filter((one) => one !== naam)
    .map((one) => readThing(files, soort, one))
    .find((one) => readNames(one, pad).includes(code));
  return isObject(other) ? { pad, ander: String(other.naam) } : null;
}

/** A name that another thing has already. */
export interface SameName {
  /** The field that it was filled in at. */
  readonly pad: string;
  /** What the other is called. */
  readonly ander: string;
}

/**
 * The names of a thing that another of its kind has, whatever the capitals. Its own name may not be what another is also
 * called, nor the other way round. What it had `before` stays: who changes something else in it is not in the way of that.
 */
export function findSameNames(
  files: Files,
  soort: Pick<Soort, 'soort' | 'staat'>,
  naam: string | null,
  value: unknown,
  before = files,
): readonly SameName[] {
  const fields = NAMED_ONCE[soort.soort] ?? [];
  if (fields.length === 0) return [];
  const others = listNamen(files, soort)
    .filter((other) => other !== naam)
    .map((other) => readThing(files, soort, other));
  const was = naam === null ? undefined : readThing(before, soort, naam);
  return [...fields, ALSO].flatMap((pad) => {
    const names = readNames(value, pad).filter((name) => !readNames(was, pad).includes(name));
    const taken = pad === ALSO ? fields : [...fields, ALSO];
    const other = others.find((one) =>
      taken.flatMap((field) => readNames(one, field)).some((name) => names.includes(name)),
    );
    return isObject(other) ? [{ pad, ander: String(other[fields[0] ?? '']) }] : [];
  });
}

/** The names in a field, as they are compared. */
function readNames(value: unknown, field: string): readonly string[] {
  const there = isObject(value) ? [value[field]].flat() : [];
  return there
    .filter((name) => typeof name === 'string')
    .map((name) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase())
    .filter(Boolean);
}
