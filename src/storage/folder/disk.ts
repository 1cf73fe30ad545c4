import { randomUUID } from 'node:crypto';
import { type BigIntStats, existsSync, linkSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StorageFailure } from '../../domain/storage-failure.ts';

/** Writes a file and gives what the disk says of it, once the disk has it; with `wx` there must be none of that name. */
export async function writeDurably(
  path: string,
  content: string | Uint8Array,
  flag: 'w' | 'wx',
): Promise<BigIntStats> {
  const bestand = await open(path, flag, 0o600);
  try {
    await bestand.writeFile(content);
    await bestand.sync();
    return await bestand.stat({ bigint: true });
  } finally {
    await bestand.close();
  }
}

/** Puts a file where none is yet, whole from its first moment; false when there is one. */
export function writeNew(path: string, content: string): boolean {
  const beside = `${path}.${randomUUID()}`;
  try {
    writeFileSync(beside, content, { flag: 'wx', mode: 0o600, flush: true });
    linkSync(beside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Waits until the disk has the new names in a folder; some systems cannot, and then it follows within seconds. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/**
 * Makes a folder that only its owner may use, and those above it; gives the first that was made, undefined when all were
 * there. Node can do that by itself, but never ends where the system says that the folder above is not there though it
 * is, as below /proc.
 * @throws StorageFailure when no folder can come there; otherwise the fault of the file system.
 */
export function makeFolders(path: string): string | undefined {
  try {
    mkdirSync(path, { mode: 0o700 });
    return path;
  } catch (error) {
    if (isFolder(path)) return undefined;
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const above = dirname(path);
  if (existsSync(above)) {
    throw new StorageFailure(
      `De map ${path} is niet te maken: in ${above} kan geen map komen. Kies met DATA_DIR een andere map.`,
    );
  }
  const first = makeFolders(above);
  const last = makeFolders(path);
  return first ?? last;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

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

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'de schijf is vol. Maak ruimte',
  EDQUOT: 'de ruimte voor deze gebruiker is op. Maak ruimte',
  EFBIG: 'het bestand wordt te groot. Maak ruimte',
  EROFS: 'de schijf is alleen te lezen. Kies met DATA_DIR een map waarin de server mag schrijven',
  EACCES: 'de server heeft geen rechten. Geef de gebruiker van de server rechten op de map',
  EPERM: 'de server heeft geen rechten. Geef de gebruiker van de server rechten op de map',
  EEXIST: 'waar de map hoort, staat een bestand. Verplaats dat',
  ENOTDIR: 'hoger in het pad staat een bestand in plaats van een map. Kies met DATA_DIR een andere map',
  ENOENT: 'de map is weg. Zet de map terug',
  EIO: 'de schijf geeft een fout. Controleer de schijf',
};

/** A fault of the file system as a sentence; what is no such fault stays as it is. */
export function toStorageFailure(error: unknown, path: string): Error {
  if (error instanceof StorageFailure) return error;
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string') return error instanceof Error ? error : new Error(String(error));
  const reason = REASONS[code] ?? `het systeem meldt ${code}. Controleer de map`;
  return new StorageFailure(`Opslaan in ${path} lukt niet: ${reason}. Wat er al stond, is bewaard.`);
}
