import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  applyCommand,
  type Command,
  type Correction,
  type Corrections,
  commandSchema,
} from '../../domain/corrections/corrections.ts';
import type { CorrectionsDesk } from '../storage.ts';
import { leaveFile, listPaths, readText, refuse } from './command-files.ts';
import { correctionsFile } from './corrections-file.ts';
import { isLockTaken } from './folder-lock.ts';
import { readStoreFile } from './store-file.ts';

/** How long a running server gets to carry out an instruction, in milliseconds. */
const PATIENCE = 5_000;

const toFolder = (dataDir: string) => join(dataDir, 'opdrachten');

/** The reports in a data folder, beside a server or without one. */
export function createFolderDesk(dataDir: string, now: () => Date): CorrectionsDesk {
  async function waitUntilDone(path: string): Promise<boolean> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(100)) {
      if (!(await listCommands(dataDir)).some((waiting) => waiting.pad === path)) return true;
    }
    return false;
  }

  return {
    lijst: () => readCorrections(dataDir),
    async carryOut(command) {
      const path = await leaveCommand(dataDir, command, now());
      return isLockTaken(dataDir) && (await waitUntilDone(path));
    },
    close: async () => {},
  };
}

/** Leaves an instruction for the server and gives the path of its file. @throws StorageFailure when it cannot be left. */
export function leaveCommand(dataDir: string, command: Command, now: Date): Promise<string> {
  return leaveFile(toFolder(dataDir), command, now);
}

/** An instruction of an operator that waits for the server. */
interface WaitingCommand {
  readonly pad: string;
  /** Null when the file holds no instruction. */
  readonly command: Command | null;
}

/** The instructions that wait, in the order in which they were given. */
export async function listCommands(dataDir: string): Promise<WaitingCommand[]> {
  const paths = (await listPaths(toFolder(dataDir))).filter((path) => path.endsWith('.json'));
  const parsed = await Promise.all(paths.map(readCommand));
  return parsed.filter((command) => command !== null);
}

async function readCommand(pad: string): Promise<WaitingCommand | null> {
  const text = await readText(pad);
  if (text === null) return null;
  try {
    return { pad, command: commandSchema.parse(JSON.parse(text)) };
  } catch {
    return { pad, command: null };
  }
}

/**
 * Carries out what operators left, one after the other. What fails stays where it is: doing it twice gives the same.
 * `onError` is told of what makes no sense.
 */
export async function carryOutCommands(
  dataDir: string,
  meldingen: Pick<Corrections, 'process'>,
  onError: (fault: unknown) => void,
): Promise<void> {
  for (const { pad, command } of await listCommands(dataDir)) {
    if (command && (await meldingen.process(command))) await rm(pad, { force: true });
    else onError(await refuse(pad));
  }
}

/**
 * The reports as they are or will be: what is on disk, with the instructions that the server has yet to carry out.
 * Only reads, so it is safe beside a running server: a file is always replaced as a whole.
 * @throws StorageFailure when the file is broken or cannot be read.
 */
export async function readCorrections(dataDir: string): Promise<readonly Correction[]> {
  // In this order: an instruction that is carried out in between is then applied twice, which is the same.
  const commands = await listCommands(dataDir);
  const { meldingen } = await readStoreFile(dataDir, correctionsFile);
  return commands.reduce<readonly Correction[]>(
    (done, { command }) => (command ? applyCommand(done, command) : done),
    meldingen,
  );
}
