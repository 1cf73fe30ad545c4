import { toPad } from '../../../domain/editing/form/find-pad.ts';
import type { Formulier } from '../../../domain/editing/form/find-uses.ts';
import { getAt, isSame } from '../../../domain/editing/json.ts';
import { listNamen, nameAll, readThing } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import type { Say } from '../../../domain/texts.ts';
import { toFaultText } from './form-words.ts';
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
 * All that keeps a thing from being saved: what was typed wrong, what its schema refuses, and a name that another thing
 * has. `naam` is its name so far; null for a new one.
 */
export function checkThing(
  say: Say,
  files: Files,
  { soort, veld }: Formulier,
  naam: string | null,
  { value, fouten }: Pick<Posted, 'value' | 'fouten'>,
): Faults {
  const typed = fouten.map((fault) => [fault.pad, toFaultText(say, fault)] as const);
  const known = new Set(typed.map(([pad]) => pad));
  const refused = soort
    .check(value)
    .map(({ pad, melding }) => [toPad(veld, value, pad), toSentence(melding)] as const)
    // What is missing was said already, in better words.
    .filter(([pad]) => !known.has(pad));
  const all = [...typed, ...refused];
  if (all.length > 0 || soort.staat.in !== 'lijst') return toFaults(all);
  return isTaken(files, { soort, veld }, naam, value)
    ? toFaults([[findNameField(veld), say('beheer-fout.bestaat-al')]])
    : new Map();
}

/** Whether another thing of the list has its id, or without ids its name. */
function isTaken(files: Files, { soort, veld }: Formulier, naam: string | null, value: unknown): boolean {
  const others = listNamen(files, soort).filter((other) => other !== naam);
  const key = findNameField(veld);
  if (key !== 'id' && key !== 'feit') return others.includes(toNewName(files, { soort, veld }, naam, value));
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
