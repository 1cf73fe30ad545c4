import { parentPort } from 'node:worker_threads';
import type { PakketDocument, PapierDocument } from '../../domain/ports/pakket-pdf.ts';
import { renderDocument } from './render-document.ts';
import { renderPakket } from './render-pakket.ts';

/** What the worker sends back: the PDF, or what went wrong. */
export type PdfAntwoord = { readonly pdf: Uint8Array } | { readonly fout: string };

/** A package with a bit of everything: making it a few times first spares the first user the wait. */
const OEFENING: PakketDocument = {
  titel: 'Oefening',
  casuscode: 'TW-2000-001',
  tafelNaam: 'Geen',
  datum: '2000-01-01',
  concept: true,
  eenBladzijde: false,
  secties: [
    {
      kop: 'Oefening',
      blokken: [
        { soort: 'melding', tekst: 'Een melding.' },
        { soort: 'alinea', tekst: 'Een alinea van een paar regels, met een é, een € en een ş. '.repeat(20) },
        { soort: 'lijst', items: ['Een', 'Twee'] },
        {
          soort: 'tabel',
          bijschrift: 'Een tabel',
          koppen: ['Criterium', 'Oordeel'],
          rijen: Array.from({ length: 20 }, () => ['Een criterium van een regel', 'voldoet']),
        },
      ],
    },
  ],
};
const OEFENRONDES = 4;

const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread only; see pdf-writer.ts.');
for (let ronde = 0; ronde < OEFENRONDES; ronde++) await renderPakket(OEFENING);

// Packages that came during the exercise wait until now.
port.on('message', async (werk: PakketDocument | PapierDocument) => {
  try {
    // A copy, because a small Buffer shares its memory with others and that cannot be handed over.
    const pdf = new Uint8Array(await ('casuscode' in werk ? renderPakket(werk) : renderDocument(werk)));
    port.postMessage({ pdf } satisfies PdfAntwoord, [pdf.buffer]);
  } catch (error) {
    port.postMessage({ fout: error instanceof Error ? error.message : String(error) } satisfies PdfAntwoord);
  }
});
