import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { toDatumTekst } from '../../domain/datum-tekst.ts';
import type { PapierDocument } from '../../domain/ports/pakket-pdf.ts';
import { type Fonts, loadFonts } from './fonts.ts';
import { paintEdges } from './page-edges.ts';
import { createPageFlow, type Element, type PageFlow } from './page-flow.ts';
import { paintBlok, paintConcept, paintKop } from './paint-blok.ts';
import { BLADZIJDE, COMPACT, RUIM } from './style.ts';

const MAKER = 'RDM-wegwijzer';
/** Typed on its own because the types of pdfkit do not know `fit`: without it a bookmark scrolls to the right edge. */
const HELE_BLADZIJDE = { expanded: false, fit: true };

let gelezen: Fonts | undefined;

/**
 * Makes a tagged PDF (PDF/UA) of a document, in this thread; the same document always gives the same bytes.
 * @throws RangeError when the date is no date.
 */
export async function renderDocument(document: PapierDocument): Promise<Buffer> {
  gelezen ??= loadFonts();
  const doc = createDocument(document, gelezen);
  const bytes = buffer(doc);
  const flow = createPageFlow(doc, gelezen, document.eenBladzijde ? COMPACT : RUIM);
  paintInhoud(flow, document);
  paintEdges(flow, {
    kopLinks: flow.toPrintable(oneLine(document.kopLinks)),
    kopRechts: toDatumTekst(document.datum),
    voetLinks: flow.toPrintable(oneLine(document.voetLinks)),
    balk: document.waarschuwing,
  });
  doc.end();
  return bytes;
}

function createDocument({ titel, onderwerp, datum }: PapierDocument, fonts: Fonts): PDFKit.PDFDocument {
  const toMeta = (tekst: string) =>
    new XmlSafe(oneLine(tekst).replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')) as string;
  const doc = new PDFDocument({
    // Below 1.4 pdfkit leaves out the metadata that PDF/UA asks for.
    pdfVersion: '1.7',
    // The types of pdfkit know the subsets for archiving only.
    subset: 'PDF/UA' as 'PDF/A-2a',
    tagged: true,
    lang: 'nl',
    displayTitle: true,
    size: 'A4',
    margins: {
      top: BLADZIJDE.boven,
      bottom: BLADZIJDE.onder,
      left: BLADZIJDE.zijkant,
      right: BLADZIJDE.zijkant,
    },
    // The number of pages is known at the end only.
    bufferPages: true,
    // No font of pdfkit's own: those are not embedded.
    font: '',
    info: {
      Title: toMeta(titel),
      Author: MAKER,
      Subject: toMeta(onderwerp),
      Creator: MAKER,
      CreationDate: toDate(datum),
    },
  });
  fonts.register(doc);
  return doc;
}

function paintInhoud(flow: PageFlow, document: PapierDocument): void {
  const wortel = flow.doc.struct('Document');
  flow.doc.addStructure(wortel);
  paintKop(flow, wortel, 'H1', oneLine(document.titel));
  if (document.waarschuwing !== null) paintConcept(flow, wortel, document.waarschuwing);
  if (!document.eenBladzijde) paintGegevens(flow, wortel, document);
  for (const { kop, blokken } of document.secties) {
    const sectie = flow.addElement(wortel, 'Sect');
    paintKop(flow, sectie, 'H2', oneLine(kop), () => {
      flow.doc.outline.addItem(flow.toPrintable(oneLine(kop)), HELE_BLADZIJDE);
    });
    for (const blok of blokken) paintBlok(flow, sectie, blok);
  }
  // Draws the heading of a last section without text.
  flow.ensure(0);
}

function paintGegevens(flow: PageFlow, wortel: Element, { gegevens, datum }: PapierDocument): void {
  paintBlok(flow, wortel, {
    soort: 'gegevens',
    rijen: [
      ...gegevens.map(({ naam, waarde }) => ({ naam, waarde: oneLine(waarde) })),
      { naam: 'Datum', waarde: toDatumTekst(datum) },
    ],
  });
}

function oneLine(tekst: string): string {
  return tekst.replaceAll(/\s+/g, ' ').trim();
}

function toDate(datum: string): Date {
  return new Date(`${datum}T00:00:00Z`);
}

/** Pdfkit puts metadata into XML as it is, and takes a String for a string elsewhere: escaped only where it is XML. */
class XmlSafe extends String {
  override toString(): string {
    return this.valueOf().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  }

  /** A String looks at its own `toString` for this, and pdfkit looks here whether the text is more than ASCII. */
  override charCodeAt(index: number): number {
    return this.valueOf().charCodeAt(index);
  }
}
