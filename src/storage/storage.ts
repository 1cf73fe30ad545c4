import type { CorrectionsDesk } from './corrections-desk.ts';
import { createFolderDesk } from './folder/folder-desk.ts';
import { findFolderFaults, openFolder } from './folder/open-folder.ts';
import { readOrMakeStandSecret } from './folder/stand-secret-file.ts';
import type { Store } from './store.ts';

/** Where things are kept. All of it throws StorageFailure, in plain Dutch, when that cannot be used. */
export interface Storage {
  /** Opens it for this process. @throws FolderInUse when it is for one process and another has it. */
  open(): Promise<Store>;
  /** The secret that is kept there; made on first use. */
  readSecret(): Promise<string>;
  /** What is wrong with it, a sentence each; may run beside servers, and leaves everything as it was. */
  findFaults(): Promise<string[]>;
  /** The reports for an operator, beside servers. */
  openDesk(): CorrectionsDesk;
}

interface Options {
  readonly dataDir: string;
  readonly now: () => Date;
  /** Told of what goes wrong outside a request: counts that cannot be written, an instruction that makes no sense. */
  readonly onError: (fault: unknown) => void;
}

/** The storage that is configured. */
export function chooseStorage({ dataDir, now, onError }: Options): Storage {
  return {
    open: () => openFolder({ dataDir, now, onError }),
    readSecret: async () => readOrMakeStandSecret(dataDir),
    findFaults: () => findFolderFaults(dataDir),
    openDesk: () => createFolderDesk(dataDir, now),
  };
}
