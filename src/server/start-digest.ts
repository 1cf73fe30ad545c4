import type { Logger } from 'pino';
import type { Files } from '../domain/editing/versions.ts';
import { createDigest } from '../editing/digest.ts';
import { createVersionStore } from '../editing/version-store.ts';
import { lookRegularly } from '../storage/watch.ts';
import type { Core } from './open-core.ts';

/** How often to look whether it is time, in milliseconds. */
const INTERVAL = 60 * 60_000;

/** Starts mailing, once a week, what waits in `/beheer`; gives what ends that. Does nothing where nothing can be mailed. */
export function startDigest(
  { records, meldingen, mailBeheer: mail }: Pick<Core, 'records' | 'meldingen' | 'mailBeheer'>,
  projectFiles: Files,
  log: Logger,
  now: () => Date,
): () => void {
  if (mail === null) return () => {};
  const digest = createDigest({
    ...{ records, mail, now },
    versions: createVersionStore({ records, projectFiles }),
    countOpen: async () => (await meldingen.count()).open,
  });
  let isStopped = false;
  const look = () =>
    digest.run().catch((fault: unknown) => {
      // What is cut short by a stop is no fault: whoever was noted as having it gets the next one.
      if (!isStopped) log.error({ err: fault }, 'het weekbericht van het beheer');
    });
  void look();
  const looks = lookRegularly(look, INTERVAL);
  return () => {
    isStopped = true;
    void looks.stop();
  };
}
