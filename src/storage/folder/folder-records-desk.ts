import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StorageFailure } from '../../domain/storage-failure.ts';
import type { RecordsDesk } from '../records-desk.ts';
import { readJsonFile } from './create-json-file.ts';
import { openRecordFiles } from './create-records.ts';
import { FolderInUse, isLockTaken, takeLock } from './folder-lock.ts';
import { openRecords } from './open-records.ts';
import {
  type CommandOutcome,
  carryOutRecordCommands,
  leaveRecordCommand,
  takeOutcome,
} from './records-commands.ts';
import { recordsFile } from './records-file.ts';
import { createRecordsReader } from './records-reader.ts';

/** How long a running server gets to carry out an instruction, in milliseconds. */
const PATIENCE = 5_000;

interface Options {
  readonly dataDir: string;
  readonly now: () => Date;
  /** Told of instructions that make no sense. */
  readonly onError: (fault: unknown) => void;
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
  const { naam, schema, leeg } = recordsFile;
  const { readRaw: _, ...reader } = createRecordsReader({
    load: async () => (await readJsonFile(join(dataDir, naam), schema)) ?? leeg(),
    files: openRecordFiles(dataDir, () => {}),
  });

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
    ...reader,
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
