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
  readonly onError: (fault: unknown) => void;
}

/** Carries out what operators left, one after the other. What fails stays where it is: doing it twice gives the same. */
export async function carryOutCommands({ dataDir, meldingen, onError }: Options): Promise<void> {
  for (const { pad, command } of await listCommands(dataDir)) {
    if (command && (await meldingen.process(command))) {
      await rm(pad, { force: true });
      continue;
    }
    // Put aside, so that it is not tried again and not lost either.
    await rename(pad, `${pad}.geweigerd`);
    onError(
      new StorageFailure(
        `De opdracht in ${pad} kan niet worden uitgevoerd en is apart gezet als ${pad}.geweigerd.`,
      ),
    );
  }
}
