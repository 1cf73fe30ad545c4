import { checkRecords } from '../records-values.ts';
import type { Storage, StorageWorld } from '../storage.ts';
import { createCorrections } from './corrections-table.ts';
import { createDatabase, type Database, type DatabaseAddress, PATIENCE, type Patience } from './database.ts';
import { checkTables, checkWritable, migrate } from './migrate.ts';
import { createOutbox } from './outbox-table.ts';
import { createRecords } from './records-table.ts';
import { readOrMakeSecret } from './secret-row.ts';
import { createStatistics } from './statistics-table.ts';
import { createTableAnswers } from './table-answers-table.ts';
import { createVersionWatch } from './version-watch.ts';

/** How long a change of the tables may take, or wait for the server that makes it, in milliseconds. */
const MIGRATION = 60_000;

interface Options extends StorageWorld {
  readonly address: DatabaseAddress;
  readonly patience?: Patience;
  /** How long a process that sends is held to live without a sign, in milliseconds. */
  readonly lease?: number;
  /** How often to look whether there is a new version that nobody told of, in milliseconds. */
  readonly poll?: number;
}

/** The storage in a PostgreSQL database, for any number of processes on any number of servers. */
export function createDatabaseStorage({
  address,
  now,
  onError,
  patience = PATIENCE,
  lease,
  poll,
}: Options): Storage {
  /** Connects with tables that are up to date. */
  async function connect() {
    const slow = createDatabase(address, { ...patience, statement: MIGRATION, answer: MIGRATION });
    await migrate(slow).finally(slow.close);
    return createDatabase(address, patience);
  }

  return {
    async open() {
      const database = await connect();
      const zendingen = createOutbox(database, lease);
      const counts = createStatistics(database, { now, onError });
      const records = createRecords(database);
      const { findLiveVersion } = records;
      const watch = createVersionWatch({ address, patience, findLiveVersion, ...(poll && { poll }) });
      const close = async () => {
        await watch.close();
        await counts.flush();
        await zendingen.close();
        await database.close();
      };
      try {
        // Also where sending was turned off: what nobody confirmed in time does not stay.
        await zendingen.cleanUp(now());
      } catch (error) {
        await close();
        throw error;
      }
      return {
        meldingen: createCorrections(database, now),
        counts,
        zendingen,
        antwoorden: createTableAnswers(database),
        records: { ...records, onVersion: watch.onVersion },
        check: () => checkWritable(database.query),
        close,
      };
    },

    async readSecret() {
      const database = await connect();
      return readOrMakeSecret(database.query).finally(database.close);
    },

    async findFaults() {
      try {
        const database = createDatabase(address, patience);
        await checkTables(database.query)
          .then(() => checkKept(database))
          .finally(database.close);
        return [];
      } catch (error) {
        return [(error as Error).message];
      }
    },

    openDesk() {
      const database = createDatabase(address, patience);
      const { lijst, process } = createCorrections(database, now);
      return { lijst, carryOut: process, close: database.close };
    },

    async openRecordsDesk() {
      const database = await connect();
      return { ...createRecords(database), close: database.close };
    },
  };
}

/** Whether what `/beheer` keeps can be read; before the first start there are no tables yet. */
async function checkKept(database: Database): Promise<void> {
  const [found] = await database.query<{ tabel: string | null }>(
    "SELECT to_regclass('wegwijzer.beheer')::text AS tabel",
  );
  if (found?.tabel) await checkRecords(createRecords(database));
}
