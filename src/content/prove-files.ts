import { giveAdvies } from '../domain/advice/advies.ts';
import type { VasteCasus } from '../domain/editing/draft.ts';
import { listChangedParts, listOf, listPartNames, type PartRef, readPart } from '../domain/editing/part.ts';
import type { BrokenCase, Finding, PartChange, Proof } from '../domain/editing/proof.ts';
import type { Kept } from '../domain/editing/records.ts';
import type { Files } from '../domain/editing/versions.ts';
import { createEvaluator } from '../domain/evaluation/evaluator.ts';
import { isSame } from '../domain/json.ts';
import type { Antwoorden } from '../domain/model/antwoorden.ts';
import { createBeslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import { findShifts } from '../domain/proof/find-shifts.ts';
import { LAWS } from '../domain/proof/laws/laws.ts';
import { createProof } from '../domain/proof/proof.ts';
import { describeCase } from '../domain/proof/proof-words.ts';
import { findWarnings } from './check-content.ts';
import { listChanges } from './compare-content.ts';
import { toFinding, VOORBEELDEN_FILE } from './content-fault.ts';
import { listEffects } from './describe-shifts.ts';
import { toWords } from './diff-content.ts';
import { findDoubleNames } from './find-double-names.ts';
import { findOldNames } from './find-old-names.ts';
import type { ReadContent } from './load-content.ts';
import { parseContent, toProofContent } from './read-version.ts';

interface Options {
  readonly before: Files;
  readonly after: Files;
  /** Reads and checks the files. */
  readonly read: (files: Files) => ReadContent;
  /** The cases of the region that must stay as they are. */
  readonly vasteCasussen: readonly Kept<VasteCasus>[];
  readonly now: Date;
}

/** What a change of the content does: its faults, what is other in it, and the exact difference of the whole advice. */
export async function proveFiles({ before, after, read, vasteCasussen, now }: Options): Promise<Proof> {
  const { content, fouten } = read(after);
  // A case that goes otherwise breaks no rule.
  const isSound = content !== null && fouten.every(({ bestand }) => bestand === VOORBEELDEN_FILE);
  return {
    fouten: isSound ? [...fouten, ...findLawFaults(content)] : fouten,
    letOp: [...findDoubleNames(before, after), ...findOldNames(before, after)],
    waarschuwingen: content ? findWarnings(content, now) : [],
    wijzigingen: listPartChanges(before, after),
    advies: fouten.some(isOfAdvies) ? null : compareAdvies(before, after),
    vasteCasussen: isSound ? await findBroken(content, vasteCasussen) : [],
  };
}

/** Whether a fault is in what the advice is made of: what that would do is not what anybody meant. */
function isOfAdvies({ bestand }: Finding): boolean {
  return bestand.startsWith('rules/') || bestand.startsWith('tables/overlegtafels/');
}

function findLawFaults(content: Content): Finding[] {
  const { isProved, tekst } = checkLaws(content);
  return isProved ? [] : [toFinding('rules', '', tekst)];
}

function compareAdvies(before: Files, after: Files): Proof['advies'] {
  const [old, fresh] = [before, after].map((files) => parseContent(new Map(Object.entries(files))));
  if (!old || !fresh || 'fouten' in old || 'fouten' in fresh) return null;
  const shifts = findShifts(toProofContent(old.inhoud), toProofContent(fresh.inhoud));
  const isOther = shifts.anders.aantal + shifts.alleenNu + shifts.alleenEerst > 0n;
  return { verandert: isOther, effecten: listEffects(shifts, toWords(old.inhoud, fresh.inhoud)) };
}

/** What is new, gone or other, file by file and thing by thing. */
export function listPartChanges(before: Files, after: Files): PartChange[] {
  return listChangedParts(before, after).flatMap((part) => {
    const { bestand, naam } = part;
    const isList = listOf(bestand, after[bestand] ?? before[bestand]) !== null;
    const changes = naam === null && isList ? [] : toPartChange(before, after, part);
    // The same things in another order.
    return changes.length > 0 ? changes : [toOrderChange(before, after, bestand)];
  });
}

function toPartChange(before: Files, after: Files, part: PartRef): PartChange[] {
  const [van, naar] = [readPart(before, part), readPart(after, part)];
  if (isSame(van, naar)) return [];
  const soort = van === undefined ? 'nieuw' : naar === undefined ? 'weg' : 'anders';
  return [{ ...part, soort, plaatsen: listChanges(van ?? {}, naar ?? {}) }];
}

function toOrderChange(before: Files, after: Files, bestand: string): PartChange {
  const [van, naar] = [listPartNames(before, bestand), listPartNames(after, bestand)];
  return { bestand, naam: null, soort: 'anders', plaatsen: [{ plaats: '', van, naar }] };
}

async function findBroken(content: Content, cases: readonly Kept<VasteCasus>[]): Promise<BrokenCase[]> {
  const model = createBeslismodel(content);
  const evaluate = createEvaluator(content.tafels);
  const broken: BrokenCase[] = [];
  for (const { id, value } of cases) {
    const antwoorden = value.antwoorden as Antwoorden;
    const { uitkomst, tafels } = await giveAdvies(model, evaluate, antwoorden);
    const was = { uitkomst: value.uitkomst, tafels: value.tafels };
    const wordt = { uitkomst, tafels };
    if (!isSame(was, wordt)) broken.push({ id, naam: value.naam, antwoorden, was, wordt });
  }
  return broken;
}

/** What of the laws holds for this content. */
export interface LawReport {
  readonly isProved: boolean;
  readonly tekst: string;
}

/** Proves the laws for every possible case of content without faults, and tells each that is broken with its smallest case. */
export function checkLaws(content: Content): LawReport {
  const proof = createProof(content);
  const broken = LAWS.flatMap((law) => law.findBreaches(proof).map((breach) => ({ law, ...breach })));
  if (broken.length === 0) {
    const cases = proof.count(proof.advies.valid).toLocaleString('nl-NL');
    return { isProved: true, tekst: `De ${LAWS.length} wetten gelden in alle ${cases} mogelijke gevallen.` };
  }
  const regels = broken.map(({ law, wat, geval }) => {
    const voorbeeld = geval === null ? '' : ` Kleinste geval: ${describeCase(content.vragen, geval)}.`;
    return `- ${law.tekst} Maar: ${wat}.${voorbeeld}`;
  });
  return { isProved: false, tekst: ['Dit geldt niet meer in elk geval:', ...regels].join('\n') };
}
