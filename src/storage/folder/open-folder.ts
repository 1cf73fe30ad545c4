import { randomUUID } from 'node:crypto';
import { rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import type { Store } from '../store.ts';
import { correctionsFile, createCorrections } from './corrections-file.ts';
import { createCommits } from './create-commits.ts';
import { createJsonFile, readJsonFile, type StoreFile } from './create-json-file.ts';
import { takeLock } from './folder-lock.ts';
import { lookRegularly } from './look-regularly.ts';
import { makeFolders } from './make-folders.ts';
import { openRecords } from './open-records.ts';
import { carryOutCommands } from './operator-commands.ts';
import { createOutbox, outboxFile } from './outbox-file.ts';
import { findRecordFaults } from './record-faults.ts';
import { carryOutRecordCommands } from './records-commands.ts';
import { createSealedFiles } from './sealed-files.ts';
import { checkStandSecret } from './stand-secret-file.ts';
import { createStatistics, statisticsFile } from './statistics-file.ts';
import { answersFile, createTableAnswers } from './table-answers-file.ts';
import { toStorageFailure } from './write-durably.ts';

/** How long counts wait to be written together, in milliseconds. */
const STATISTICS_DELAY = 5_000;
/** How often to look for instructions of an operator, in milliseconds. */
const COMMANDS_INTERVAL = 500;

interface Options {
  readonly dataDir: string;
  readonly now: () => Date;
  /** Told of what goes wrong outside a request: counts that cannot be written, an instruction that makes no sense. */
  readonly onError: (fault: unknown) => void;
}

/**
 * Opens what is kept in the data folder.
 * @throws FolderInUse when another process has it; StorageFailure when the folder cannot be written, or a file is broken,
 * unreadable or of a newer version. In plain Dutch.
 */
export async function openFolder({ dataDir, now, onError }: Options): Promise<Store> {
  const lock = await takeLock(dataDir);
  try {
    const open = async <T>({ naam, schema, leeg }: StoreFile<T>): Promise<Low<T>> => {
      const low = new Low<T>(createJsonFile(join(dataDir, naam), schema, lock.check), leeg());
      await low.read();
      return low;
    };
    const correctionCommits = createCommits(await open(correctionsFile));
    const statisticsLow = await open(statisticsFile);
    const outboxCommits = createCommits(await open(outboxFile));
    const answerCommits = createCommits(await open(answersFile));
    const records = await openRecords(dataDir, lock.check);
    const files = createSealedFiles(dataDir, lock.check);
    const zendingen = createOutbox({ commits: outboxCommits, files });
    // Also where sending was turned off: what nobody confirmed in time does not stay.
    await zendingen.cleanUp(now());
    await zendingen.wipeLeftovers();
    const meldingen = createCorrections(correctionCommits, now);
    const statistics = createStatistics({ low: statisticsLow, now, delay: STATISTICS_DELAY, onError });
    const reports = { dataDir, meldingen, onError };
    const commands = [
      () => carryOutCommands(reports),
      () => carryOutRecordCommands(dataDir, records, onError),
    ].map((look) => lookRegularly({ look, interval: COMMANDS_INTERVAL, onError }));
    return {
      meldingen,
      counts: statistics,
      zendingen,
      antwoorden: createTableAnswers(answerCommits),
      records,
      check: async () => lock.check(),
      close: async () => {
        for (const { stop } of commands) await stop();
        const commits = [correctionCommits, outboxCommits, answerCommits];
        await Promise.all([...commits.map((one) => one.settle()), records.settle(), statistics.flush()]);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What is wrong with the data folder and the files in it; may run beside a server, and leaves everything as it was. */
export async function findFolderFaults(dataDir: string): Promise<string[]> {
  const pogingen = await Promise.allSettled([
    tryFolder(dataDir),
    (async () => checkStandSecret(dataDir))(),
    findRecordFaults(dataDir),
    ...[correctionsFile, statisticsFile, outboxFile, answersFile].map(({ naam, schema }) =>
      readJsonFile<unknown>(join(dataDir, naam), schema),
    ),
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
