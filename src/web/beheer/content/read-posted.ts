import { z } from 'zod';
import { tidyPhone, writeAsItWas } from '../../../domain/editing/form/as-kept.ts';
import { createAnswerForm } from '../../../domain/editing/form/choices.ts';
import { fillIds, type IdsOfNames } from '../../../domain/editing/form/fill-ids.ts';
import { toPad } from '../../../domain/editing/form/find-place.ts';
import { fitOperators } from '../../../domain/editing/form/fit-operator.ts';
import { readInvoer } from '../../../domain/editing/form/read-form.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import { findSameNames } from '../../../domain/editing/form/same-name.ts';
import { toInvoer } from '../../../domain/editing/form/to-invoer.ts';
import { type FormFault, toValue } from '../../../domain/editing/form/to-value.ts';
import type { Invoer } from '../../../domain/editing/form/veld.ts';
import { getAt, isSame, type JsonPath, nameAll, nameItems, setAt } from '../../../domain/editing/json.ts';
import { listNamen, readThing } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import type { Say } from '../../../domain/texts.ts';
import { BadRequest } from '../../../http/check-request.ts';
import { toFaultText } from './catalog.ts';

/** A place that somebody else changed meanwhile, and what stands there for them; undefined: nothing. */
export interface Botsing {
  readonly path: JsonPath;
  readonly theirs?: unknown;
}

const UNREADABLE = 'Het formulier is niet te lezen.';
/** Deeper than any place in the content. */
const DEEPEST = 30;
/** The clashes come back in a hidden field, so anybody may have written them. */
const botsingenSchema = z.array(
  z.object({
    path: z.array(z.union([z.string(), z.int().min(0)])).max(DEEPEST),
    theirs: z.unknown(),
  }),
);

/** The form of a thing as it was sent. */
export interface Posted {
  /** Which button. */
  readonly doe: string;
  /** The thing as it was when the form was opened; undefined for a new one. */
  readonly was: unknown;
  /** What is filled in, without the ids that were made: they follow the name when the form comes back. */
  readonly invoer: Invoer;
  /** What is filled in with those ids, written as `was` is. */
  readonly value: unknown;
  /** What became of the ids that were left empty. */
  readonly ids?: IdsOfNames;
  readonly fouten: readonly FormFault[];
  /** The clashes that nobody chose for yet. */
  readonly botsingen: readonly Botsing[];
}

/** The name of the field in which one chooses for a clash. */
export const toChoiceName = (number: number) => `botsing-${number}`;

/**
 * Reads the form of a thing; of what is new the ids that were left empty are made when it is saved.
 * @throws BadRequest on hidden fields that no page of ours has.
 */
export function readPosted({ veld }: Formulier, form: URLSearchParams, files: Files): Posted {
  const was = parse(form.get('was') ?? '');
  const asked = botsingenSchema.safeParse(parse(form.get('botsingen') ?? '') ?? []);
  if (!asked.success) throw new BadRequest(400, UNREADABLE);
  const all: readonly Botsing[] = asked.data.map(({ path, theirs }) => ({
    path,
    ...(theirs === undefined ? {} : { theirs }),
  }));
  const toAnswerForm = createAnswerForm(files);
  const doe = form.get('doe') ?? 'bewaar';
  const asTyped = readInvoer(veld, form);
  const opened = was === undefined ? undefined : toInvoer(veld, was);
  const { invoer: typed, ids } =
    doe === 'bewaar' ? fillIds(veld, asTyped, opened) : { invoer: asTyped, ids: new Map() };
  const chosen = all.map((botsing, number) => ({ botsing, keuze: form.get(toChoiceName(number)) }));
  const theirs = chosen.filter(({ keuze }) => keuze === 'ander').map(({ botsing }) => botsing);
  // From behind, so that what goes moves nothing before it.
  const joined = theirs.reduceRight<unknown>(
    (value, botsing) => setAt(value, botsing.path, botsing.theirs),
    toValue(veld, typed, toAnswerForm).value,
  );
  const isJoined = theirs.length > 0;
  const whole = isJoined ? toInvoer(veld, joined) : typed;
  const { value, fouten } = toValue(veld, whole, toAnswerForm);
  return {
    doe,
    was,
    invoer: isJoined ? whole : asTyped,
    ids,
    value: writeAsItWas(fitOperators(tidyPhone(value), files), was),
    fouten,
    botsingen: chosen.filter(({ keuze }) => keuze === null).map(({ botsing }) => botsing),
  };
}

function parse(tekst: string): unknown {
  if (tekst === '') return undefined;
  try {
    return JSON.parse(tekst);
  } catch {
    throw new BadRequest(400, UNREADABLE);
  }
}

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
    return id?.stand !== 'leeg' || !known.has(id.van);
  });
  if (all.length > 0) return toFaults(all);
  const same = toSameNameFaults(say, files, soort, naam, value);
  if (soort.staat.in !== 'lijst' || !isTaken(files, { soort, veld }, naam, value)) return same;
  // Of a name that another has, it is said only once.
  return new Map([...toTakenFault(say, findNameField(veld), ids), ...same]);
}

/** That another thing of the kind has a name that was filled in. */
export function toSameNameFaults(
  say: Say,
  files: Files,
  soort: Formulier['soort'],
  naam: string | null,
  value: unknown,
): Faults {
  const found = findSameNames(files, soort, naam, value);
  return toFaults(found.map(({ pad, ander }) => [pad, say('beheer-fout.heet-al-zo', { ander })]));
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
