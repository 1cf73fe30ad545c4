import { randomBytes } from 'node:crypto';
import { hashFiles } from '../content/hash-files.ts';
import { readContentFiles } from '../content/load-content.ts';
import { proveFiles } from '../content/prove-files.ts';
import type { Records } from '../domain/editing/records.ts';
import type { Files } from '../domain/editing/versions.ts';
import { createEditing, type Editing } from '../editing/editing.ts';

interface Options {
  readonly records: Records;
  /** The content of the program: version 0. */
  readonly projectFiles: Files;
  readonly now: () => Date;
}

/** Editing with the checks and the proof of this program. */
export function createContentEditing({ records, projectFiles, now }: Options): Editing {
  return createEditing({
    records,
    projectFiles,
    hashFiles,
    now,
    newId: () => randomBytes(9).toString('base64url'),
    prove: (before, after, vasteCasussen) =>
      proveFiles({ before, after, read: readContentFiles, vasteCasussen, now: now() }),
  });
}
