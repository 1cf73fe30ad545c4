import { StorageFailure } from '../../domain/storage-failure.ts';
import { type Database, LOCKS, type Query, takeTurn } from './database.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';

const OLDEST_POSTGRES = 15;

/**
 * Brings the tables up to this version: once, however many servers start together. Tables of a newer version are left as
 * they are, and used as far as that version allows.
 * @throws StorageFailure when the database is too old, has no UTF-8, or its tables are of a version that this one cannot
 * work with.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await checkServer(database.query);
  await database.transaction(async (query) => {
    await takeTurn(query, LOCKS.migraties);
    const [found] = await query<{ schema: string | null }>(
      "SELECT to_regnamespace('wegwijzer')::text AS schema",
    );
    if (found?.schema === null) await query('CREATE SCHEMA wegwijzer');
    await query(
      `CREATE TABLE IF NOT EXISTS wegwijzer.migraties (
        nummer integer PRIMARY KEY, vanaf integer NOT NULL, toegepast timestamptz NOT NULL DEFAULT now())`,
    );
    const last = await findLast(query, migrations);
    for (const { nummer, vanaf, sql } of migrations.filter(({ nummer }) => nummer > last)) {
      await query(sql);
      await query('INSERT INTO wegwijzer.migraties (nummer, vanaf) VALUES ($1, $2)', [nummer, vanaf]);
    }
  });
}

/** What is wrong with the server or the tables, without changing any. @throws StorageFailure */
export async function checkTables(query: Query): Promise<void> {
  await checkServer(query);
  const [found] = await query<{ tabel: string | null }>(
    "SELECT to_regclass('wegwijzer.migraties')::text AS tabel",
  );
  if (found?.tabel) await findLast(query, MIGRATIONS);
}

/** Whether the database answers, and lets itself be written. @throws StorageFailure */
export async function checkWritable(query: Query): Promise<void> {
  // A server that only follows another one reads well.
  const [found] = await query<{ vast: string }>("SELECT current_setting('transaction_read_only') AS vast");
  if (found?.vast !== 'off') throw new StorageFailure('De database is nu alleen te lezen.');
}

/** The number of the last change that was made. */
async function findLast(query: Query, migrations: readonly Migration[]): Promise<number> {
  const [made] = await query<{ nummer: number; vanaf: number }>(
    'SELECT coalesce(max(nummer), 0) AS nummer, coalesce(max(vanaf), 0) AS vanaf FROM wegwijzer.migraties',
  );
  const { nummer = 0, vanaf = 0 } = made ?? {};
  if (vanaf > (migrations.at(-1)?.nummer ?? 0)) {
    throw new StorageFailure(
      'De tabellen in PostgreSQL komen van een nieuwere versie van deze server. Er is niets veranderd. ' +
        'Start de nieuwere versie weer, of zet de reservekopie terug van voor de overstap.',
    );
  }
  return nummer;
}

async function checkServer(query: Query): Promise<void> {
  const [server] = await query<{ versie: number; tekens: string }>(
    "SELECT current_setting('server_version_num')::int AS versie, current_setting('server_encoding') AS tekens",
  );
  const { versie = 0, tekens = '' } = server ?? {};
  if (Math.floor(versie / 10_000) < OLDEST_POSTGRES)
    throw new StorageFailure(`Deze PostgreSQL is te oud. Neem versie ${OLDEST_POSTGRES} of nieuwer.`);
  if (tekens !== 'UTF8') {
    throw new StorageFailure(
      `De database bewaart tekst als ${tekens}. Maak de database opnieuw, met ENCODING 'UTF8'.`,
    );
  }
}
