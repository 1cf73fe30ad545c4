import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createWriteOnceFiles, type WriteOnceFiles } from './write-once-files.ts';

/** The folder with the sealed mails. */
const FOLDER = 'verzendingen';

/** Keeps sealed bytes, each under a name that tells nothing. All of it throws StorageFailure. */
export interface SealedFiles extends Omit<WriteOnceFiles, 'keep'> {
  /** Keeps bytes, and gives the name under which; `name` when they have one already. */
  keep(bytes: Uint8Array, name?: string): Promise<string>;
}

/** Makes what keeps sealed bytes below the data folder. `check` runs before each write and stops it by throwing. */
export function createSealedFiles(dataDir: string, check: () => void): SealedFiles {
  const files = createWriteOnceFiles(join(dataDir, FOLDER), check);
  return {
    ...files,
    async keep(bytes, name = randomBytes(16).toString('base64url')) {
      await files.keep(bytes, name);
      return name;
    },
  };
}
