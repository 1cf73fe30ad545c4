import type { Server } from 'node:http';
import { constants } from 'node:os';
import type { Logger } from 'pino';

/** How long the port stays open after the signal, in milliseconds, so that whoever asks `/gezond` sees the 503. */
const AANKONDIGING = 1_000;
/** When requests that are still in progress are broken off, in milliseconds after the signal. */
const UITLOOP = 8_000;
/** When the process ends whatever happens, in milliseconds after the signal. */
const EINDE = 9_500;
/** A second signal this soon, in milliseconds, is the same one: npm passes on what the terminal sends to both. */
const DEZELFDE = 500;
/** How often connections that have become idle are closed, in milliseconds. */
const VEEGTIJD = 50;

interface Opties {
  /** Closes what the process holds; called once, when no request is left. */
  readonly close: () => Promise<unknown>;
  readonly exit: (code: number) => void;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Knows whether the process stops, and makes it stop. */
export interface Stopper {
  readonly isStopping: () => boolean;
  /** The server that is to stop. */
  readonly attach: (server: Server) => void;
  /** To be called for every signal that asks the process to end; the second one ends it at once. */
  readonly handle: (signal: 'SIGTERM' | 'SIGINT') => void;
}

/** Makes a server stop in order: it says so, finishes what is in progress, ends connections and exits 0 within 10 s. */
export function createStopper({ close, exit, log }: Opties): Stopper {
  let begonnen: number | null = null;
  let server: Server | null = null;

  async function finish(): Promise<void> {
    try {
      await close();
      log.info('gestopt');
      exit(0);
    } catch (error) {
      log.error({ err: error }, 'stoppen ging niet goed');
      exit(1);
    }
  }

  function drain(): void {
    const veger = setInterval(() => server?.closeIdleConnections(), VEEGTIJD);
    server?.close(() => {
      clearInterval(veger);
      void finish();
    });
  }

  return {
    isStopping: () => begonnen !== null,
    attach(nieuw) {
      server = nieuw;
      // A client that hears this opens a new connection for its next request, so elsewhere.
      server.prependListener('request', (_req, res) => {
        if (begonnen !== null) res.setHeader('Connection', 'close');
      });
    },
    handle(signal) {
      if (begonnen !== null) {
        if (performance.now() - begonnen > DEZELFDE) exit(128 + constants.signals[signal]);
        return;
      }
      begonnen = performance.now();
      log.info(`${signal}: de server stopt`);
      setTimeout(drain, AANKONDIGING);
      setTimeout(() => {
        log.warn('wat nu nog bezig is, wordt afgebroken');
        server?.closeAllConnections();
      }, UITLOOP);
      setTimeout(() => {
        log.error('stoppen duurt te lang');
        exit(1);
      }, EINDE);
    },
  };
}
