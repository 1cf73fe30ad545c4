import { randomUUID } from 'node:crypto';
import { type BigIntStats, existsSync, linkSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
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
