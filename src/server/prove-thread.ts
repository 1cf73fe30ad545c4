import type { Proof } from '../domain/editing/proof.ts';
import type { Prove } from '../editing/proofs.ts';
import type { ProveJob } from './content-editing.ts';
import { createHelperThread } from './helper-thread.ts';

/** Stays for a while: who works on a draft saves again soon, and a thread that just began takes three times as long. */
const IDLE = 5 * 60_000;

interface Options {
  readonly now: () => Date;
  /** The compiled thread; it stands beside the compiled form of this file. */
  readonly entry?: URL;
}

/** Proves in a thread of its own, one draft after another. */
export function createProveThread({ now, entry = new URL('./prove-worker.js', import.meta.url) }: Options) {
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
