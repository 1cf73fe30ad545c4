import type { Logger } from 'pino';
import type { createSite } from './create-site.ts';
import { toIcs } from './documents/ics-writer.ts';
import { writeEml } from './documents/mail-writer.ts';
import type { Records } from './domain/editing/records.ts';
import type { LiveVersion } from './domain/editing/versions.ts';
import type { WritePdf } from './domain/referral/paper-document.ts';
import type { Editing } from './editing/editing.ts';
import type { Metrics } from './http/metrics.ts';
import type { RateLimits } from './http/rate-limit.ts';
import type { Login } from './login/create-login.ts';
import type { Core } from './server/open-core.ts';
import type { Start } from './server/read-start.ts';
import { createAnswerLinks } from './stand/answer-links.ts';
import { createSealedStand } from './stand/sealed-stand.ts';
import type { Sealer } from './web/casus/sealed-file.ts';

/** What exists once in a process, whatever the content: it outlives every version. */
export interface Shared {
  readonly config: Pick<Start['config'], 'isAddressGiven' | 'trustProxy'>;
  readonly core: Pick<
    Core,
    | 'meldingen'
    | 'counts'
    | 'versturen'
    | 'mailBeheer'
    | 'antwoorden'
    | 'ruimte'
    | 'secrets'
    | 'hasStorage'
    | 'isOpen'
  >;
  /** What `/beheer` keeps. */
  readonly records: Records;
  /** Changing the content. */
  readonly editing: Editing;
  /** Logging in to it. */
  readonly login: Login;
  readonly rateLimits: RateLimits;
  readonly writePdf: WritePdf;
  /** Whether one more PDF of this asker would be taken now. */
  readonly hasPdfRoom: (who: string) => boolean;
  /** Encrypts and opens case files, a few at a time. */
  readonly sealer: Sealer;
  /** Null when nobody reads the numbers. */
  readonly metrics: Pick<Metrics, 'countRequests'> | null;
  readonly log: Logger;
  /** Whether the server takes requests: false while it stops. */
  readonly isReady: () => boolean;
}

/** All that the pages and the API work with. */
export type Services = ReturnType<typeof createServices>;

/** Makes, of what there is once and of what is made of a content, the one bag that the app for that content is made of. */
export function createServices(
  { config, core, records, ...shared }: Shared,
  { beslisboom: _, ...site }: ReturnType<typeof createSite>,
  live: LiveVersion,
) {
  const { content, baseUrl, now } = site;
  const { secrets, isOpen, ...kept } = core;
  const antwoordlinks = createAnswerLinks({
    secrets: secrets.lasting,
    ...{ content, baseUrl, now },
    canUse: () => config.isAddressGiven && isOpen(),
  });
  return {
    ...site,
    ...shared,
    ...kept,
    trustProxy: config.trustProxy,
    zegel: createSealedStand({ secrets: secrets.forStand, vragen: content.vragen, now }),
    antwoordlinks,
    maakAntwoordlink: antwoordlinks.make,
    writeEml,
    toIcs,
    records,
    live,
  };
}
