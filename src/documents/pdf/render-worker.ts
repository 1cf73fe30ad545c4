import { parentPort } from 'node:worker_threads';
import type { PaperDocument } from '../../domain/referral/paper-document.ts';
import { renderDocument } from './render-document.ts';

/** What the worker sends back: the PDF, or what went wrong. */
export type PdfAnswer = { readonly pdf: Uint8Array } | { readonly fault: string };

if (!parentPort) throw new Error('This file runs in a worker thread only; see pdf-writer.ts.');
const port = parentPort;
port.on('message', async (work: PaperDocument) => {
  try {
    // A copy, because a small Buffer shares its memory with others and that cannot be handed over.
    const pdf = new Uint8Array(await renderDocument(work));
    port.postMessage({ pdf } satisfies PdfAnswer, [pdf.buffer]);
  } catch (error) {
    port.postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies PdfAnswer);
  }
});
