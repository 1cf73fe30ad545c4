import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageFailure } from '../../domain/storage-failure.ts';
import { makeFolders, toStorageFailure, writeDurably } from './disk.ts';

// Only the server writes what it keeps, so that a command and the server never write over each other: what an operator wants
// done is left for it, in a file of its own.

/**
 * Leaves an instruction in a folder, safely on disk, and gives the path of its file.
 * @throws StorageFailure when it cannot be left.
 */
export async function leaveFile(folder: string, command: object, now: Date): Promise<string> {
  const path = join(folder, `${now.getTime()}-${randomUUID()}.json`);
  try {
    makeFolders(folder);
    await writeDurably(`${path}.nieuw`, JSON.stringify(command), 'wx');
    // Only names that end in .json are looked for: nobody ever sees half an instruction.
    await rename(`${path}.nieuw`, path);
    return path;
  } catch (error) {
    await rm(`${path}.nieuw`, { force: true }).catch(() => {});
    throw toStorageFailure(error, path);
  }
}

/** The paths of what is in a folder of instructions, in the order in which they were given. */
export async function listPaths(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort().map((name) => join(folder, name));
}

/** The text of an instruction; null when it was carried out or taken back in the meantime. */
export async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

/** Puts an instruction that makes no sense aside, so that it is not tried again and not lost either; gives what to tell of it. */
export async function refuse(path: string): Promise<StorageFailure> {
  await rename(path, `${path}.geweigerd`);
  return new StorageFailure(
    `De opdracht in ${path} kan niet worden uitgevoerd en is apart gezet als ${path}.geweigerd.`,
  );
}
