import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StorageFailure } from '../../domain/storage-failure.ts';

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
