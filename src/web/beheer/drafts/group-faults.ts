import { findThingAt, isEmptyAt } from '../../../domain/editing/form/find-place.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import type { Finding } from '../../../domain/editing/proof.ts';
import { readThing } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import type { Say } from '../../../domain/texts.ts';
import { checkKept, type Faults } from '../content/check-thing.ts';
import { toContentPath, toThingPath } from '../paths.ts';
import { createDescribe, findPart, toPartTitle } from './describe-part.ts';
import { toMelding } from './to-melding.ts';

interface Options {
  readonly say: Say;
  /** The kinds of content that have forms, with these. */
  readonly formulieren: readonly Formulier[];
  readonly before: Files;
  readonly after: Files;
  /** The draft that it is of; null: nothing of it can be changed. */
  readonly concept: string | null;
}

/** A fault, or what deserves a look, with where it is mended; null where no form does. */
interface ShownFinding {
  readonly plaats: string | null;
  readonly melding: string;
  readonly href: string | null;
  /** The thing that it is at; null for what is not one thing. */
  readonly thing: { readonly soort: string; readonly naam: string } | null;
}

/** The fields of one part of a form that are still to be filled in. */
interface EmptyPart {
  /** What the part is called; null for fields that stand by themselves. */
  readonly naam: string | null;
  readonly velden: readonly { readonly tekst: string; readonly href: string | null }[];
}

/** All that is wrong with one thing. */
export interface FaultGroup {
  readonly titel: string;
  /** Its form. */
  readonly href: string | null;
  /** How many fields are still to be filled in, where that is more than a few; and which, part by part. */
  readonly leeg: { readonly aantal: number; readonly delen: readonly EmptyPart[] } | null;
  readonly bevindingen: readonly ShownFinding[];
}

/** One of them, as it is sorted. */
interface Sorted extends ShownFinding {
  readonly key: string;
  readonly titel: string;
  /** The way to it, in words. */
  readonly stappen: readonly string[];
  readonly isLeeg: boolean;
}

/** Up to so many empty fields are told one by one; with more the thing is simply not finished. */
const FEW = 3;

/**
 * The faults thing by thing, in the words of the forms. Of what is not filled in yet only the fields are named: what a check
 * says of that, nobody needs to read forty times.
 */
export function groupFaults(faults: readonly Finding[], options: Options): readonly FaultGroup[] {
  const sort = createSort(options);
  const all = faults.flatMap(sort);
  return [...new Set(all.map(({ key }) => key))].map((key) => {
    const own = all.filter((one) => one.key === key);
    const empty = own.filter(({ isLeeg }) => isLeeg);
    const isUnfinished = empty.length > FEW;
    return {
      titel: own[0]?.titel ?? '',
      href: own.find(({ href }) => href !== null)?.href?.replace(/#.*$/, '') ?? null,
      leeg: isUnfinished ? { aantal: empty.length, delen: toParts(empty) } : null,
      bevindingen: isUnfinished ? own.filter(({ isLeeg }) => !isLeeg) : own,
    };
  });
}

/** Makes what says of a finding where it is and what its form says of it; nothing where the form waits for another field first. */
function createSort({ say, formulieren, before, after, concept }: Options): (fault: Finding) => Sorted[] {
  const describe = createDescribe(say, formulieren, after);
  const kept = new Map<string, Faults>();
  const said = new Set<string>();
  return (finding) => {
    const { bestand, plaats } = finding;
    const { part, veld } = findPart(after, bestand, plaats);
    const found = findThingAt(formulieren, after, bestand, plaats);
    const formulier = formulieren.find(({ soort }) => soort.soort === found?.soort);
    const naam = found?.naam ?? null;
    const isThere = formulier && naam !== null && readThing(after, formulier.soort, naam) !== undefined;
    const key = isThere ? `${formulier.soort.soort} ${naam}` : bestand;
    const pad = found?.pad ?? '';
    if (isThere && !kept.has(key)) kept.set(key, checkKept(say, after, formulier, naam));
    const byForm = kept.get(key) ?? new Map();
    const words: readonly string[] | undefined = byForm.get(pad);
    const isEmpty = isThere === true && pad !== '' && isEmptyAt(after[bestand], plaats);
    if (isEmpty && !words && hasBeside(byForm, pad)) return [];
    const stappen = veld === '' ? [] : describe(part, veld).stappen;
    const melding = words?.join(' ') ?? toMelding(say, [after, before], finding);
    if (said.has(`${key} ${pad} ${melding}`)) return [];
    said.add(`${key} ${pad} ${melding}`);
    return [
      {
        ...{ key, stappen, melding, isLeeg: isEmpty && words !== undefined },
        titel: toPartTitle(say, [after, before], part),
        plaats: stappen.join(' › ') || null,
        href: concept !== null && found ? toThingPath(toContentPath(concept), found.soort, naam, pad) : null,
        thing: found && naam !== null ? { soort: found.soort, naam } : null,
      },
    ];
  };
}

/** Whether something is wrong in the same group of fields: what follows from that, is not told before. */
function hasBeside(faults: Faults, pad: string): boolean {
  const group = pad.replace(/[^.]*$/, '');
  return group !== '' && [...faults.keys()].some((other) => other.startsWith(group));
}

/** The fields part by part, in the order of the form. */
function toParts(empty: readonly Sorted[]): EmptyPart[] {
  const named = empty.map(({ stappen, href }) => {
    // A thing of a list is a part by itself.
    const depth = /\d$/.test(stappen[1] ?? '') && stappen.length > 2 ? 2 : 1;
    const naam = stappen.length > 1 ? (stappen[depth - 1] ?? '') : null;
    return { naam, veld: { tekst: stappen.slice(naam === null ? 0 : depth).join(' › '), href } };
  });
  return [...new Set(named.map(({ naam }) => naam))].map((naam) => ({
    naam,
    velden: named.filter((one) => one.naam === naam).map(({ veld }) => veld),
  }));
}
