import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { LogEntry, RecordKind } from '../../domain/editing/records.ts';
import type { WrittenChange } from '../records-values.ts';
import { VERSION } from './create-json-file.ts';
import { createWriteOnceFiles, type WriteOnceFiles } from './disk.ts';
import type { Commits, StoreFile } from './store-file.ts';

/** The kinds of which each record has a file of its own: content, that would otherwise be written with every session. */
const LARGE: ReadonlySet<string> = new Set<RecordKind>(['inhoud', 'programma', 'concept']);
/** How many instructions of operators are remembered as done: each is there for seconds only. */
const REMEMBERED = 200;

/** How many lines of the log go in a file of their own. */
const PART = 250;

const fileName = z.string().regex(/^[\w-]+\.json$/);
/** A record: its value, or the file that has it. The form of a value is checked when it is read, so one keeps out no other. */
const entrySchema = z.union([
  z.strictObject({ revisie: z.int().positive(), bestand: fileName }),
  z.strictObject({ revisie: z.int().positive(), waarde: z.unknown() }),
]);
export type RecordEntry = z.infer<typeof entrySchema>;

const schema = z.strictObject({
  versie: z.literal(VERSION),
  /** By kind, then by id; a kind of a newer version stays as it is. */
  records: z.record(z.string(), z.record(z.string(), entrySchema)),
  logboek: z.strictObject({
    /** The older lines, each so many in a file that never changes; oldest first. */
    delen: z.array(z.strictObject({ bestand: fileName, aantal: z.int().positive() })),
    regels: z.array(z.unknown()),
  }),
  /** The instructions of operators that were carried out: one that a crash left behind is not done twice. */
  opdrachten: z.array(z.string()),
});
export type RecordsFile = z.infer<typeof schema>;
type Part = RecordsFile['logboek']['delen'][number];

/** The file with what `/beheer` keeps; who may log in is in it. */
export const recordsFile: StoreFile<RecordsFile> = {
  naam: 'beheer.json',
  schema,
  leeg: () => ({ versie: VERSION, records: {}, logboek: { delen: [], regels: [] }, opdrachten: [] }),
};

/** The folder of the files that it names; it comes after that by name, so that a copy in that order is whole. */
export const RECORDS_FOLDER = 'beheerbestanden';

/** Where those files are. `check` runs before each write and stops it by throwing. */
export function openRecordFiles(dataDir: string, check: () => void): WriteOnceFiles {
  return createWriteOnceFiles(join(dataDir, RECORDS_FOLDER), check);
}

/** A name for such a file that nothing had before, and that says what it is to who looks in the folder. */
function toFileName(what: string): string {
  return `${what.replaceAll(/[^\w-]/g, '_').slice(0, 100)}-${randomBytes(6).toString('hex')}.json`;
}

/** What there is to keep of a record; what is large goes into a file of its own, which nothing names yet. */
export async function keepValue(
  files: WriteOnceFiles,
  { kind, id, json }: { readonly kind: string; readonly id: string; readonly json: string },
  revisie: number,
): Promise<RecordEntry> {
  if (!LARGE.has(kind)) return { revisie, waarde: JSON.parse(json) };
  const bestand = toFileName(`${kind}-${id}`);
  await files.keep(json, bestand);
  return { revisie, bestand };
}

/** What is kept of one record; undefined when there is none. */
export function findEntry({ records }: RecordsFile, kind: string, id: string): RecordEntry | undefined {
  const ofKind = records[kind];
  return ofKind && Object.hasOwn(ofKind, id) ? ofKind[id] : undefined;
}

/** The ids of a kind, in order. */
export function listIds({ records }: RecordsFile, kind: string): string[] {
  return Object.keys(records[kind] ?? {}).sort();
}

/** The names of the files that have the values of records. */
export function listValueFiles(entries: readonly (RecordEntry | null | undefined)[]): string[] {
  return entries.flatMap((entry) => (entry && 'bestand' in entry ? [entry.bestand] : []));
}

/** The names of all files beside it that it names. */
export function listFiles({ records, logboek }: RecordsFile): Set<string> {
  const entries = Object.values(records).flatMap((ofKind) => Object.values(ofKind));
  return new Set([...listValueFiles(entries), ...logboek.delen.map(({ bestand }) => bestand)]);
}

/** A change as it comes in the file; null: the record goes. */
export interface EntryChange extends Omit<WrittenChange, 'json'> {
  readonly entry: RecordEntry | null;
}

/** What goes into the file together. */
export interface Batch {
  readonly changes: readonly EntryChange[];
  readonly log: readonly LogEntry[];
  /** The instruction of an operator that it is; null when it is none. */
  readonly opdracht: string | null;
}

/** Makes changes; null when a record has another revision than was read. An instruction that was done is done. */
export function applyBatch(data: RecordsFile, { changes, log, opdracht }: Batch): RecordsFile | null {
  if (opdracht !== null && data.opdrachten.includes(opdracht)) return data;
  const isRead = ({ kind, id, revision }: EntryChange) =>
    (findEntry(data, kind, id)?.revisie ?? 0) === revision;
  if (!changes.every(isRead)) return null;
  const records = { ...data.records };
  for (const { kind, id, entry } of changes) {
    const { [id]: _, ...others } = records[kind] ?? {};
    records[kind] = entry ? { ...others, [id]: entry } : others;
  }
  return {
    ...data,
    records,
    logboek: { ...data.logboek, regels: [...data.logboek.regels, ...log] },
    opdrachten: opdracht === null ? data.opdrachten : [...data.opdrachten, opdracht].slice(-REMEMBERED),
  };
}

/**
 * Moves the oldest lines of the log out of the file that each change writes, into files that never change, so many at a
 * time; the newest stay. A line is at every moment in one of the two, and what fails is done again after a next change.
 * @throws StorageFailure when it cannot be written.
 */
export async function rollLog(commits: Commits<RecordsFile>, files: WriteOnceFiles): Promise<void> {
  while (commits.data.logboek.regels.length >= 2 * PART) {
    // Lines are only ever added behind these, and one does this at a time.
    const part = await keepPart(commits.data.logboek, files);
    try {
      await commits.commit((data) => ({
        data: { ...data, logboek: movePart(data.logboek, part) },
        result: null,
      }));
    } catch (error) {
      await files.wipe(part.bestand).catch(() => {});
      throw error;
    }
  }
}

/** Writes the oldest lines in a file. */
async function keepPart({ delen, regels }: RecordsFile['logboek'], files: WriteOnceFiles): Promise<Part> {
  const bestand = toFileName(`logboek-${String(delen.length + 1).padStart(6, '0')}`);
  await files.keep(JSON.stringify(regels.slice(0, PART)), bestand);
  return { bestand, aantal: PART };
}

function movePart({ delen, regels }: RecordsFile['logboek'], part: Part): RecordsFile['logboek'] {
  return { delen: [...delen, part], regels: regels.slice(part.aantal) };
}

/** Writes lines, oldest first, the way they come to lie in time; gives what names them. */
export async function splitLog(
  lines: readonly unknown[],
  files: WriteOnceFiles,
): Promise<RecordsFile['logboek']> {
  let logboek: RecordsFile['logboek'] = { delen: [], regels: [...lines] };
  while (logboek.regels.length >= 2 * PART) logboek = movePart(logboek, await keepPart(logboek, files));
  return logboek;
}
