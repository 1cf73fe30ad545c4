import { getAt, isObject } from '../../json.ts';
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

/** The kinds with a list from which readers choose, or that they read side by side, and the text of an item in it. */
const ITEMS: Readonly<Record<string, readonly [list: string, text: string]>> = {
  vragen: ['opties', 'tekst'],
  regels: ['criteria', 'tekst'],
};

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
 * The names of a thing that another of its kind has, whatever the capitals, and the texts that two items of its own have. Its
 * name may not be what another is also called, nor the other way round. What it had `before` stays: who changes something
 * else in it is not in the way of that.
 */
export function findSameNames(
  files: Files,
  soort: Pick<Soort, 'soort' | 'staat'>,
  naam: string | null,
  value: unknown,
  before = files,
): readonly SameName[] {
  const was = naam === null ? undefined : readThing(before, soort, naam);
  const items = findSameItems(soort, value, was);
  const fields = NAMED_ONCE[soort.soort] ?? [];
  if (fields.length === 0) return items;
  const others = listNamen(files, soort)
    .filter((other) => other !== naam)
    .map((other) => readThing(files, soort, other));
  const names = [...fields, ALSO].flatMap((pad) => {
    const given = readNames(value, pad).filter((name) => !readNames(was, pad).includes(name));
    const taken = pad === ALSO ? fields : [...fields, ALSO];
    const other = others.find((one) =>
      taken.flatMap((field) => readNames(one, field)).some((name) => given.includes(name)),
    );
    return isObject(other) ? [{ pad, ander: String(other[fields[0] ?? '']) }] : [];
  });
  return [...names, ...items];
}

/** The items of a thing with a text that one before them has. */
function findSameItems({ soort }: Pick<Soort, 'soort'>, value: unknown, was: unknown): readonly SameName[] {
  const [list, field] = ITEMS[soort] ?? [];
  if (list === undefined || field === undefined) return [];
  const read = (thing: unknown) => listItems(thing, list).map((item) => readNames(item, field)[0]);
  const [now, before] = [read(value), read(was)];
  return now.flatMap((text, at) => {
    const isNew = before.filter((one) => one === text).length < 2;
    if (text === undefined || !isNew || now.indexOf(text) === at) return [];
    const ander = getAt(value, [list, now.indexOf(text), field]);
    return [{ pad: `${list}.${at}.${field}`, ander: String(ander) }];
  });
}

function listItems(thing: unknown, list: string): readonly unknown[] {
  const items = isObject(thing) ? thing[list] : undefined;
  return Array.isArray(items) ? items : [];
}

/** The names in a field, as they are compared. */
function readNames(value: unknown, field: string): readonly string[] {
  const there = isObject(value) ? [value[field]].flat() : [];
  return there
    .filter((name) => typeof name === 'string')
    .map((name) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase())
    .filter(Boolean);
}
