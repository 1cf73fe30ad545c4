import type { Logger } from 'pino';
import type { Files } from '../domain/editing/versions.ts';
import { createDigest } from '../editing/digest.ts';
import { createVersionStore } from '../editing/version-store.ts';
import { startDigestClock } from './digest-clock.ts';
import type { Core } from './open-core.ts';

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
  return startDigestClock(digest, (fault) => log.error({ err: fault }, 'het weekbericht van het beheer'));
}
