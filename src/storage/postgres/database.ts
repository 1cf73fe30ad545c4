import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type ClientConfig, Pool, type PoolClient, type QueryResultRow } from 'pg';
import { toDatabaseFailure } from './database-failure.ts';

/** Where the database is, and as whom to go there. */
export interface DatabaseAddress {
  /** The name of a computer, or the folder of a socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string | null;
  /** Null without TLS; else with a certificate that is checked, by the CA in this PEM file or by those of Node.js. */
  readonly tls: { readonly caFile: string | null } | null;
}

/** How long to wait, in milliseconds. */
export interface Patience {
  readonly connect: number;
  /** For one statement, in the database itself. */
  readonly statement: number;
  /** For the answer to one statement, however long the database takes. */
  readonly answer: number;
}

/** For what a visitor waits for. */
export const PATIENCE: Patience = { connect: 5_000, statement: 8_000, answer: 9_000 };
/** Of one process; a database lets in a hundred. */
const CONNECTIONS = 5;
/** How long to wait for connections to close: one that is broken never says so. */
const CLOSE_PATIENCE = 1_000;

/** Sends one statement. Contents go in `values` only, so that no statement holds any. */
export type Query = <T extends QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<T[]>;

/** A database, connected to when that is needed. All of it throws StorageFailure. */
export interface Database {
  /** In a sentence: where it is; without user and password. */
  readonly place: string;
  readonly query: Query;
  /** Does something in one transaction: all of it is kept, or nothing. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Makes the connection to a database; nothing is connected yet.
 * @throws Error in plain Dutch when the file of the CA cannot be read.
 */
export function createDatabase(address: DatabaseAddress, patience: Patience = PATIENCE): Database {
  const place = `${address.host}:${address.port}, database ${address.database}`;
  const pool = createPool(address, patience);
  let closed: Promise<void> | null = null;
  // What goes wrong with a connection that nobody uses is met, and told, by the next one. Without a listener it would end
  // the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  async function run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toDatabaseFailure(error, place);
    }
  }

  const queryOn =
    (client: Pick<PoolClient, 'query'>): Query =>
    (sql, values = []) =>
      run(async () => (await client.query(sql, [...values])).rows);

  return {
    place,
    query: queryOn(pool),
    async transaction(work) {
      const client = await run(() => pool.connect());
      let isWhole = false;
      try {
        const query = queryOn(client);
        await query('BEGIN');
        const result = await work(query);
        await query('COMMIT');
        isWhole = true;
        return result;
      } finally {
        // A connection that is thrown away takes its transaction back, whatever state it is in.
        client.release(!isWhole);
      }
    },
    close() {
      closed ??= Promise.race([pool.end(), wait(CLOSE_PATIENCE, undefined, { ref: false })]);
      return closed;
    },
  };
}

function createPool(address: DatabaseAddress, patience: Patience): Pool {
  return new Pool({
    ...toClientConfig(address, patience),
    max: CONNECTIONS,
    statement_timeout: patience.statement,
    lock_timeout: patience.statement,
    idle_in_transaction_session_timeout: patience.statement,
  });
}

/** How the driver makes any connection to a database. @throws Error in plain Dutch when the file of the CA cannot be read. */
export function toClientConfig(
  { host, port, database, user, password, tls }: DatabaseAddress,
  patience: Patience,
): ClientConfig {
  return {
    host,
    port,
    database,
    user,
    ...(password === null ? {} : { password }),
    ssl: tls ? { rejectUnauthorized: true, ...readCa(tls.caFile) } : false,
    application_name: APPLICATION,
    keepAlive: true,
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.answer,
  };
}

function readCa(path: string | null): { readonly ca?: Buffer } {
  if (path === null) return {};
  try {
    return { ca: readFileSync(path) };
  } catch {
    throw new Error(
      `STORE_URL: het bestand ${path} is niet te lezen. Geef als sslrootcert het pad van een PEM-bestand met het certificaat van de CA.`,
    );
  }
}

/** By which the database knows the processes of this site. */
export const APPLICATION = 'rdm-wegwijzer';

/** What only one process does at a time. */
export const LOCKS = { migraties: 1, meldingen: 2, zendingen: 3, antwoorden: 4, beheer: 5 } as const;

/** Tells the locks of this site from those of another in the same database. */
const SITE = 7_237_741;

/** Waits until no other process is in the same kind of transaction; until the end of this one, nobody else gets in. */
export async function takeTurn(query: Query, lock: (typeof LOCKS)[keyof typeof LOCKS]): Promise<void> {
  await query('SELECT pg_advisory_xact_lock($1, $2)', [SITE, lock]);
}

/** Rows as a list of values for each column, for `unnest`: one statement writes them all. What is absent is null. */
export function toColumns<Row extends object>(
  rows: readonly Row[],
  ...names: readonly (keyof Row)[]
): unknown[][] {
  return names.map((name) => rows.map((row) => row[name] ?? null));
}
