import { Worker } from 'node:worker_threads';
import { createFairQueue } from '../../domain/fair-queue.ts';
import {
  type PaperDocument,
  PdfFailure,
  type PdfReason,
  type WritePdf,
} from '../../domain/referral/paper-document.ts';
import type { PdfAnswer } from './render-worker.ts';

/** The maker of PDFs, in a thread of its own. */
export interface PdfWriter {
  /** Fails with `afgebroken` as soon as the signal says that nobody waits for it any more. */
  readonly write: WritePdf;
  /** Whether one more of this asker would be taken now. */
  readonly hasRoom: (who: string) => boolean;
  /** How many documents are being made or wait for their turn. */
  readonly queueLength: () => number;
  /** Ends the thread for good; what is still being made or waits fails with `gestopt`. */
  readonly stop: () => Promise<void>;
}

interface PdfWriterOptions {
  /** The compiled worker; it stands beside the compiled form of this file. */
  readonly entry?: URL;
  /** How many documents may wait; one more fails with `druk`, or makes one fail of who has most of them waiting. */
  readonly maxWaiting?: number;
  /** How long one may wait for its turn, in milliseconds; then it fails with `druk`. */
  readonly maxWait?: number;
  /** How long making one may take, in milliseconds; then it fails with `duurtTeLang`, and the thread ends. */
  readonly maxTime?: number;
  /** Hears of what broke, for the log; nothing of what somebody typed is in it. */
  readonly report?: (error: Error) => void;
}

interface Job {
  readonly who: string;
  readonly work: PaperDocument;
  readonly resolve: (pdf: Buffer) => void;
  readonly fail: (reason: PdfReason, cause?: Error) => void;
  /** The end of its patience: with the queue at first, with the thread once it has its turn. */
  timer?: NodeJS.Timeout;
}

/** A package of a reasonable size needs a tenth; one that needs more must not take the server with it. */
const MEMORY_MB = 512;

/**
 * Makes the writer of PDFs. One worker thread makes them one after another, for each asker in turn, so that a page never
 * waits for a PDF and nobody for all those of somebody else; it
 * starts with the first one (40 MB and 0.3 s), and again after a crash or a time-out. The idle thread does not keep the
 * process alive.
 */
export function createPdfWriter({
  entry = new URL('./render-worker.js', import.meta.url),
  maxWaiting = 20,
  maxWait = 15_000,
  maxTime = 10_000,
  report = () => {},
}: PdfWriterOptions = {}): PdfWriter {
  const waiting = createFairQueue<Job>(maxWaiting);
  let current: Job | null = null;
  let worker: Worker | null = null;
  let isStopped = false;

  function start(): Worker {
    // Nothing of the environment or the flags of the server is the business of the worker.
    const started = new Worker(entry, {
      name: 'pdf',
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    started.on('message', (answer: PdfAnswer) => {
      if (started !== worker) return;
      if ('pdf' in answer) finish((job) => job.resolve(toBuffer(answer.pdf)));
      else lose(new Error(answer.fault));
    });
    // A worker that is gone takes what it was making with it: that may have been the cause.
    const onGone = (error: Error) => {
      if (started !== worker) return;
      worker = null;
      lose(error);
    };
    started.on('error', onGone);
    started.on('exit', (code) => onGone(new Error(`The PDF worker stopped by itself (${code}).`)));
    return started;
  }

  function lose(error: Error, reason: PdfReason = 'fout'): void {
    report(error);
    finish((job) => job.fail(reason, error));
  }

  function finish(answer: (job: Job) => void): void {
    const done = current;
    current = null;
    clearTimeout(done?.timer);
    if (done) answer(done);
    takeNext();
  }

  function takeNext(): void {
    if (current || isStopped) return;
    const job = waiting.take();
    if (!job) {
      worker?.unref();
      return;
    }
    current = job;
    worker ??= start();
    worker.ref();
    clearTimeout(job.timer);
    job.timer = setTimeout(endStuck, maxTime);
    worker.postMessage(job.work);
  }

  function endStuck(): void {
    void worker?.terminate();
    worker = null;
    lose(new Error(`A PDF took more than ${maxTime} ms.`), 'duurtTeLang');
  }

  /** What is being made already is made, and thrown away: a new thread would cost the next one more. */
  function drop(job: Job, reason: PdfReason): void {
    if (job !== current) clearTimeout(job.timer);
    waiting.remove(job);
    job.fail(reason);
  }

  return {
    write: (work, { who, signal } = { who: '' }) =>
      new Promise((resolve, reject) => {
        const fail: Job['fail'] = (reason, cause) => reject(new PdfFailure(reason, cause));
        if (isStopped) return fail('gestopt');
        if (signal?.aborted) return fail('afgebroken');
        const job: Job = { who, work, resolve, fail };
        const lost = waiting.add(job);
        if (lost) drop(lost, 'druk');
        if (lost === job) return;
        job.timer = setTimeout(() => drop(job, 'druk'), maxWait);
        signal?.addEventListener('abort', () => drop(job, 'afgebroken'), { once: true });
        takeNext();
      }),
    hasRoom: waiting.hasRoom,
    queueLength: () => waiting.length() + (current ? 1 : 0),
    stop: async () => {
      isStopped = true;
      const last = worker;
      worker = null;
      for (let job = current ?? waiting.take(); job; job = waiting.take()) {
        clearTimeout(job.timer);
        job.fail('gestopt');
      }
      current = null;
      await last?.terminate();
    },
  };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
