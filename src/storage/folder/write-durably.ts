import type { BigIntStats } from 'node:fs';
import { open } from 'node:fs/promises';
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

/** Waits until the disk has the new names in a folder; some systems cannot, and then it follows within seconds. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
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
