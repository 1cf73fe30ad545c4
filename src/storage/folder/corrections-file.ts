import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import {
  applyCommand,
  type Command,
  type Correction,
  type Corrections,
  commandSchema,
  correctionSchema,
  findRepeated,
  isGoneAlready,
  MAX_OPEN_CORRECTIONS,
  newCorrectionSchema,
} from '../../domain/corrections/corrections.ts';
import type { CorrectionsDesk } from '../storage.ts';
import { leaveFile, listPaths, readText, refuse } from './command-files.ts';
import { VERSION } from './create-json-file.ts';
import { isLockTaken } from './folder-lock.ts';
import { type Commits, readStoreFile, type StoreFile } from './store-file.ts';

/** How long a running server gets to carry out an instruction, in milliseconds. */
const PATIENCE = 5_000;

const toFolder = (dataDir: string) => join(dataDir, 'opdrachten');

const schema = z.strictObject({
  versie: z.literal(VERSION),
  /** The number of the next report: no number is used twice. */
  volgende: z.number().int().min(1),
  meldingen: z.array(correctionSchema),
});
type CorrectionsFile = z.infer<typeof schema>;

/** The file with the correction reports. */
export const correctionsFile: StoreFile<CorrectionsFile> = {
  naam: 'meldingen.json',
  schema,
  leeg: () => ({ versie: VERSION, volgende: 1, meldingen: [] }),
};

/** Keeps reports by way of `commits`. */
export function createCorrections(commits: Commits<CorrectionsFile>, now: () => Date): Corrections {
  return {
    lijst: async () => commits.data.meldingen,
    count: async () => ({ totaal: commits.data.meldingen.length, open: countOpen(commits.data) }),
    report: async (fresh) => {
      const stored = newCorrectionSchema.parse(fresh);
      return commits.commit((data) => {
        const repeated = findRepeated(data.meldingen, stored, now());
        if (repeated) return { data, result: repeated };
        if (countOpen(data) >= MAX_OPEN_CORRECTIONS) return { data, result: null };
        const melding: Correction = {
          id: String(data.volgende),
          gemaakt: now().toISOString(),
          ...stored,
          status: 'open',
        };
        return {
          data: { ...data, volgende: data.volgende + 1, meldingen: [...data.meldingen, melding] },
          result: melding,
        };
      });
    },
    async process(command) {
      const { isDone, isLess } = await commits.commit((data) => {
        const meldingen = applyCommand(data.meldingen, command);
        if (meldingen === data.meldingen) {
          const isGone = isGoneAlready(meldingen, command);
          return { data, result: { isDone: isGone, isLess: isGone } };
        }
        const isLess = command.soort !== 'antwoord';
        return { data: { ...data, meldingen: [...meldingen] }, result: { isDone: true, isLess } };
      });
      // The previous version of the file still has what went: writing once more replaces that one too.
      if (isLess) await commits.commit((data) => ({ data: { ...data }, result: undefined }));
      return isDone;
    },
  };
}

function countOpen({ meldingen }: CorrectionsFile): number {
  return meldingen.filter(({ status }) => status === 'open').length;
}

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
