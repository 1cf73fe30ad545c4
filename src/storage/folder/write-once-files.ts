import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageFailure } from '../../domain/storage-failure.ts';
import { makeFolders, syncFolder, toStorageFailure, writeDurably } from './disk.ts';

/** Files that are each written once and wiped once. All of it throws StorageFailure. */
export interface WriteOnceFiles {
  /** Keeps content under a name that nothing has yet. */
  keep(content: string | Uint8Array, name: string): Promise<void>;
  /** The bytes; null when they are not there. */
  read(name: string): Promise<Buffer | null>;
  wipe(name: string): Promise<void>;
  /** Wipes all but these, of those that were written so long ago, in milliseconds. */
  wipeOthers(names: ReadonlySet<string>, age?: number): Promise<void>;
}

/** Makes what keeps such files in a folder. `check` runs before each write and stops it by throwing. */
export function createWriteOnceFiles(folder: string, check: () => void): WriteOnceFiles {
  const wipe = (name: string) => rm(join(folder, name), { force: true });
  return {
    async keep(content, name) {
      const path = join(folder, name);
      try {
        check();
        makeFolders(folder);
        await writeDurably(path, content, 'wx');
        await syncFolder(folder);
      } catch (error) {
        await wipe(name).catch(() => {});
        throw toStorageFailure(error, path);
      }
    },
    read: (name) =>
      readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw new StorageFailure(`Het bestand ${join(folder, name)} is niet te lezen (${error.code}).`);
      }),
    wipe,
    async wipeOthers(names, age = 0) {
      const found = await readdir(folder).catch(() => []);
      const others = found.filter((name) => !names.has(name));
      await Promise.all(others.map(async (name) => (await isOlder(join(folder, name), age)) && wipe(name)));
    },
  };
}

async function isOlder(path: string, age: number): Promise<boolean> {
  if (age === 0) return true;
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > age;
}
