import { type Contents, type KeptRecord, sortRecords } from '../contents.ts';
import { toLogEntry } from '../records-values.ts';
import type { Query } from './database.ts';
import { addToLog } from './records-table.ts';

type RecordContents = Pick<Contents, 'records' | 'logboek'>;

/** How many lines of the log go in one statement. */
const AT_ONCE = 5_000;

/** Reads all that `/beheer` keeps. */
export async function readRecords(query: Query): Promise<RecordContents> {
  const records = await query<KeptRecord>(
    'SELECT soort AS kind, id, revisie AS revision, waarde::text AS json FROM wegwijzer.beheer',
  );
  const lines = await query<{ regel: string }>(
    'SELECT regel::text AS regel FROM wegwijzer.logboek ORDER BY nummer',
  );
  return {
    records: sortRecords(records.map(({ kind, id, revision, json }) => ({ kind, id, revision, json }))),
    logboek: lines.map(({ regel }) => toLogEntry(JSON.parse(regel))),
  };
}

/** Writes all of it in tables that keep none of it yet. */
export async function writeRecords(query: Query, { records, logboek }: RecordContents): Promise<void> {
  for (const { kind, id, revision, json } of records)
    await query('INSERT INTO wegwijzer.beheer (soort, id, revisie, waarde) VALUES ($1, $2, $3, $4)', [
      ...[kind, id, revision, json],
    ]);
  for (let from = 0; from < logboek.length; from += AT_ONCE)
    await addToLog(query, logboek.slice(from, from + AT_ONCE));
}
