import { randomUUID } from 'node:crypto';
import { rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Storage, StorageWorld, Store } from '../storage.ts';
import { lookRegularly, tellOnce } from '../watch.ts';
import {
  carryOutCommands,
  correctionsFile,
  createCorrections,
  createFolderDesk,
} from './corrections-file.ts';
import { openRecords } from './create-records.ts';
import { makeFolders, toStorageFailure } from './disk.ts';
import { takeLock } from './folder-lock.ts';
import { createOutbox, createSealedFiles, outboxFile } from './outbox-file.ts';
import { carryOutRecordCommands, createFolderRecordsDesk } from './records-commands.ts';
import { findRecordFaults } from './records-reader.ts';
import { findStandSecret, readOrMakeStandSecret } from './stand-secret-file.ts';
import { createStatistics, statisticsFile } from './statistics-file.ts';
import { createCommits, openStoreFile, readStoreFile, type StoreFile } from './store-file.ts';
import { answersFile, createTableAnswers } from './table-answers-file.ts';

/** How often to look for instructions of an operator, in milliseconds. */
const COMMANDS_INTERVAL = 500;

interface Options extends StorageWorld {
  readonly dataDir: string;
}

/** The storage in a data folder, for one server at a time. */
export function createFolderStorage(options: Options): Storage {
  const { dataDir, now } = options;
  return {
    open: () => openFolder(options),
    readSecret: async () => readOrMakeStandSecret(dataDir),
    findFaults: () => findFolderFaults(dataDir),
    openDesk: () => createFolderDesk(dataDir, now),
    openRecordsDesk: async () => createFolderRecordsDesk(options),
  };
}

/**
 * Opens what is kept in the data folder.
 * @throws FolderInUse when another process has it; StorageFailure when the folder cannot be written, or a file is broken,
 * unreadable or of a newer version. In plain Dutch.
 */
export async function openFolder({ dataDir, now, onError }: Options): Promise<Store> {
  const lock = await takeLock(dataDir);
  try {
    const open = <T>(file: StoreFile<T>) => openStoreFile(dataDir, file, lock.check);
    const correctionCommits = createCommits(await open(correctionsFile));
    const statisticsLow = await open(statisticsFile);
    const outboxCommits = createCommits(await open(outboxFile));
    const answerCommits = createCommits(await open(answersFile));
    const records = await openRecords(dataDir, lock.check);
    const zendingen = createOutbox(outboxCommits, createSealedFiles(dataDir, lock.check));
    // Also where sending was turned off: what nobody confirmed in time does not stay.
    await zendingen.cleanUp(now());
    await zendingen.wipeLeftovers();
    const meldingen = createCorrections(correctionCommits, now);
    const counts = createStatistics(statisticsLow, { now, onError });
    const looks = [
      () => carryOutCommands(dataDir, meldingen, onError),
      () => carryOutRecordCommands(dataDir, records, onError),
    ].map((look) => lookRegularly(tellOnce(look, onError), COMMANDS_INTERVAL));
    return {
      meldingen,
      counts,
      zendingen,
      antwoorden: createTableAnswers(answerCommits),
      records,
      check: async () => lock.check(),
      close: async () => {
        for (const { stop } of looks) await stop();
        const commits = [correctionCommits, outboxCommits, answerCommits];
        await Promise.all([...commits.map((one) => one.settle()), records.settle(), counts.flush()]);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What is wrong with the data folder and the files in it; may run beside a server, and leaves everything as it was. */
async function findFolderFaults(dataDir: string): Promise<string[]> {
  const pogingen = await Promise.allSettled([
    tryFolder(dataDir),
    (async () => findStandSecret(dataDir))(),
    findRecordFaults(dataDir),
    readStoreFile(dataDir, correctionsFile),
    readStoreFile(dataDir, statisticsFile),
    readStoreFile(dataDir, outboxFile),
    readStoreFile(dataDir, answersFile),
  ]);
  return pogingen.flatMap((attempt) =>
    attempt.status === 'rejected' ? [(attempt.reason as Error).message] : [],
  );
}

/** Writes as the server would, and takes away what that made. Rights alone do not tell whether a disk can be written. */
async function tryFolder(dataDir: string): Promise<void> {
  const probe = join(dataDir, `proef.${randomUUID()}`);
  try {
    const made = makeFolders(dataDir);
    try {
      writeFileSync(probe, 'proef', { flag: 'wx', mode: 0o600, flush: true });
    } finally {
      rmSync(probe, { force: true });
      if (made !== undefined) removeFolders(dataDir, made);
    }
  } catch (error) {
    throw toStorageFailure(error, dataDir);
  }
}

/** Removes folders that are empty, from the deepest up to the first that was made. */
function removeFolders(deepest: string, first: string): void {
  for (let folder = deepest; folder.length >= first.length; folder = dirname(folder)) rmdirSync(folder);
}
