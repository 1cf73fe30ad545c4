import { parentPort, type TransferListItem, Worker } from 'node:worker_threads';

/** A thread that is asked one thing at a time. */
export interface HelperThread<Job, Answer> {
  /**
   * Gives what the thread answers; not to be called before it answered the last one.
   * @throws Error when it stops before that, or answers with what is `broken`.
   */
  ask(job: Job): Promise<Answer>;
  /** Ends the thread; what it is asked for fails. */
  stop(): Promise<void>;
}

interface Options {
  /** The compiled module that the thread runs. */
  readonly entry: URL;
  readonly name: string;
  /** What it starts with. */
  readonly workerData: unknown;
  /** How long it stays without work, in milliseconds: starting takes longer than most work, and it takes memory. */
  readonly idle?: number;
}

/** Who waits for the answer. */
interface Asked<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** So much memory ends the thread instead of the server; making a site takes a tenth. */
const MEMORY_MB = 1024;

/** Makes a thread that starts with the first question, and again after it stopped; while idle it keeps no process alive. */
export function createHelperThread<Job, Answer extends object>({
  entry,
  name,
  workerData,
  idle = 10_000,
}: Options): HelperThread<Job, Answer> {
  let worker: Worker | null = null;
  let asked: Asked<Answer> | null = null;
  let timer: NodeJS.Timeout | undefined;

  function start(): Worker {
    // Nothing of the environment or the flags of the server is the business of the thread.
    const started = new Worker(entry, {
      ...{ name, workerData, env: {}, execArgv: [] },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    started.on('message', (answer: Answer | { readonly broken: string }) => {
      if (started !== worker) return;
      started.unref();
      timer = setTimeout(() => void end(), idle).unref();
      if ('broken' in answer) settle(({ reject }) => reject(new Error(answer.broken)));
      else settle(({ resolve }) => resolve(answer));
    });
    const lose = (error: Error) => {
      if (started !== worker) return;
      worker = null;
      settle(({ reject }) => reject(error));
    };
    started.on('error', lose);
    started.on('exit', (code) => lose(new Error(`The thread ${name} stopped by itself (${code}).`)));
    return started;
  }

  function settle(answer: (asked: Asked<Answer>) => void): void {
    const done = asked;
    asked = null;
    if (done) answer(done);
  }

  async function end(): Promise<void> {
    clearTimeout(timer);
    const last = worker;
    worker = null;
    settle(({ reject }) => reject(new Error(`The thread ${name} was stopped.`)));
    await last?.terminate();
  }

  return {
    ask: (job) =>
      new Promise((resolve, reject) => {
        clearTimeout(timer);
        asked = { resolve, reject };
        worker ??= start();
        worker.ref();
        worker.postMessage(job);
      }),
    stop: end,
  };
}

/**
 * In the thread: answers each job with what `work` makes of it, or with what is `broken`. What `toMove` names of an answer is
 * handed over instead of copied.
 */
export function answerJobs<Job, Answer extends object>(
  work: (job: Job) => Promise<Answer>,
  toMove: (answer: Answer) => readonly TransferListItem[] = () => [],
): void {
  parentPort?.on('message', async (job: Job) => {
    try {
      const answer = await work(job);
      parentPort?.postMessage(answer, toMove(answer));
    } catch (error) {
      const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ broken });
    }
  });
}
