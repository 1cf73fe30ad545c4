import type { Server } from 'node:http';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

type Signal = 'SIGTERM' | 'SIGINT';

/** The times of a stop, in milliseconds; all but the last two since it began. */
interface Times {
  /** How long the port stays open, so that whoever asks `/gezond` sees the 503. */
  readonly announce: number;
  /** When what is still in progress is broken off. */
  readonly breakOff: number;
  /** When the process ends whatever happens. */
  readonly giveUp: number;
  /** A second signal this soon is the same one: npm passes on what the terminal sends to both. */
  readonly sameSignal: number;
  /** How often connections that have become idle are closed. */
  readonly sweep: number;
}

/** Within the 10 seconds that whoever stops a server usually waits. */
const TIMES: Times = { announce: 1_000, breakOff: 8_000, giveUp: 9_500, sameSignal: 500, sweep: 50 };

interface Options {
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly exit: (code: number) => void;
  readonly times?: Partial<Times>;
}

/** What is to stop. */
interface Running {
  readonly server: Server;
  /** Called when the stop begins. */
  readonly onStop: () => void;
  /** Closes what the process holds; called once, when nothing is in progress. */
  readonly close: () => Promise<unknown>;
}

/** Makes the process stop. */
export interface Stopper {
  readonly isStopping: () => boolean;
  /** Gives what is to be called for every signal that asks the process to end: it stops in order on the first, at once on the second. */
  readonly attach: (running: Running) => (signal: Signal) => void;
}

/**
 * Makes what stops a process in order: it says that it stops, takes nothing new, finishes what is in progress, closes and
 * exits 0 within 10 s.
 */
export function createStopper({ log, exit, times: other = {} }: Options): Stopper {
  const times = { ...TIMES, ...other };
  let begun: number | null = null;

  async function stop({ server, close }: Running, timers: readonly NodeJS.Timeout[]): Promise<void> {
    try {
      await wait(times.announce);
      await drain(server, times.sweep);
      await close();
      log.info('gestopt');
      exit(0);
    } catch (error) {
      log.error({ err: error }, 'stoppen ging niet goed');
      exit(1);
    } finally {
      for (const timer of timers) clearTimeout(timer);
    }
  }

  function begin(signal: Signal, running: Running): void {
    begun = performance.now();
    log.info(`${signal}: de server stopt`);
    running.onStop();
    const breakOff = setTimeout(() => {
      log.warn('wat nu nog bezig is, wordt afgebroken');
      running.server.closeAllConnections();
    }, times.breakOff);
    const giveUp = setTimeout(() => {
      log.error('stoppen duurt te lang');
      exit(1);
    }, times.giveUp);
    void stop(running, [breakOff, giveUp]);
  }

  return {
    isStopping: () => begun !== null,
    attach(running) {
      // A client that hears this opens a new connection for its next request, so elsewhere.
      running.server.prependListener('request', (_req, res) => {
        if (begun !== null) res.setHeader('Connection', 'close');
      });
      return (signal) => {
        if (begun === null) begin(signal, running);
        else if (performance.now() - begun > times.sameSignal) exit(128 + constants.signals[signal]);
      };
    },
  };
}

/** Takes nothing new, and waits until all connections have ended. */
async function drain(server: Server, sweep: number): Promise<void> {
  const sweeper = setInterval(() => server.closeIdleConnections(), sweep);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweeper);
}
