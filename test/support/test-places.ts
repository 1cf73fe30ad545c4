import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { chooseStorage } from '../../src/storage/open-storage.ts';
import type { DatabaseAddress, Patience } from '../../src/storage/postgres/database.ts';
import { createDatabaseStorage } from '../../src/storage/postgres/database-storage.ts';
import type { Storage, Store } from '../../src/storage/storage.ts';
import { NOW } from './open-test-store.ts';
import { toUrl, withClient } from './postgres-server.ts';
import { readAllFiles } from './read-all-files.ts';
import { makeTempDir } from './temp-dir.ts';

interface Options {
  readonly now?: () => Date;
  readonly onError?: (fault: unknown) => void;
}

/** Where a test keeps things: empty at first. */
export interface TestPlace {
  /** By which a server finds it. */
  readonly env: Readonly<Record<string, string>>;
  /** By which the source does. */
  readonly where: { readonly dataDir: string; readonly database: DatabaseAddress | null };
  toStorage(options?: Options): Storage;
  /** Opens it, until the end of the test. */
  open(options?: Options): Promise<Store>;
  /** Lets writing fail as a full disk does, until `repair`. */
  fill(): Promise<void>;
  repair(): Promise<void>;
  /** Gives a medewerker a role that there is not, as a newer version or a hand might. */
  spoil(kind: 'medewerker', id: string): Promise<void>;
  /** All that is kept, as text. */
  readAll(): Promise<string>;
  /** The mails as they are kept, beside a process that has the place. */
  readMails(): Promise<unknown[]>;
  /** Lets the time pass after which a process that shows no sign is held to be gone. */
  forgetHolders(): Promise<void>;
  /** How many mails lie sealed. */
  countSealed(): Promise<number>;
  /** Leaves sealed bytes that no mail names, as a crash does; long ago. */
  leaveSealed(): Promise<void>;
}

async function openUntilEnd(storage: Storage): Promise<Store> {
  const store = await storage.open();
  onTestFinished(() => store.close());
  return store;
}

/** A folder of its own. */
export async function makeFolder(
  dataDir = join(makeTempDir(), 'data'),
): Promise<TestPlace & { readonly dataDir: string }> {
  const blocks = ['meldingen', 'zendingen', 'tafelantwoorden', 'beheer'].map((naam) =>
    join(dataDir, `${naam}.json.nieuw`),
  );
  const sealed = join(dataDir, 'verzendingen');
  const toStorage = ({ now = () => NOW, onError = throwIt }: Options = {}) =>
    chooseStorage({ dataDir, database: null, now, onError });
  return {
    dataDir,
    env: { DATA_DIR: dataDir },
    where: { dataDir, database: null },
    toStorage,
    open: (options) => openUntilEnd(toStorage(options)),
    fill: async () => {
      for (const block of blocks) mkdirSync(block);
    },
    repair: async () => {
      for (const block of blocks) rmSync(block, { recursive: true });
    },
    async spoil(kind, id) {
      const path = join(dataDir, 'beheer.json');
      const data = JSON.parse(readFileSync(path, 'utf8'));
      data.records[kind][id].waarde.rol = 'baas';
      writeFileSync(path, JSON.stringify(data));
    },
    readAll: async () => readAllFiles(dataDir),
    readMails: async () => JSON.parse(readFileSync(join(dataDir, 'zendingen.json'), 'utf8')).zendingen,
    // Whether one is gone shows at once.
    forgetHolders: async () => {},
    countSealed: async () => readdirSync(sealed).length,
    leaveSealed: async () => writeFileSync(join(sealed, 'A'.repeat(22)), 'over'),
  };
}

/** A place in a database, with what only a database has. */
export interface TestDatabase extends TestPlace {
  readonly address: DatabaseAddress;
  readonly url: string;
  toStorage(
    options?: Options & { readonly patience?: Patience; readonly lease?: number; readonly poll?: number },
  ): Storage;
  /** Does one thing in the database as its owner; gives the rows. */
  ask(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

/** A database of its own, on the PostgreSQL of all tests unless another one is meant. */
export async function makeDatabase(port = inject('postgresPort')): Promise<TestDatabase> {
  const database = `proef_${randomUUID().replaceAll('-', '')}`;
  await withClient(toUrl(port), (client) => client.query(`CREATE DATABASE ${database}`));
  return createTestDatabase(port, database);
}

/** Such a place in a database that is there. */
export function createTestDatabase(port: number, database: string): TestDatabase {
  const url = toUrl(port, database);
  const address = { host: '127.0.0.1', port, database, user: 'postgres', password: null, tls: null };
  const ask: TestDatabase['ask'] = async (sql, values) =>
    (await withClient(url, (client) => client.query(sql, values))).rows;
  const toStorage: TestDatabase['toStorage'] = ({ now = () => NOW, onError = throwIt, ...more } = {}) =>
    createDatabaseStorage({ address, now, onError, ...more });
  return {
    address,
    url,
    env: { STORE_URL: url },
    where: { dataDir: '/sys/nergens', database: address },
    toStorage,
    ask,
    open: (options) => openUntilEnd(toStorage(options)),
    fill: async () => {
      await ask(`CREATE FUNCTION wegwijzer.vol() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END $$`);
      for (const table of ['meldingen', 'zendingen', 'tafelantwoorden', 'beheer'])
        await ask(
          `CREATE TRIGGER vol BEFORE INSERT OR UPDATE OR DELETE ON wegwijzer.${table} EXECUTE FUNCTION wegwijzer.vol()`,
        );
    },
    repair: async () => void (await ask('DROP FUNCTION wegwijzer.vol CASCADE')),
    spoil: async (kind, id) =>
      void (await ask(
        `UPDATE wegwijzer.beheer SET waarde = jsonb_set(waarde::jsonb, '{rol}', '"baas"')::json
         WHERE soort = $1 AND id = $2`,
        [kind, id],
      )),
    async readAll() {
      const tables = await ask("SELECT tablename FROM pg_tables WHERE schemaname = 'wegwijzer'");
      const rows = await Promise.all(
        tables.map(({ tablename }) => ask(`SELECT t::text AS row FROM wegwijzer.${tablename} t`)),
      );
      const sealed = await ask('SELECT bytes FROM wegwijzer.verzegeld');
      return [
        ...rows.flat().map(({ row }) => row),
        ...sealed.map(({ bytes }) => (bytes as Buffer).toString('latin1')),
      ].join('\n');
    },
    readMails: () => ask('SELECT * FROM wegwijzer.zendingen ORDER BY volgnummer'),
    forgetHolders: async () => void (await ask('UPDATE wegwijzer.zendingen SET houder_tot = now()')),
    countSealed: async () => (await ask('SELECT 1 FROM wegwijzer.verzegeld')).length,
    leaveSealed: async () =>
      void (await ask("INSERT INTO wegwijzer.verzegeld VALUES ('over', 'x', now() - interval '1 day')")),
  };
}

/** Every kind of place, for the tests of what holds for each. */
export const PLACES: readonly (readonly [naam: string, make: () => Promise<TestPlace>])[] = [
  ['a folder', () => makeFolder()],
  ['PostgreSQL', () => makeDatabase()],
];

function throwIt(fault: unknown): never {
  throw fault;
}
