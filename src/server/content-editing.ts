import { randomBytes } from 'node:crypto';
import { SOORTEN } from '../content/content-parts.ts';
import { hashFiles } from '../content/content-source.ts';
import { readContentFiles } from '../content/load-content.ts';
import { listPartChanges, proveFiles } from '../content/prove-files.ts';
import type { Records } from '../domain/editing/records.ts';
import type { Files } from '../domain/editing/versions.ts';
import { createEditing, type Editing } from '../editing/editing.ts';
import type { Prove } from '../editing/proofs.ts';

interface Options {
  readonly records: Records;
  /** The content of the program: version 0. */
  readonly projectFiles: Files;
  readonly now: () => Date;
  /** Proves elsewhere, such as in a thread; here when it is left out. */
  readonly prove?: Prove;
}

/** Editing with the checks and the proof of this program. */
export function createContentEditing({ records, projectFiles, now, prove }: Options): Editing {
  let hash: string | null = null;
  const programma = () => {
    hash ??= hashFiles(projectFiles);
    return hash;
  };
  return createEditing({
    records,
    projectFiles,
    soorten: SOORTEN,
    programma,
    now,
    newId: () => randomBytes(9).toString('base64url'),
    prove:
      prove ?? ((before, after, vasteCasussen) => proveHere({ before, after, vasteCasussen, now: now() })),
    listChanges: listPartChanges,
    read(files) {
      const { content, fouten } = readContentFiles(files);
      return fouten.length === 0 ? content : null;
    },
  });
}

/** What is to be proved, as plain data. */
export type ProveJob = Omit<Parameters<typeof proveFiles>[0], 'read'>;

/** Proves a change in this thread. */
export function proveHere(job: ProveJob) {
  return proveFiles({ ...job, read: readContentFiles });
}
