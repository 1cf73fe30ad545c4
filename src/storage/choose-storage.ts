import { createFolderDesk } from './folder/folder-desk.ts';
import { createFolderRecordsDesk } from './folder/folder-records-desk.ts';
import { findFolderFaults, openFolder } from './folder/open-folder.ts';
import { readOrMakeStandSecret } from './folder/stand-secret-file.ts';
import type { DatabaseAddress } from './postgres/database.ts';
import { createDatabaseStorage } from './postgres/database-storage.ts';
import type { Storage } from './storage.ts';

interface Options {
  readonly dataDir: string;
  /** Null: everything is kept in the data folder. */
  readonly database: DatabaseAddress | null;
  readonly now: () => Date;
  /** Told of what goes wrong outside a request: counts that cannot be written, an instruction that makes no sense. */
  readonly onError: (fault: unknown) => void;
}

/** The storage that is configured: a folder for one server, or a database for any number. */
export function chooseStorage({ dataDir, database, now, onError }: Options): Storage {
  if (database) return createDatabaseStorage({ address: database, now, onError });
  return {
    open: () => openFolder({ dataDir, now, onError }),
    readSecret: async () => readOrMakeStandSecret(dataDir),
    findFaults: () => findFolderFaults(dataDir),
    openDesk: () => createFolderDesk(dataDir, now),
    openRecordsDesk: async () => createFolderRecordsDesk({ dataDir, now, onError }),
  };
}
