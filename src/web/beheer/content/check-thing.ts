import { isDate } from '../../../domain/calendar.ts';
import { createAnswerForm } from '../../../domain/editing/form/choices.ts';
import { fillIds, type IdsOfNames } from '../../../domain/editing/form/fill-ids.ts';
import { toPad } from '../../../domain/editing/form/find-place.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import { findSameCode, findSameNames } from '../../../domain/editing/form/same-name.ts';
import { toInvoer } from '../../../domain/editing/form/to-invoer.ts';
import { type FormFault, toValue } from '../../../domain/editing/form/to-value.ts';
import { listNamen, readThing } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import { getAt, isSame, nameAll, nameItems } from '../../../domain/json.ts';
import type { Say } from '../../../domain/texts.ts';
import { NEW_TABLE } from '../paths.ts';
import { toFaultText } from './catalog.ts';
import type { Posted } from './read-posted.ts';

/** What is wrong, by the name of the field. */
export type Faults = ReadonlyMap<string, readonly string[]>;

/** The faults of one list by their fields; what says the same of one field is said once. */
export function toFaults(all: readonly (readonly [pad: string, melding: string])[]): Faults {
  const faults = new Map<string, string[]>();
  for (const [pad, melding] of all) {
    const there = faults.get(pad) ?? [];
    if (!there.includes(melding)) faults.set(pad, [...there, melding]);
  }
  return faults;
}

/**
 * All that keeps a thing from being saved: what was typed wrong, what its schema refuses, and a name or an id that another
 * thing has. `naam` is its name so far; null for a new one.
 */
export function checkThing(
  say: Say,
  files: Files,
  { soort, veld }: Formulier,
  naam: string | null,
  { value, fouten, ids = new Map() }: Pick<Posted, 'value' | 'fouten' | 'ids'>,
): Faults {
  const typed = fouten.map((fault) => [fault.pad, toFaultText(say, toIdFault(fault, ids))] as const);
  const known = new Set(typed.map(([pad]) => pad));
  const refused = soort
    .check(value)
    .map(({ pad, melding }) => [toPad(veld, value, pad), toSentence(melding)] as const)
    // What is missing was said already, in better words.
    .filter(([pad]) => !known.has(pad));
  // Of an id that is made of a name, what is wrong stands at the name when that is empty.
  const all = [...typed, ...refused].filter(([pad]) => {
    const id = ids.get(pad);
    return (id?.stand !== 'leeg' || !known.has(id.van)) && !waitsForOther(pad, known);
  });
  if (all.length > 0) return toFaults(all);
  const same = toSameNameFaults(say, files, soort, naam, value);
  if (soort.staat.in !== 'lijst' || !isTaken(files, { soort, veld }, naam, value)) return same;
  // Of a name that another has, it is said only once.
  return new Map([...toTakenFault(say, findNameField(veld), ids), ...same]);
}

/** Whether a part of a condition follows from one beside it that is still to be chosen: the question, and then the answers. */
function waitsForOther(pad: string, known: ReadonlySet<string>): boolean {
  const [, condition = '', part = ''] = /^(.*)\.(operator|value)$/.exec(pad) ?? [];
  const first = { operator: ['fact', 'value'], value: ['fact'] }[part] ?? [];
  return first.some((name) => known.has(`${condition}.${name}`));
}

/** That another thing of the kind has a name, or a code, that was filled in. */
export function toSameNameFaults(
  say: Say,
  files: Files,
  soort: Formulier['soort'],
  naam: string | null,
  value: unknown,
): Faults {
  const found = findSameNames(files, soort, naam, value);
  const code = findSameCode(files, soort, naam, value);
  return toFaults([
    ...found.map(({ pad, ander }) => [pad, say('beheer-fout.heet-al-zo', { ander })] as const),
    ...(code ? [[code.pad, say('beheer-fout.code-van-ander', { ander: code.ander })] as const] : []),
  ]);
}

/** What is wrong with a thing as it was kept, as its form would say of it when it is saved once more. */
export function checkKept(say: Say, files: Files, formulier: Formulier, naam: string): Faults {
  const { soort, veld } = formulier;
  const value = readThing(files, soort, naam);
  const invoer = toInvoer(veld, value);
  const { fouten } = toValue(veld, invoer, createAnswerForm(files));
  // An id that is made of a name is no fault as long as that is empty.
  const { ids } = fillIds(veld, invoer, undefined);
  return checkThing(say, files, formulier, naam, { value, fouten, ids });
}

/** Whether a thing may be saved while it is not finished: a table is too long to fill in at one go. */
export function canBeUnfinished({ soort }: Formulier): boolean {
  return soort.staat.in === 'map' || soort.soort === NEW_TABLE;
}

/** The parts of a table without which it cannot be kept: it has no name of its own, nor one for its file. */
const NEEDED = /(^|\.)(id|naam|korteNaam)$/;

/**
 * What keeps a table from being saved that is not finished: only its own names. All else becomes a fault of the draft, which
 * cannot be offered with it. `at` is where in the form the names stand.
 */
export function toNeededFaults(fouten: Faults, at: string): Faults {
  return new Map([...fouten].filter(([pad]) => NEEDED.test(pad) && pad.replace(NEEDED, '') === at));
}

/** The fields with the day on which somebody looked at something. */
const LOOKED = ['gecontroleerd', 'geraadpleegd'];

/** That somebody filled in a day to come as the day on which they looked; `today` is YYYY-MM-DD. */
export function toFutureFaults(
  say: Say,
  { was, value }: Pick<Posted, 'was' | 'value'>,
  today: string,
): Faults {
  return toFaults(
    LOOKED.flatMap((key) => {
      const day = getAt(value, [key]);
      const isComing = typeof day === 'string' && isDate(day) && day > today && day !== getAt(was, [key]);
      return isComing ? [[key, say('beheer-fout.datum-later')]] : [];
    }),
  );
}

/** Says at an empty id what to do there: an id is made by itself, but not of this name. */
function toIdFault(fault: FormFault, ids: IdsOfNames): FormFault {
  return fault.fout === 'leeg' && ids.has(fault.pad) ? { ...fault, fout: 'geen-kenmerk' } : fault;
}

/** That something has this id already: at the name, where the id was made of that. */
export function toTakenFault(say: Say, pad: string, ids: IdsOfNames = new Map()): Faults {
  const made = ids.get(pad);
  return toFaults([
    made ? [made.van, say('beheer-fout.naam-bestaat-al')] : [pad, say('beheer-fout.bestaat-al')],
  ]);
}

/** Whether another thing of the list has its id, or without ids its name. */
function isTaken(files: Files, { soort, veld }: Formulier, naam: string | null, value: unknown): boolean {
  const others = listNamen(files, soort).filter((other) => other !== naam);
  const key = findNameField(veld);
  if (key !== 'id' && key !== 'feit') {
    const values = others.map((other) => readThing(files, soort, other));
    // With it the things cannot be told apart by name any more, and they could before.
    const isAlike = nameItems([values]) !== null && nameItems([[...values, value]]) === null;
    return isAlike || others.includes(toNewName(files, { soort, veld }, naam, value));
  }
  return others.some((other) => isSame(getAt(readThing(files, soort, other), [key]), getAt(value, [key])));
}

/** The name that a thing of a list has with this value. */
export function toNewName(files: Files, { soort }: Formulier, naam: string | null, value: unknown): string {
  if (soort.staat.in !== 'lijst') return naam ?? soort.soort;
  const others = listNamen(files, soort).filter((other) => other !== naam);
  const values = others.map((other) => readThing(files, soort, other));
  return nameAll([...values, value]).at(-1) ?? '';
}

function findNameField(veld: Formulier['veld']): string {
  const names = veld.soort === 'groep' ? veld.leden.map(({ naam }) => naam) : [];
  return ['id', 'feit', 'naam'].find((name) => names.includes(name)) ?? '';
}

/** A fault of a schema is the second half of a sentence. */
function toSentence(melding: string): string {
  const text = `${melding.slice(0, 1).toUpperCase()}${melding.slice(1)}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
