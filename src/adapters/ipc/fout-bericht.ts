import { OpslagFout } from '../../domain/ports/opslag-fout.ts';
import { PdfMislukt, type PdfReden } from '../../domain/ports/pakket-pdf.ts';

/** An error on its way to another process: those that the site knows keep what they are, of others only what they say. */
export type FoutBericht =
  | { readonly soort: 'opslag'; readonly uitleg: string }
  | { readonly soort: 'pdf'; readonly reden: PdfReden }
  | { readonly soort: 'anders'; readonly naam: string; readonly melding: string };

/** What goes to the other process. */
export function toFoutBericht(fout: unknown): FoutBericht {
  if (fout instanceof OpslagFout) return { soort: 'opslag', uitleg: fout.message };
  if (fout instanceof PdfMislukt) return { soort: 'pdf', reden: fout.reden };
  const { name, message } = fout instanceof Error ? fout : new Error('geen Error');
  return { soort: 'anders', naam: name, melding: message };
}

/** The error again, as it is thrown in the process that asked. */
export function toFout(bericht: FoutBericht): Error {
  if (bericht.soort === 'opslag') return new OpslagFout(bericht.uitleg);
  if (bericht.soort === 'pdf') return new PdfMislukt(bericht.reden);
  return Object.assign(new Error(bericht.melding), { name: bericht.naam });
}
