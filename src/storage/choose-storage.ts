import { createFolderStorage } from './folder/folder-storage.ts';
import type { DatabaseAddress } from './postgres/database.ts';
import { createDatabaseStorage } from './postgres/database-storage.ts';
import type { Storage, StorageWorld } from './storage.ts';

interface Options extends StorageWorld {
  readonly dataDir: string;
  /** Null: everything is kept in the data folder. */
  readonly database: DatabaseAddress | null;
}

/** The storage that is configured: a folder for one server, or a database for any number. */
export function chooseStorage({ dataDir, database, now, onError }: Options): Storage {
  return database
    ? createDatabaseStorage({ address: database, now, onError })
    : createFolderStorage({ dataDir, now, onError });
}
