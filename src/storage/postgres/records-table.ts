import type { Kept, LogEntry, RecordKind, RecordOf, Records } from '../../domain/editing/records.ts';
import { type KeptRecord, type RecordContents, sortRecords } from '../contents.ts';
import { toKept, toLogEntry, toWritten, type WrittenChange } from '../records-values.ts';
import { type Database, LOCKS, type Query, takeTurn, toColumns } from './database.ts';

/** On which processes tell each other of a new version. */
export const VERSION_CHANNEL = 'wegwijzer_versie';

/** Keeps records in their tables. `onVersion` comes from what listens to the database. */
export function createRecords({ query, transaction }: Database): Omit<Records, 'onVersion'> {
  return {
    async read(kind, id) {
      const [found] = await select(query, kind, 'AND id = $2', [id]);
      return found ?? null;
    },
    list: (kind) => select(query, kind, 'ORDER BY id'),
    async commit(given, lines = []) {
      const { changes, log } = toWritten(given, lines);
      return transaction(async (query) => {
        // One at a time: so the log has the order in which things happened, and no two find the same record new.
        await takeTurn(query, LOCKS.beheer);
        if (!(await areAsRead(query, changes))) return 'conflict';
        for (const change of changes) await writeChange(query, change);
        await addToLog(query, log);
        if (changes.some(({ kind }) => kind === 'versie')) await query(`NOTIFY ${VERSION_CHANNEL}`);
        return 'ok';
      });
    },
    async readLog(limit, skip = 0) {
      const rows = await query<{ regel: string }>(
        'SELECT regel::text AS regel FROM wegwijzer.logboek ORDER BY nummer DESC LIMIT $1 OFFSET $2',
        [limit, skip],
      );
      return rows.map(({ regel }) => toLogEntry(JSON.parse(regel)));
    },
    async findLiveVersion() {
      const [found] = await query<{ nummer: number }>(
        "SELECT coalesce(max(id), '0')::int AS nummer FROM wegwijzer.beheer WHERE soort = 'versie'",
      );
      return found?.nummer ?? 0;
    },
  };
}

/** The records of a kind that the end of a statement picks. */
async function select<K extends RecordKind>(
  query: Query,
  kind: K,
  end: string,
  values: readonly unknown[] = [],
): Promise<Kept<RecordOf<K>>[]> {
  // Read as text: what the driver makes of json, it makes of all of it at once and throws no StorageFailure for.
  const rows = await query<Omit<KeptRecord, 'kind'>>(
    `SELECT id, revisie AS revision, waarde::text AS json FROM wegwijzer.beheer WHERE soort = $1 ${end}`,
    [kind, ...values],
  );
  return rows.map(({ id, revision, json }) => toKept(kind, { id, revision, value: JSON.parse(json) }));
}

async function areAsRead(query: Query, changes: readonly WrittenChange[]): Promise<boolean> {
  const [found] = await query<{ anders: number }>(
    `SELECT count(*)::int AS anders
     FROM unnest($1::text[], $2::text[], $3::int[]) AS gelezen (soort, id, revisie)
     LEFT JOIN wegwijzer.beheer b ON b.soort = gelezen.soort AND b.id = gelezen.id COLLATE "C"
     WHERE coalesce(b.revisie, 0) <> gelezen.revisie`,
    toColumns(changes, 'kind', 'id', 'revision'),
  );
  return found?.anders === 0;
}

async function writeChange(query: Query, { kind, id, revision, json }: WrittenChange): Promise<void> {
  if (json === null)
    return void (await query('DELETE FROM wegwijzer.beheer WHERE soort = $1 AND id = $2', [kind, id]));
  await query(
    `INSERT INTO wegwijzer.beheer (soort, id, revisie, waarde) VALUES ($1, $2, $3, $4)
     ON CONFLICT (soort, id) DO UPDATE SET revisie = excluded.revisie, waarde = excluded.waarde`,
    [kind, id, revision + 1, json],
  );
}

/** Adds lines to the log, in this order. */
async function addToLog(query: Query, log: readonly LogEntry[]): Promise<void> {
  if (log.length === 0) return;
  await query(
    `INSERT INTO wegwijzer.logboek (regel)
     SELECT regel::json FROM unnest($1::text[]) WITH ORDINALITY AS l (regel, plek) ORDER BY plek`,
    [log.map((entry) => JSON.stringify(entry))],
  );
}

/** How many lines of the log go in one statement. */
const AT_ONCE = 5_000;

/** Reads all that `/beheer` keeps. */
export async function readAllRecords(query: Query): Promise<RecordContents> {
  const records = await query<KeptRecord>(
    'SELECT soort AS kind, id, revisie AS revision, waarde::text AS json FROM wegwijzer.beheer',
  );
  const lines = await query<{ regel: string }>(
    'SELECT regel::text AS regel FROM wegwijzer.logboek ORDER BY nummer',
  );
  return {
    records: sortRecords(records),
    logboek: lines.map(({ regel }) => toLogEntry(JSON.parse(regel))),
  };
}

/** Writes all of it in tables that keep none of it yet. */
export async function writeAllRecords(query: Query, { records, logboek }: RecordContents): Promise<void> {
  for (const { kind, id, revision, json } of records)
    await query('INSERT INTO wegwijzer.beheer (soort, id, revisie, waarde) VALUES ($1, $2, $3, $4)', [
      ...[kind, id, revision, json],
    ]);
  for (let from = 0; from < logboek.length; from += AT_ONCE)
    await addToLog(query, logboek.slice(from, from + AT_ONCE));
}
