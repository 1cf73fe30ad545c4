import { rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import {
  type LogEntry,
  logEntrySchema,
  RECORD_SCHEMAS,
  type RecordChange,
  type RecordKind,
} from '../../domain/editing/records.ts';
import { StorageFailure } from '../../domain/storage-failure.ts';
import type { RecordsDesk, StorageWorld } from '../storage.ts';
import { leaveFile, listPaths, readText, refuse } from './command-files.ts';
import { type FolderRecords, openRecords } from './create-records.ts';
import { toStorageFailure } from './disk.ts';
import { FolderInUse, isLockTaken, takeLock } from './folder-lock.ts';
import { openRecordFiles, recordsFile } from './records-file.ts';
import { createRecordsReader } from './records-reader.ts';
import { readStoreFile } from './store-file.ts';

/** Apart from the instructions on reports, which a version before this one carries out and puts aside what it does not know. */
const toFolder = (dataDir: string) => join(dataDir, 'opdrachten', 'beheer');
/** How long the outcome of an instruction waits for whoever gave it, in milliseconds. */
const OUTCOME_KEPT = 3_600_000;

/** How long a running server gets to carry out an instruction, in milliseconds. */
const PATIENCE = 5_000;

const OUTCOMES = ['ok', 'conflict', 'geweigerd'] as const;
/** What became of an instruction; `geweigerd` when it makes no sense. */
type CommandOutcome = (typeof OUTCOMES)[number];

const kindSchema = z.enum(Object.keys(RECORD_SCHEMAS) as RecordKind[]);
const commandSchema = z.strictObject({
  changes: z.array(
    z.strictObject({
      kind: kindSchema,
      id: z.string(),
      revision: z.int().nonnegative(),
      // Its form is checked before it is written.
      value: z.unknown(),
    }),
  ),
  log: z.array(logEntrySchema),
});

interface Options extends StorageWorld {
  readonly dataDir: string;
  /** In milliseconds. */
  readonly patience?: number;
}

/**
 * What `/beheer` keeps in a data folder, beside a server or without one. Only who has the folder writes: changes are left
 * for the server, and carried out here when there is none.
 */
export function createFolderRecordsDesk({
  dataDir,
  now,
  onError,
  patience = PATIENCE,
}: Options): RecordsDesk {
  async function waitForServer(path: string): Promise<CommandOutcome | null> {
    for (const end = Date.now() + patience; isLockTaken(dataDir) && Date.now() < end; await wait(50)) {
      const outcome = await takeOutcome(path);
      if (outcome) return outcome;
    }
    return takeOutcome(path);
  }

  /** False when a server has the folder after all. What cannot be done here is taken back, and told. */
  async function tryHere(path: string): Promise<boolean> {
    try {
      const lock = await takeLock(dataDir);
      try {
        const records = await openRecords(dataDir, lock.check);
        await carryOutRecordCommands(dataDir, records, onError).finally(records.settle);
        return true;
      } finally {
        lock.release();
      }
    } catch (error) {
      if (error instanceof FolderInUse) return false;
      await rm(path, { force: true });
      throw error;
    }
  }

  return {
    ...createRecordsReader({
      load: () => readStoreFile(dataDir, recordsFile),
      files: openRecordFiles(dataDir, () => {}),
    }),
    async commit(changes, log = []) {
      const path = await leaveRecordCommand(dataDir, changes, log, now());
      const outcome =
        (await waitForServer(path)) ??
        ((await tryHere(path)) ? await takeOutcome(path) : await waitForServer(path)) ??
        'wacht';
      if (outcome !== 'geweigerd') return outcome;
      throw new StorageFailure(`De server kan dit niet uitvoeren. Zie ${path}.geweigerd.`);
    },
    close: async () => {},
  };
}

/**
 * Leaves changes for whoever has the folder, and gives the path of their file.
 * @throws StorageFailure when they cannot be left.
 */
export function leaveRecordCommand(
  dataDir: string,
  changes: readonly RecordChange[],
  log: readonly LogEntry[],
  now: Date,
): Promise<string> {
  return leaveFile(toFolder(dataDir), { changes, log }, now);
}

/** What became of an instruction, and forgets it; null when it still waits. */
export async function takeOutcome(path: string): Promise<CommandOutcome | null> {
  for (const outcome of OUTCOMES) {
    const found = await stat(`${path}.${outcome}`).catch(() => null);
    if (!found) continue;
    // What makes no sense stays, for who wants to know why.
    if (outcome !== 'geweigerd') await rm(`${path}.${outcome}`, { force: true });
    return outcome;
  }
  return null;
}

type CarryOut = Pick<FolderRecords, 'carryOut'>;

/**
 * Carries out what waits, one after the other; `onError` is told of what makes no sense. A crash in between does nothing twice.
 * @throws StorageFailure when it cannot be written: then it still waits.
 */
export async function carryOutRecordCommands(
  dataDir: string,
  records: CarryOut,
  onError: (fault: unknown) => void,
): Promise<void> {
  for (const path of await listPaths(toFolder(dataDir))) {
    if (!path.endsWith('.json')) await forgetOld(path);
    else await carryOut(path, records, onError);
  }
}

async function carryOut(path: string, records: CarryOut, onError: (fault: unknown) => void): Promise<void> {
  const text = await readText(path);
  if (text === null) return;
  const outcome = await tryCommand(basename(path), text, records);
  try {
    if (outcome === 'geweigerd') onError(await refuse(path));
    else await rename(path, `${path}.${outcome}`);
  } catch (error) {
    throw toStorageFailure(error, path);
  }
}

async function tryCommand(name: string, text: string, records: CarryOut): Promise<CommandOutcome> {
  try {
    const { changes, log } = commandSchema.parse(JSON.parse(text));
    return await records.carryOut(name, changes as RecordChange[], log);
  } catch (error) {
    if (error instanceof StorageFailure) throw error;
    return 'geweigerd';
  }
}

/** Takes away an outcome that nobody came for. */
async function forgetOld(path: string): Promise<void> {
  if (!/\.(ok|conflict)$/.test(path)) return;
  const found = await stat(path).catch(() => null);
  if (found && Date.now() - found.ctimeMs > OUTCOME_KEPT) await rm(path, { force: true });
}
