import type { Server } from 'node:http';
import { Server as Port } from 'node:net';
import { constants } from 'node:os';
import { setImmediate as takeTurn, setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

type Signal = 'SIGTERM' | 'SIGINT';

/** The times of a stop, in milliseconds. */
interface Times {
  /** How long the port stays open, so that whoever asks `/gezond` sees the 503. */
  readonly announce: number;
  /**
   * How long a connection that is kept may still bring a request after that, and hear that it was the last. Longer than a
   * proxy keeps it without a request (docs/install.md): if we close it, that may be just when a form is sent over it.
   */
  readonly lastWord: number;
  /** When what is still in progress is broken off, since the stop began. */
  readonly breakOff: number;
  /** When the process ends whatever happens, since that: on a machine that stood still, both would be due at once. */
  readonly giveUp: number;
  /** A second signal this soon is the same one: npm passes on what the terminal sends to both. */
  readonly sameSignal: number;
  /** How often connections that have become idle are closed. */
  readonly sweep: number;
}

/** Within the 10 seconds that whoever stops a server usually waits. */
const TIMES: Times = {
  announce: 1_000,
  lastWord: 1_500,
  breakOff: 8_000,
  giveUp: 1_500,
  sameSignal: 500,
  sweep: 50,
};
/** What counts as a turn in which little happened, and how long to wait for one, in milliseconds. */
const QUIET = { turn: 1, patience: 500 };

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
  let isPortOpen = true;

  async function stop({ server, close }: Running): Promise<void> {
    try {
      await wait(times.announce);
      await waitUntilQuiet(server);
      // The server for HTTP would close connections that are kept as well, also while a request comes in.
      const ended = new Promise((resolve) => Port.prototype.close.call(server, resolve));
      isPortOpen = false;
      await Promise.race([ended, wait(times.lastWord)]);
      let hasEnded = false;
      void ended.then(() => {
        hasEnded = true;
      });
      while (!hasEnded) {
        await waitUntilQuiet(server);
        server.closeIdleConnections();
        await Promise.race([ended, wait(times.sweep)]);
      }
      await close();
      log.info('gestopt');
      exit(0);
    } catch (error) {
      log.error({ err: error }, 'stoppen ging niet goed');
      exit(1);
    }
  }

  function begin(signal: Signal, running: Running): void {
    begun = performance.now();
    log.info(`${signal}: de server stopt`);
    running.onStop();
    const giveUp = () => {
      log.error('stoppen duurt te lang');
      exit(1);
    };
    let timer = setTimeout(() => {
      log.warn('wat nu nog bezig is, wordt afgebroken');
      running.server.closeAllConnections();
      timer = setTimeout(giveUp, times.giveUp);
    }, times.breakOff);
    void stop(running).finally(() => clearTimeout(timer));
  }

  return {
    isStopping: () => begun !== null,
    attach(running) {
      // A client that hears this opens a new connection for its next request, so elsewhere. Not sooner: it would be here,
      // and the fewer connect when the port closes, the better.
      running.server.prependListener('request', (_req, res) => {
        if (!isPortOpen) res.setHeader('Connection', 'close');
      });
      return (signal) => {
        if (begun === null) begin(signal, running);
        else if (performance.now() - begun > times.sameSignal) exit(128 + constants.signals[signal]);
      };
    },
  };
}

/**
 * Waits for a moment to close something: right after a turn in which nobody came and little happened. Who is connected by
 * the system and not taken on yet is broken off when the port closes, as is what lies unread in a connection, and a proxy
 * may not repeat a form then.
 */
async function waitUntilQuiet(server: Server): Promise<void> {
  let came = 0;
  const count = () => {
    came += 1;
  };
  server.on('connection', count);
  for (const end = performance.now() + QUIET.patience; performance.now() < end; ) {
    came = 0;
    const begin = performance.now();
    // Node reads all that came in, and then goes on here.
    await takeTurn();
    if (came === 0 && performance.now() - begin < QUIET.turn) break;
  }
  server.off('connection', count);
}
