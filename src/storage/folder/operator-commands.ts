import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, type Corrections, commandSchema } from '../../domain/corrections/corrections.ts';
import { StorageFailure } from '../../domain/storage-failure.ts';
import { makeFolders } from './make-folders.ts';
import { toStorageFailure, writeDurably } from './write-durably.ts';

const FOLDER = 'opdrachten';

/** An instruction of an operator that waits for the server. */
interface WaitingCommand {
  readonly pad: string;
  /** Null when the file holds no instruction. */
  readonly command: Command | null;
}

/**
 * Leaves an instruction for the server, safely on disk, and gives the path of its file.
 * Only the server writes the reports, so that a command and the server never write over each other.
 * @throws StorageFailure when it cannot be left.
 */
export async function leaveCommand(dataDir: string, command: Command, now: Date): Promise<string> {
  const folder = join(dataDir, FOLDER);
  const path = join(folder, `${now.getTime()}-${randomUUID()}.json`);
  try {
    makeFolders(folder);
    await writeDurably(`${path}.nieuw`, JSON.stringify(command), 'wx');
    // The server looks for names that end in .json: it never sees half an instruction.
    await rename(`${path}.nieuw`, path);
    return path;
  } catch (error) {
    throw toStorageFailure(error, path);
  }
}

/** The instructions that wait, in the order in which they were given. */
export async function listCommands(dataDir: string): Promise<WaitingCommand[]> {
  const folder = join(dataDir, FOLDER);
  const names = await readdir(folder).catch(() => []);
  const paths = names.filter((naam) => naam.endsWith('.json')).map((naam) => join(folder, naam));
  const parsed = await Promise.all(paths.sort().map(readCommand));
  return parsed.filter((command) => command !== null);
}

async function readCommand(pad: string): Promise<WaitingCommand | null> {
  const tekst = await readFile(pad, 'utf8').catch(() => null);
  // Carried out and taken away in the meantime.
  if (tekst === null) return null;
  try {
    return { pad, command: commandSchema.parse(JSON.parse(tekst)) };
  } catch {
    return { pad, command: null };
  }
}

interface Options {
  readonly dataDir: string;
  readonly meldingen: Corrections;
  /** How often to look, in milliseconds. */
  readonly interval: number;
  readonly onError: (fault: unknown) => void;
}

/** Carries out what operators leave, one after the other, until it is stopped. */
export function watchCommands({ dataDir, meldingen, interval, onError }: Options): {
  stop(): Promise<void>;
} {
  let busy: Promise<void> | null = null;
  let reported = false;

  async function carryOut({ pad, command }: WaitingCommand): Promise<void> {
    if (command && (await meldingen.process(command))) return rm(pad, { force: true });
    // Put aside, so that it is not tried again and not lost either.
    await rename(pad, `${pad}.geweigerd`);
    onError(
      new StorageFailure(
        `De opdracht in ${pad} kan niet worden uitgevoerd en is apart gezet als ${pad}.geweigerd.`,
      ),
    );
  }

  async function look(): Promise<void> {
    try {
      for (const waiting of await listCommands(dataDir)) await carryOut(waiting);
      reported = false;
    } catch (error) {
      // It stays where it is and is tried again: doing it twice gives the same.
      if (!reported) onError(error);
      reported = true;
    }
  }

  const timer = setInterval(() => {
    busy ??= look().finally(() => {
      busy = null;
    });
  }, interval).unref();

  return {
    stop: async () => {
      clearInterval(timer);
      await busy;
    },
  };
}
