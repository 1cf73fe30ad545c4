import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageFailure } from '../../domain/storage-failure.ts';
import { makeFolders } from './make-folders.ts';
import { syncFolder, toStorageFailure, writeDurably } from './write-durably.ts';

/** The folder with the sealed mails: small files with a name of their own, each written once and wiped once. */
const FOLDER = 'verzendingen';

/** Keeps sealed bytes, each under a name that tells nothing. All of it throws StorageFailure. */
export interface SealedFiles {
  /** Keeps bytes, and gives the name under which; `name` when they have one already. */
  keep(bytes: Uint8Array, name?: string): Promise<string>;
  /** The bytes; null when they are not there. */
  read(name: string): Promise<Buffer | null>;
  wipe(name: string): Promise<void>;
  /** Wipes all but these. */
  wipeOthers(names: ReadonlySet<string>): Promise<void>;
}

/** Makes what keeps sealed bytes below the data folder. `check` runs before each write and stops it by throwing. */
export function createSealedFiles(dataDir: string, check: () => void): SealedFiles {
  const folder = join(dataDir, FOLDER);
  const wipe = (name: string) => rm(join(folder, name), { force: true });
  return {
    async keep(bytes, name = createSealedName()) {
      const path = join(folder, name);
      try {
        check();
        makeFolders(folder);
        await writeDurably(path, bytes, 'wx');
        await syncFolder(folder);
        return name;
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
    async wipeOthers(names) {
      const found = await readdir(folder).catch(() => []);
      await Promise.all(found.filter((name) => !names.has(name)).map(wipe));
    },
  };
}

/** A new name for sealed bytes. */
function createSealedName(): string {
  return randomBytes(16).toString('base64url');
}
