import { constants } from 'node:os';
import type { Logger } from 'pino';

/** When what is still in progress is broken off, in milliseconds after the stop began. */
const UITLOOP = 8_000;
/** When the process ends whatever happens, in milliseconds after the stop began. */
const EINDE = 9_500;
/** A second signal this soon, in milliseconds, is the same one: npm passes on what the terminal sends to both. */
const DEZELFDE = 500;

interface Opties {
  /** Takes nothing new and waits until what is in progress is done. */
  readonly drain: () => Promise<void>;
  /** Ends what is still in progress, so that `drain` is done. */
  readonly breakOff: () => void;
  /** When to break off, in milliseconds. */
  readonly uitloop?: number;
  /** Closes what the process holds; called once, when nothing is in progress. */
  readonly close: () => Promise<unknown>;
  readonly exit: (code: number) => void;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Makes the process stop. */
export interface Stopper {
  /** Begins to stop; when that has begun already, nothing. */
  readonly begin: (reden: string) => void;
  /** To be called for every signal that asks the process to end; the second one ends it at once. */
  readonly handle: (signal: 'SIGTERM' | 'SIGINT') => void;
}

/** Makes a process stop in order: it finishes what is in progress, closes and exits 0 within 10 s. */
export function createStopper({ drain, breakOff, uitloop = UITLOOP, close, exit, log }: Opties): Stopper {
  let begonnen: number | null = null;

  async function stop(): Promise<void> {
    try {
      await drain();
      await close();
      log.info('gestopt');
      exit(0);
    } catch (error) {
      log.error({ err: error }, 'stoppen ging niet goed');
      exit(1);
    }
  }

  function begin(reden: string): void {
    if (begonnen !== null) return;
    begonnen = performance.now();
    log.info(`${reden}: de server stopt`);
    void stop();
    setTimeout(() => {
      log.warn('wat nu nog bezig is, wordt afgebroken');
      breakOff();
    }, uitloop);
    setTimeout(() => {
      log.error('stoppen duurt te lang');
      exit(1);
    }, EINDE);
  }

  return {
    begin,
    handle(signal) {
      if (begonnen === null) begin(signal);
      else if (performance.now() - begonnen > DEZELFDE) exit(128 + constants.signals[signal]);
    },
  };
}
