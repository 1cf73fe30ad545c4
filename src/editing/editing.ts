import type { PartChange } from '../domain/editing/proof.ts';
import type { Records } from '../domain/editing/records.ts';
import type { Soort } from '../domain/editing/soort.ts';
import type { Files } from '../domain/editing/versions.ts';
import { createChecking } from './checking.ts';
import { createDraftBasis } from './draft-basis.ts';
import { createDrafts } from './drafts.ts';
import { createKeptCases } from './kept-cases.ts';
import { createContents, createProofs, type Prove, type ReadFiles } from './proofs.ts';
import { createPublishing } from './publishing.ts';
import { createUpdating } from './updating.ts';
import { createVersionStore } from './version-store.ts';

interface Options {
  readonly records: Records;
  /** The content of the program: version 0. */
  readonly projectFiles: Files;
  readonly programma: () => string;
  readonly prove: Prove;
  /** What is new, gone or other, thing by thing. */
  readonly listChanges: (before: Files, after: Files) => readonly PartChange[];
  readonly read: ReadFiles;
  /** The kinds of content, to edit thing by thing. */
  readonly soorten: readonly Soort[];
  readonly now: () => Date;
  /** A random id that fits in an address. */
  readonly newId: () => string;
}

/** All that `/beheer` does with content. */
export type Editing = ReturnType<typeof createEditing>;

/** Makes the drafts, their proof, what publishes them and what keeps them up to date. */
export function createEditing(options: Options) {
  const versions = createVersionStore(options);
  const basis = createDraftBasis({ ...options, versions });
  const drafts = createDrafts({ ...options, versions, basis });
  const proofs = createProofs(options);
  return {
    soorten: options.soorten,
    versions,
    basis,
    drafts,
    proofs,
    contents: createContents(options.read),
    listChanges: options.listChanges,
    publishing: createPublishing({ ...options, versions, basis, drafts, proofs }),
    checking: createChecking({ ...options, versions, drafts }),
    updating: createUpdating({ ...options, versions, basis, drafts }),
    vasteCasussen: createKeptCases(options),
  };
}
