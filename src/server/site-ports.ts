import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import type { Meldingen } from '../domain/ports/meldingen.ts';
import type { WritePapier, WritePdf } from '../domain/ports/pakket-pdf.ts';
import type { Tellingen } from '../domain/ports/tellingen.ts';
import type { Versturen } from '../domain/ports/versturen.ts';
import type { Metrics } from '../http/metrics.ts';
import type { CreateHitStore } from '../http/rate-limit.ts';
import type { Start } from './read-start.ts';

/** What the site has once, however many processes serve it. */
export interface SharedPorts {
  readonly meldingen: Pick<Meldingen, 'meld'>;
  readonly tellingen: Tellingen;
  /** Null when the operator did not configure sending. */
  readonly versturen: Versturen | null;
  /** The secrets of the sealed stand, newest first. */
  readonly secrets: readonly string[];
  /** Where requests are counted for the limits; in the memory of the process unless given. */
  readonly createHitStore?: CreateHitStore;
}

/** What a process that serves the site makes its app of. */
interface AppParts {
  readonly start: Start;
  readonly ports: SharedPorts;
  readonly writePdf: WritePdf & WritePapier;
  readonly metrics: Metrics | undefined;
  readonly log: Logger;
  readonly now: () => Date;
  readonly isReady: () => boolean;
}

/** Makes the app: pages and API. */
export type MakeApp = (parts: AppParts) => {
  readonly app: RequestListener;
  /** Makes what is not there yet of what is the same for everyone; for when the port is open. */
  readonly complete: () => Promise<void>;
};
