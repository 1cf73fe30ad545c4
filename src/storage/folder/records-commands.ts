import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import {
  type LogEntry,
  logEntrySchema,
  RECORD_SCHEMAS,
  type RecordChange,
  type RecordKind,
} from '../../domain/editing/records.ts';
import { StorageFailure } from '../../domain/storage-failure.ts';
import type { FolderRecords } from './create-records.ts';
import { makeFolders } from './make-folders.ts';
import { toStorageFailure, writeDurably } from './write-durably.ts';

/** Apart from the instructions on reports, which a version before this one carries out and puts aside what it does not know. */
const FOLDER = join('opdrachten', 'beheer');
/** How long the outcome of an instruction waits for whoever gave it, in milliseconds. */
const OUTCOME_KEPT = 3_600_000;

const OUTCOMES = ['ok', 'conflict', 'geweigerd'] as const;
/** What became of an instruction; `geweigerd` when it makes no sense. */
export type CommandOutcome = (typeof OUTCOMES)[number];

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

/**
 * Leaves changes for whoever has the folder, safely on disk, and gives the path of their file.
 * @throws StorageFailure when they cannot be left.
 */
export async function leaveRecordCommand(
  dataDir: string,
  changes: readonly RecordChange[],
  log: readonly LogEntry[],
  now: Date,
): Promise<string> {
  const folder = join(dataDir, FOLDER);
  const path = join(folder, `${now.getTime()}-${randomUUID()}.json`);
  try {
    makeFolders(folder);
    await writeDurably(`${path}.nieuw`, JSON.stringify({ changes, log }), 'wx');
    // Only names that end in .json are looked for: nobody ever sees half an instruction.
    await rename(`${path}.nieuw`, path);
    return path;
  } catch (error) {
    await rm(`${path}.nieuw`, { force: true }).catch(() => {});
    throw toStorageFailure(error, path);
  }
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

/**
 * Carries out what waits, one after the other. A crash in between does nothing twice.
 * @throws StorageFailure when it cannot be written: then it still waits.
 */
export async function carryOutRecordCommands(
  dataDir: string,
  records: Pick<FolderRecords, 'carryOut'>,
  onError: (fault: unknown) => void,
): Promise<void> {
  const folder = join(dataDir, FOLDER);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.sort()) {
    const path = join(folder, name);
    if (!name.endsWith('.json')) await forgetOld(path);
    else await carryOut(path, records, onError);
  }
}

async function carryOut(
  path: string,
  records: Pick<FolderRecords, 'carryOut'>,
  onError: (fault: unknown) => void,
): Promise<void> {
  // Taken back in the meantime by whoever gave it.
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return;
  const outcome = await tryCommand(basename(path), text, records);
  await rename(path, `${path}.${outcome}`).catch((error: unknown) => {
    throw toStorageFailure(error, path);
  });
  if (outcome !== 'geweigerd') return;
  onError(
    new StorageFailure(
      `De opdracht in ${path} kan niet worden uitgevoerd en is apart gezet als ${path}.geweigerd.`,
    ),
  );
}

async function tryCommand(
  name: string,
  text: string,
  records: Pick<FolderRecords, 'carryOut'>,
): Promise<CommandOutcome> {
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
