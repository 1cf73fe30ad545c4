import type { WriteEml } from '../ports/mail-concept.ts';
import { PdfMislukt, type WritePdf } from '../ports/pakket-pdf.ts';
import type { Views } from '../ports/views.ts';
import { toBestandsnaam } from './bestandsnaam.ts';
import { composeDocument } from './compose-document.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';

interface Makers {
  readonly writeEml: WriteEml;
  readonly writePdf: WritePdf;
  readonly views: Pick<Views, 'renderText'>;
}

/**
 * Writes the .eml draft, with the package attached where the kanaal allows it. Without a PDF the draft comes all the
 * same and says so at its top: its text is complete, and who refers may not have the time to try again.
 */
export async function writeDraft(
  { writeEml, writePdf, views }: Makers,
  pakket: VerwijsPakket,
  vandaag: string,
): Promise<Buffer> {
  const { mail } = pakket;
  if (!pakket.perMail) return writeEml(mail);
  try {
    const pdf = await writePdf(composeDocument(pakket, vandaag));
    const naam = toBestandsnaam(pakket.tafel.id, 'pdf', pakket.model.verwijzing.casuscode ?? '');
    return await writeEml(mail, { naam, pdf });
  } catch (error) {
    if (!(error instanceof PdfMislukt)) throw error;
    return writeEml({ ...mail, tekst: views.renderText('zonder-bijlage', { tekst: mail.tekst }) });
  }
}
