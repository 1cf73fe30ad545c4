import { z } from 'zod';
import type { LogEntry, RecordKind } from '../../domain/editing/records.ts';
import type { WrittenChange } from '../records-values.ts';
import { type StoreFile, VERSION } from './create-json-file.ts';

/** The kinds of which each record has a file of its own: content, that would otherwise be written with every session. */
const LARGE: ReadonlySet<string> = new Set<RecordKind>(['inhoud', 'programma', 'concept']);
/** How many instructions of operators are remembered as done: each is there for seconds only. */
const REMEMBERED = 200;

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

/** The file with what `/beheer` keeps; who may log in is in it. */
export const recordsFile: StoreFile<RecordsFile> = {
  naam: 'beheer.json',
  schema,
  leeg: () => ({ versie: VERSION, records: {}, logboek: { delen: [], regels: [] }, opdrachten: [] }),
};

/** Whether each record of a kind has a file of its own. */
export function isLarge(kind: string): boolean {
  return LARGE.has(kind);
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

/** The names of all files beside it that it names. */
export function listFiles({ records, logboek }: RecordsFile): Set<string> {
  const entries = Object.values(records).flatMap((ofKind) => Object.values(ofKind));
  const names = entries.flatMap((entry) => ('bestand' in entry ? [entry.bestand] : []));
  return new Set([...names, ...logboek.delen.map(({ bestand }) => bestand)]);
}

/** What goes into the file together. */
export interface Batch {
  readonly changes: readonly WrittenChange[];
  /** The files that were written for the changes that have one, by change. */
  readonly files: ReadonlyMap<WrittenChange, string>;
  readonly log: readonly LogEntry[];
  /** The instruction of an operator that it is; null when it is none. */
  readonly opdracht: string | null;
}

/** Makes changes; null when a record has another revision than was read. An instruction that was done is done. */
export function applyBatch(data: RecordsFile, { changes, files, log, opdracht }: Batch): RecordsFile | null {
  if (opdracht !== null && data.opdrachten.includes(opdracht)) return data;
  const isRead = ({ kind, id, revision }: WrittenChange) =>
    (findEntry(data, kind, id)?.revisie ?? 0) === revision;
  if (!changes.every(isRead)) return null;
  const records = { ...data.records };
  for (const change of changes) {
    const { [change.id]: _, ...others } = records[change.kind] ?? {};
    const entry = toEntry(change, files.get(change));
    records[change.kind] = entry ? { ...others, [change.id]: entry } : others;
  }
  return {
    ...data,
    records,
    logboek: { ...data.logboek, regels: [...data.logboek.regels, ...log] },
    opdrachten: opdracht === null ? data.opdrachten : [...data.opdrachten, opdracht].slice(-REMEMBERED),
  };
}

function toEntry({ json, revision }: WrittenChange, bestand: string | undefined): RecordEntry | null {
  const revisie = revision + 1;
  if (bestand !== undefined) return { revisie, bestand };
  return json === null ? null : { revisie, waarde: JSON.parse(json) };
}
