import type { VasteCasus } from '../domain/editing/draft.ts';
import type { Proof } from '../domain/editing/proof.ts';
import type { Kept, Records } from '../domain/editing/records.ts';
import type { Files } from '../domain/editing/versions.ts';
import { createChecking } from './checking.ts';
import { createDrafts } from './drafts.ts';
import { createPublishing } from './publishing.ts';
import { createUpdating } from './updating.ts';
import { createVersionStore } from './version-store.ts';

interface Options {
  readonly records: Records;
  /** The content of the program: version 0. */
  readonly projectFiles: Files;
  readonly hashFiles: (files: Files) => string;
  /** What a change does to the site and to the cases that must stay. */
  readonly prove: (before: Files, after: Files, cases: readonly Kept<VasteCasus>[]) => Promise<Proof>;
  readonly now: () => Date;
  /** A random id that fits in an address. */
  readonly newId: () => string;
}

/** All that `/beheer` does with content. */
export type Editing = ReturnType<typeof createEditing>;

/** Makes the drafts, their proof, what publishes them and what keeps them up to date. */
export function createEditing({ prove, ...options }: Options) {
  const versions = createVersionStore(options);
  const drafts = createDrafts({ ...options, versions });
  const withCases = async (before: Files, after: Files) =>
    prove(before, after, await options.records.list('vasteCasus'));
  return {
    versions,
    drafts,
    checking: createChecking({ ...options, versions, drafts }),
    publishing: createPublishing({ ...options, versions, drafts, prove: withCases }),
    updating: createUpdating({ ...options, versions, drafts }),
  };
}
