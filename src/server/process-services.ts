import type { Config } from '../config.ts';
import type { Content } from '../domain/model/content.ts';
import type { Meldingen } from '../domain/ports/meldingen.ts';
import type { Tellingen } from '../domain/ports/tellingen.ts';
import type { Versturen, VerstuurAanvraag } from '../domain/ports/versturen.ts';
import type { Gebeurtenis } from '../domain/statistics/telling.ts';
import type { ProcessMetrics } from '../http/aggregate-metrics.ts';
import type { CountHit } from '../http/shared-hits.ts';
import type { Thema } from '../published/read-thema.ts';

/** With what a worker begins: as the primary read and checked it, so that all workers are the same, whenever they start. */
export interface Begin {
  readonly config: Config;
  readonly content: Content;
  readonly thema: Thema;
  /** The secrets of the sealed stand, newest first. */
  readonly secrets: readonly string[];
  /** The domains of senders; null when the operator did not configure sending. */
  readonly domeinen: readonly string[] | null;
}

/** What the primary process does for a worker. */
export interface PrimaryService {
  readonly begin: () => Begin;
  /** The worker has all that it serves. */
  readonly started: () => void;
  /** The worker cannot start, for this reason in plain Dutch, and ends. */
  readonly startFailed: (uitleg: string) => void;
  readonly meld: Meldingen['meld'];
  readonly tel: (gebeurtenissen: readonly Gebeurtenis[]) => void;
  readonly perWeek: Tellingen['perWeek'];
  /** `pdf` is the number by which the worker makes the package when it is asked to. */
  readonly vraagAan: (
    aanvraag: Omit<VerstuurAanvraag, 'pdf'>,
    pdf: number,
  ) => ReturnType<Versturen['vraagAan']>;
  readonly bekijk: Versturen['bekijk'];
  readonly bevestig: Versturen['bevestig'];
  readonly countHit: CountHit;
  /** Does nothing; the answer says that all that was asked before it was heard. */
  readonly confirm: () => void;
}

/** What a worker does for the primary process. */
export interface WorkerService {
  /** Stops in order, and ends. */
  readonly stop: () => void;
  readonly writePdf: (pdf: number) => Promise<Buffer>;
  readonly readMetrics: () => Promise<ProcessMetrics>;
}
