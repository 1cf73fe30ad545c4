import { randomBytes } from 'node:crypto';
import { SOORTEN } from '../content/content-parts.ts';
import { hashFiles } from '../content/content-source.ts';
import { readContentFiles } from '../content/load-content.ts';
import { listPartChanges, proveFiles } from '../content/prove-files.ts';
import type { Proof } from '../domain/editing/proof.ts';
import type { Records } from '../domain/editing/records.ts';
import type { Files } from '../domain/editing/versions.ts';
import { createEditing, type Editing } from '../editing/editing.ts';
import type { Prove } from '../editing/proofs.ts';
import { createHelperThread } from './helper-thread.ts';

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
      const { content, isShowable } = readContentFiles(files);
      return isShowable ? content : null;
    },
  });
}

/** What is to be proved, as plain data. */
export type ProveJob = Omit<Parameters<typeof proveFiles>[0], 'read'>;

/** Proves a change in this thread. */
export function proveHere(job: ProveJob) {
  return proveFiles({ ...job, read: readContentFiles });
}

/** Stays for a while: who works on a draft saves again soon, and a thread that just began takes three times as long. */
const IDLE = 5 * 60_000;

interface ThreadOptions {
  readonly now: () => Date;
  /** The compiled thread; it stands beside the compiled form of this file. */
  readonly entry?: URL;
}

/** Proves in a thread of its own, one draft after another. */
export function createProveThread({
  now,
  entry = new URL('./prove-worker.js', import.meta.url),
}: ThreadOptions) {
  const thread = createHelperThread<ProveJob, { readonly proof: Proof }>({
    entry,
    name: 'bewijs',
    workerData: null,
    idle: IDLE,
  });
  let last: Promise<unknown> = Promise.resolve();

  const prove: Prove = (before, after, vasteCasussen) => {
    const job: ProveJob = { before, after, vasteCasussen, now: now() };
    const proved = last.then(async () => (await thread.ask(job)).proof);
    // The next one does not care how this one ended.
    last = proved.catch(() => {});
    return proved;
  };
  return { prove, stop: thread.stop };
}
