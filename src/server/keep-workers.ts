import cluster, { type Worker } from 'node:cluster';
import type { Logger } from 'pino';

/** A worker that lived this long, in milliseconds, did not fall because of its start. */
const LANG_GENOEG = 60_000;
/** The pause before the second replacement of workers that keep falling, in milliseconds; it doubles each time. */
const PAUZE = 1_000;
const LANGSTE_PAUZE = 60_000;

interface Opties<W> {
  readonly aantal: number;
  /** Called for each new worker, before it can say anything. */
  readonly connect: (worker: Worker, hooks: StartHooks) => W;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

/** To be called when a worker says how its start ended. */
interface StartHooks {
  readonly started: () => void;
  readonly startFailed: (uitleg: string) => void;
}

/** The workers. */
export interface Workers<W> {
  /** Resolves when as many as there should be have started; rejects when one of the first cannot start. */
  readonly ready: Promise<void>;
  /** What `connect` made of those that serve now. */
  readonly list: () => readonly W[];
  /** Replaces none any more, and ends those that do not serve yet; resolves when all have ended. */
  readonly whenEnded: () => Promise<void>;
  /** Replaces none any more, and ends all at once. */
  readonly kill: () => void;
}

/** A worker that has not ended. */
interface Werkproces<W> {
  readonly verbinding: W;
  luistert: boolean;
}

/**
 * How long to wait before a worker is replaced, in milliseconds; `keer` is how often one fell at its place, each time
 * soon after its start.
 */
export function toPauze(keer: number): number {
  return keer <= 1 ? 0 : Math.min(PAUZE * 2 ** (keer - 2), LANGSTE_PAUZE);
}

/** Starts workers and replaces those that fall: at once, and after a growing pause where that keeps happening. */
export function keepWorkers<W>({ aantal, connect, log }: Opties<W>): Workers<W> {
  const levend = new Map<Worker, Werkproces<W>>();
  const wekkers = new Set<NodeJS.Timeout>();
  let gestart = 0;
  let isEnding = false;
  let onReady = () => {};
  let onStartFailed = (_: Error) => {};
  let onEnded = () => {};

  const hooks: StartHooks = {
    started() {
      gestart += 1;
      if (gestart === aantal) onReady();
    },
    startFailed(uitleg) {
      if (gestart >= aantal) log.error(`Een werkproces start niet. ${uitleg}`);
      else onStartFailed(new Error(uitleg));
    },
  };

  /** Fills a place; `keer` is how often a worker fell here soon after its start. */
  function fill(keer: number): void {
    const begin = performance.now();
    const worker = cluster.fork();
    const werkproces = { verbinding: connect(worker, hooks), luistert: false };
    levend.set(worker, werkproces);
    worker.once('listening', () => {
      werkproces.luistert = true;
    });
    const lose = (einde: object) => {
      levend.delete(worker);
      if (levend.size === 0) onEnded();
      if (isEnding) return;
      const keren = performance.now() - begin < LANG_GENOEG ? keer + 1 : 1;
      const wacht = toPauze(keren);
      log.warn(
        { werkproces: worker.process.pid, ...einde, wacht },
        'een werkproces is weg; er komt een nieuw',
      );
      const wekker = setTimeout(() => {
        wekkers.delete(wekker);
        fill(keren);
      }, wacht);
      wekkers.add(wekker);
    };
    worker.once('exit', (code, signal) => lose({ code, signal }));
    worker.on('error', (error: Error) => {
      log.error({ err: error }, 'een werkproces');
      // A process that could not even be made has no end of its own.
      if (worker.process.pid === undefined) lose({});
    });
  }

  function end(isGekozen: (werkproces: Werkproces<W>) => boolean): void {
    isEnding = true;
    for (const wekker of wekkers) clearTimeout(wekker);
    for (const [worker, werkproces] of levend) if (isGekozen(werkproces)) worker.process.kill('SIGKILL');
  }

  const ready = new Promise<void>((resolve, reject) => {
    onReady = resolve;
    onStartFailed = reject;
  });
  for (let nummer = 0; nummer < aantal; nummer += 1) fill(0);
  return {
    ready,
    list: () => [...levend.values()].filter(({ luistert }) => luistert).map(({ verbinding }) => verbinding),
    whenEnded: () =>
      new Promise((resolve) => {
        onEnded = resolve;
        end(({ luistert }) => !luistert);
        if (levend.size === 0) resolve();
      }),
    kill: () => end(() => true),
  };
}
