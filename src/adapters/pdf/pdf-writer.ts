import { Worker } from 'node:worker_threads';
import { type PakketDocument, type PapierDocument, PdfMislukt } from '../../domain/ports/pakket-pdf.ts';
import type { PdfAntwoord } from './render-worker.ts';

/** The maker of PDFs, in a thread of its own. */
export interface PdfWriter {
  readonly write: (werk: PakketDocument | PapierDocument) => Promise<Buffer>;
  /** Ends the thread for good; what is still being made or waits fails with `gestopt`. */
  readonly stop: () => Promise<void>;
}

interface PdfWriterOpties {
  /** The compiled worker; it stands beside the compiled form of this file. */
  readonly entry?: URL;
  /** How many packages may wait; one more fails with `druk`. */
  readonly wachtrij?: number;
  /** How long one package may take, in milliseconds; then it fails with `duurtTeLang`. */
  readonly tijd?: number;
  /** Hears of what broke, for the log; nothing of what somebody typed is in it. */
  readonly report?: (error: Error) => void;
}

interface Opdracht {
  readonly werk: PakketDocument | PapierDocument;
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: PdfMislukt) => void;
}

/** A package of a reasonable size needs a tenth; one that needs more must not take the server with it. */
const GEHEUGEN_MB = 512;

/**
 * Makes the writer of PDFs. One worker thread makes them one after another, so that a page never waits for a PDF; it
 * starts with the first one (40 MB and 0.3 s), and again after a crash or a time-out. The idle thread does not keep the
 * process alive.
 */
export function createPdfWriter(opties: PdfWriterOpties = {}): PdfWriter {
  const { entry = new URL('./render-worker.js', import.meta.url), wachtrij = 20, tijd = 10_000 } = opties;
  const report = opties.report ?? (() => {});
  const wachtend: Opdracht[] = [];
  let bezig: Opdracht | null = null;
  let klok: NodeJS.Timeout | undefined;
  let gestopt = false;
  let worker: Worker | null = null;

  function start(): Worker {
    // Nothing of the environment or the flags of the server is the business of the worker.
    const nieuw = new Worker(entry, {
      name: 'pdf',
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: GEHEUGEN_MB },
    });
    nieuw.unref();
    nieuw.on('message', (antwoord: PdfAntwoord) => {
      if (nieuw !== worker) return;
      if ('pdf' in antwoord) settle(({ resolve }) => resolve(toBuffer(antwoord.pdf)));
      else fail(new Error(antwoord.fout));
    });
    nieuw.on('error', (error: Error) => lose(nieuw, error));
    nieuw.on('exit', (code) => lose(nieuw, new Error(`The PDF worker stopped by itself (${code}).`)));
    return nieuw;
  }

  /** A worker that is gone takes the package that it was making with it: that one may have been the cause. */
  function lose(weg: Worker, error: Error): void {
    if (weg !== worker) return;
    worker = null;
    fail(error);
  }

  function fail(error: Error): void {
    report(error);
    settle(({ reject }) => reject(new PdfMislukt('fout', error)));
  }

  function settle(answer: (opdracht: Opdracht) => void): void {
    clearTimeout(klok);
    const klaar = bezig;
    bezig = null;
    if (klaar) answer(klaar);
    next();
  }

  function next(): void {
    if (bezig || gestopt) return;
    const opdracht = wachtend.shift();
    if (!opdracht) {
      worker?.unref();
      return;
    }
    bezig = opdracht;
    worker ??= start();
    worker.ref();
    klok = setTimeout(giveUp, tijd);
    worker.postMessage(opdracht.werk);
  }

  function giveUp(): void {
    const traag = worker;
    worker = null;
    void traag?.terminate();
    report(new Error(`A PDF took more than ${tijd} ms.`));
    settle(({ reject }) => reject(new PdfMislukt('duurtTeLang')));
  }

  return {
    write: (werk) =>
      new Promise((resolve, reject) => {
        if (gestopt) reject(new PdfMislukt('gestopt'));
        else if (bezig && wachtend.length >= wachtrij) reject(new PdfMislukt('druk'));
        else {
          wachtend.push({ werk, resolve, reject });
          next();
        }
      }),
    stop: async () => {
      gestopt = true;
      const laatste = worker;
      worker = null;
      clearTimeout(klok);
      for (const { reject } of [...(bezig ? [bezig] : []), ...wachtend.splice(0)]) {
        reject(new PdfMislukt('gestopt'));
      }
      bezig = null;
      await laatste?.terminate();
    },
  };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
