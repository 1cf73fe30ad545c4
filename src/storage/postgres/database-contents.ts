import { setTimeout as wait } from 'node:timers/promises';
import { StorageFailure } from '../../domain/storage-failure.ts';
import type { Contents } from '../contents.ts';
import { readAllCorrections, writeCorrections } from './corrections-table.ts';
import { APPLICATION, type Query } from './database.ts';
import { putMails, selectMails } from './outbox-rows.ts';
import { readAllRecords, writeAllRecords } from './records-table.ts';
import { readSecret, writeSecret } from './secret-row.ts';
import { addToTable, readCounts } from './statistics-table.ts';
import { readAnswers, writeAnswers } from './table-answers-table.ts';

/** How long a server that stopped may take to be gone, and how often is looked, in milliseconds. */
const CLOSING = 3_000;
const LOOK = 50;

/** Reads all that the tables keep, as one moment had it: in a transaction that nobody else writes beside. */
export async function readTables(query: Query): Promise<Contents> {
  const [next] = await query<{ volgende: number }>(
    `SELECT (last_value + CASE WHEN is_called THEN 1 ELSE 0 END)::int AS volgende FROM wegwijzer.meldingen_id_seq`,
  );
  const sealed = await query<{ naam: string; bytes: Buffer }>(
    `SELECT naam, bytes FROM wegwijzer.verzegeld
     WHERE EXISTS (SELECT 1 FROM wegwijzer.zendingen WHERE bestand = naam)`,
  );
  return {
    volgende: next?.volgende ?? 1,
    meldingen: await readAllCorrections(query),
    weken: await readCounts(query),
    zendingen: await selectMails(query, 'ORDER BY volgnummer'),
    verzegeld: new Map(sealed.map(({ naam, bytes }) => [naam, bytes])),
    geheim: await readSecret(query),
    tafels: await readAnswers(query),
    ...(await readAllRecords(query)),
  };
}

/** Writes all of it in tables that keep nothing yet. */
export async function writeTables(query: Query, contents: Contents): Promise<void> {
  const { volgende, meldingen, weken, zendingen, verzegeld, geheim } = contents;
  await writeCorrections(query, meldingen);
  await query("SELECT setval('wegwijzer.meldingen_id_seq', $1, false)", [volgende]);
  await addToTable(query, weken);
  await putMails(query, zendingen);
  await writeAnswers(query, contents.tafels);
  await writeAllRecords(query, contents);
  for (const row of verzegeld)
    await query('INSERT INTO wegwijzer.verzegeld (naam, bytes) VALUES ($1, $2)', [...row]);
  if (geheim !== null) await writeSecret(query, geheim);
}

/**
 * Keeps every server away until the end of the transaction.
 * @throws StorageFailure when one works with the tables now.
 */
export async function claimTables(query: Query): Promise<void> {
  // A connection that was closed just now is still there for a moment, on a busy machine.
  for (const end = performance.now() + CLOSING; (await countOthers(query)) > 0; await wait(LOOK)) {
    if (performance.now() > end)
      throw new StorageFailure('Er werkt nog een server met deze database. Stop eerst alle servers.');
  }
  await query(
    `LOCK TABLE wegwijzer.meldingen, wegwijzer.tellingen, wegwijzer.zendingen, wegwijzer.verzegeld, wegwijzer.geheim,
     wegwijzer.tafelantwoorden, wegwijzer.tafeltellingen, wegwijzer.tafelruimte,
     wegwijzer.beheer, wegwijzer.logboek`,
  );
}

/** Puts all tables under another name, so that no server goes on with them; gives that name. */
export async function setTablesAside(query: Query, name: string): Promise<string> {
  const schema = `wegwijzer_${name.replaceAll(/\W/g, '_')}`;
  await query(`ALTER SCHEMA wegwijzer RENAME TO ${schema}`);
  return schema;
}

/** How many connections of servers there are beside this one. */
async function countOthers(query: Query): Promise<number> {
  // Within a transaction PostgreSQL says what it said before, unless it is told to look again.
  await query('SELECT pg_stat_clear_snapshot()');
  const [others] = await query<{ aantal: number }>(
    `SELECT count(*)::int AS aantal FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = $1 AND pid <> pg_backend_pid()`,
    [APPLICATION],
  );
  return others?.aantal ?? 0;
}
