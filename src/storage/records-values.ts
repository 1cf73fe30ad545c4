import {
  type Kept,
  type LogEntry,
  logEntrySchema,
  RECORD_SCHEMAS,
  type RecordChange,
  type RecordKind,
  type RecordOf,
  type Records,
} from '../domain/editing/records.ts';
import { toVersieId } from '../domain/editing/versions.ts';
import { SpoiltRecord, StorageFailure } from '../domain/storage-failure.ts';

/** A change as it is written: the value as JSON, of which the order of the keys stays as it is. */
export interface WrittenChange {
  readonly kind: RecordKind;
  readonly id: string;
  /** The one that was read. */
  readonly revision: number;
  /** Null: the record goes. */
  readonly json: string | null;
}

/**
 * The changes and the lines as they are written: nothing that could not be read back is ever kept.
 * @throws Error when one does not have its form, or a record is named twice: a mistake of the program.
 */
export function toWritten(
  changes: readonly RecordChange[],
  log: readonly LogEntry[],
): { readonly changes: readonly WrittenChange[]; readonly log: readonly LogEntry[] } {
  const names = new Set(changes.map(({ kind, id }) => `${kind} ${id}`));
  if (names.size < changes.length) throw new Error('A record is named twice in one commit.');
  return { changes: changes.map(writeChange), log: log.map((entry) => logEntrySchema.parse(entry)) };
}

function writeChange({ kind, id, revision, value }: RecordChange): WrittenChange {
  // The database has no U+0000 in a text; the other sign would be no key of its own in an object.
  if (!/^[\x20-\x7e]{1,300}$/.test(id) || id === '__proto__')
    throw new Error(`Not the id of a record: ${kind} ${JSON.stringify(id)}`);
  const json = value === null ? null : JSON.stringify(RECORD_SCHEMAS[kind].parse(value));
  return { kind, id, revision, json };
}

/** What was kept, as a record of its kind. @throws SpoiltRecord when it does not have the form of that. */
export function toKept<K extends RecordKind>(
  kind: K,
  { id, revision, value }: Kept<unknown>,
): Kept<RecordOf<K>> {
  const parsed = RECORD_SCHEMAS[kind].safeParse(value);
  if (parsed.success) return { id, revision, value: parsed.data as RecordOf<K> };
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new SpoiltRecord(
    `Wat van /beheer is bewaard als ${kind} ${id}, heeft niet de goede vorm${place === '' ? '' : ` (bij ${place})`}. ` +
      'Er is niets overschreven. Zet een reservekopie terug.',
  );
}

/** A line of the log. @throws StorageFailure when it does not have the form of one. */
export function toLogEntry(value: unknown): LogEntry {
  const parsed = logEntrySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new StorageFailure(
    'Een regel van het logboek van /beheer heeft niet de goede vorm. Er is niets overschreven. Zet een reservekopie terug.',
  );
}

/** The kinds that hold content: too much to read all of it for a look. */
const CONTENT: ReadonlySet<RecordKind> = new Set(['inhoud', 'programma']);

/** Reads what `/beheer` keeps, and of the content what is live. @throws StorageFailure with the first that cannot be read. */
export async function checkRecords({
  list,
  read,
  findLiveVersion,
}: Pick<Records, 'list' | 'read' | 'findLiveVersion'>): Promise<void> {
  const kinds = Object.keys(RECORD_SCHEMAS) as RecordKind[];
  for (const kind of kinds) if (!CONTENT.has(kind)) await list(kind);
  await read('inhoud', toVersieId(await findLiveVersion()));
}
