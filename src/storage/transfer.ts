import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { StorageFailure } from '../domain/storage-failure.ts';
import { type Contents, isEmpty } from './contents.ts';
import { openRecords } from './folder/create-records.ts';
import { readFolder, setFolderAside, writeFolder } from './folder/folder-contents.ts';
import { type FolderLock, takeLock } from './folder/folder-lock.ts';
import { carryOutRecordCommands } from './folder/records-commands.ts';
import { createDatabase, type DatabaseAddress, type Query } from './postgres/database.ts';
import { claimTables, readTables, setTablesAside, writeTables } from './postgres/database-contents.ts';
import { migrate } from './postgres/migrate.ts';

/** A hundred thousand reports take seconds; in milliseconds. */
const PATIENCE = { connect: 10_000, statement: 600_000, answer: 600_000 };

interface Places {
  readonly dataDir: string;
  readonly database: DatabaseAddress;
  readonly now: () => Date;
}

/** What was moved, and where what it was moved from still is. */
export interface Transferred {
  readonly contents: Contents;
  /** The path of a folder, or the name of a schema. */
  readonly aside: string;
}

/**
 * Moves all that a folder keeps into a database that keeps nothing, reads it back and compares. Then the folder keeps
 * nothing any more: what was there stays beside, so that no server sends a mail that waits a second time.
 * @throws StorageFailure when a server works with either, the database keeps something, or the two differ; then nothing has
 * changed.
 */
export async function moveToDatabase({ dataDir, database, now }: Places): Promise<Transferred> {
  if (!existsSync(dataDir)) throw new StorageFailure(`De map ${dataDir} is er niet.`);
  const lock = await takeLock(dataDir);
  try {
    await doWhatWaits(dataDir, lock);
    const contents = await readFolder(dataDir);
    await inTables(database, async (query) => {
      if (!isEmpty(await readTables(query)))
        throw new StorageFailure('In de database staan al gegevens. Er is niets veranderd.');
      await writeTables(query, contents);
      compare(contents, await readTables(query));
    });
    return { contents, aside: await setFolderAside(dataDir, toName(now())) };
  } finally {
    lock.release();
  }
}

/** The way back: moves all that a database keeps into a folder that keeps nothing. */
export async function moveToFolder({ dataDir, database, now }: Places): Promise<Transferred> {
  const lock = await takeLock(dataDir);
  try {
    await doWhatWaits(dataDir, lock);
    if (!isEmpty(await readFolder(dataDir)))
      throw new StorageFailure(`In de map ${dataDir} staan al gegevens. Er is niets veranderd.`);
    return await inTables(database, async (query) => {
      const contents = await readTables(query);
      try {
        await writeFolder(dataDir, contents);
        compare(contents, await readFolder(dataDir));
        return { contents, aside: await setTablesAside(query, toName(now())) };
      } catch (error) {
        // What is half there must not be taken for all of it.
        await setFolderAside(dataDir, `mislukt-${toName(now())}`);
        throw error;
      }
    });
  } finally {
    lock.release();
  }
}

/** Does what operators asked for and no server did yet: what waits would stay behind. */
async function doWhatWaits(dataDir: string, { check }: FolderLock): Promise<void> {
  const records = await openRecords(dataDir, check);
  await carryOutRecordCommands(dataDir, records, () => {}).finally(records.settle);
}

/** Does something with the tables while no server does; all of it is kept, or nothing. */
async function inTables<T>(address: DatabaseAddress, work: (query: Query) => Promise<T>): Promise<T> {
  const database = createDatabase(address, PATIENCE);
  try {
    await migrate(database);
    return await database.transaction(async (query) => {
      await claimTables(query);
      return work(query);
    });
  } finally {
    await database.close();
  }
}

function compare(given: Contents, found: Contents): void {
  for (const what of Object.keys(given) as (keyof Contents)[]) {
    // A place that had no secret may have made one.
    const isSame =
      isDeepStrictEqual(given[what], found[what]) || (what === 'geheim' && given.geheim === null);
    if (!isSame)
      throw new StorageFailure(`Wat is overgezet, is niet gelijk (${what}). Er is niets veranderd.`);
  }
}

/** Such as `overgezet-20261130-090000`, by universal time. */
function toName(now: Date): string {
  return `overgezet-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`;
}
