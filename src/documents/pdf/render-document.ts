import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { toDateText } from '../../domain/calendar.ts';
import {
  type Block,
  type PaperDocument,
  type PaperFile,
  toPageText,
} from '../../domain/referral/paper-document.ts';
import { createElement, type Element } from './element.ts';
import { createFlow, PaperFull } from './flow-rows.ts';
import { type Fonts, loadFonts } from './fonts.ts';
import { paintArtifact, paintRule, writeLine } from './paint.ts';
import { splitGraphemes, toPrintable } from './printable-text.ts';
import { shortenDocument } from './shorten-document.ts';
import { COLOR, COMPACT, PAGE, WIDE } from './style.ts';
import { type Press, toHeading } from './to-cell.ts';
import { toRows, toText } from './to-rows.ts';

const MAKER = 'RDM-wegwijzer';
/** More is not read at an overlegtafel, and would hold up the PDFs of others. */
const MAX_PAGES = 40;
/** Typed on its own because the types of pdfkit do not know `fit`: without it a bookmark scrolls to the right edge. */
const WHOLE_PAGE = { expanded: false, fit: true };
const HEADER = 50;
const FOOTER = PAGE.height - 42;

let loaded: Fonts | undefined;

/**
 * Makes a tagged PDF (PDF/UA) of a document, in this thread, of 40 pages at most: longer texts are cut, and say so. The
 * same document always gives the same bytes.
 * @throws RangeError when the date is no date.
 */
export async function renderDocument(work: PaperDocument): Promise<Buffer> {
  const document = shortenDocument(work);
  loaded ??= loadFonts();
  const doc = createDocument(document);
  const press: Press = { doc, fonts: loaded, look: document.onePage ? COMPACT : WIDE };
  loaded.register(doc);
  const bytes = buffer(doc);
  if (document.bijlage) attach(doc, document.bijlage, document.datum);
  paintContents(press, document);
  paintEdges(press, document);
  // As a number it makes pdfkit add a CIDSet, in which the parts of letters such as é are missing. PDF/UA asks for none.
  (doc as unknown as { subset: string }).subset = '1';
  doc.end();
  return bytes;
}

function createDocument({ titel, onderwerp, datum }: PaperDocument): PDFKit.PDFDocument {
  const toMeta = (text: string) =>
    new XmlSafe(oneLine(text).replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')) as string;
  return new PDFDocument({
    // Below 1.4 pdfkit leaves out the metadata that PDF/UA asks for.
    pdfVersion: '1.7',
    // The types of pdfkit know the subsets for archiving only.
    subset: 'PDF/UA' as 'PDF/A-2a',
    tagged: true,
    lang: 'nl',
    displayTitle: true,
    size: 'A4',
    margin: 0,
    // The number of pages is known at the end only.
    bufferPages: true,
    // No font of pdfkit's own: those are not embedded.
    font: '',
    info: {
      Title: toMeta(titel),
      Author: MAKER,
      Subject: toMeta(onderwerp),
      Creator: MAKER,
      CreationDate: new Date(`${datum}T00:00:00Z`),
    },
  });
}

/** Puts a file into the PDF, where a reader lists it; it is what the document was made of. */
function attach(
  doc: PDFKit.PDFDocument,
  { naam, type, omschrijving, tekst }: PaperFile,
  datum: string,
): void {
  const day = new Date(`${datum}T00:00:00Z`);
  const about = { name: naam, type, description: omschrijving, creationDate: day, modifiedDate: day };
  // The types of pdfkit do not know how a file belongs to its document, which PDF/UA readers ask.
  doc.file(Buffer.from(tekst), { ...about, relationship: 'Data' } as typeof about);
}

function paintContents(press: Press, document: PaperDocument): void {
  const { doc, fonts, look } = press;
  const { titel, waarschuwing, onePage, gegevens, secties, words } = document;
  const flow = createFlow(doc, look.space, MAX_PAGES);
  const root = createElement(doc, null, 'Document');
  const add = (parent: Element, block: Block) => {
    for (const row of toRows(press, parent, block)) flow.add(row);
  };
  try {
    flow.add(toHeading(press, root, 'H1', oneLine(titel), look.title));
    // In the text too: screen readers skip the edges.
    if (waarschuwing !== null) flow.add(toText(press, root, waarschuwing, look.warning, 6));
    if (!onePage) {
      const rijen = gegevens.map(({ naam, waarde }) => ({ naam, waarde: oneLine(waarde) }));
      add(root, { soort: 'gegevens', rijen });
    }
    for (const { kop, blokken } of secties) {
      const section = createElement(doc, root, 'Sect');
      const title = oneLine(kop);
      flow.add({
        ...toHeading(press, section, 'H2', title, look.heading),
        before: 16,
        onStart: () => doc.outline.addItem(toPrintable(title, fonts.covers), WHOLE_PAGE),
      });
      for (const block of blokken) add(section, block);
    }
    flow.end();
  } catch (error) {
    if (!(error instanceof PaperFull)) throw error;
    for (const row of toRows(press, root, { soort: 'melding', tekst: words.afgebroken })) flow.addLast(row);
  }
}

/** Draws the edges of all pages, once it is known how many there are; screen readers skip them. */
function paintEdges({ doc, fonts, look }: Press, document: PaperDocument): void {
  const { edge, bar } = look;
  const measure = (text: string) => fonts.measure(text, edge);
  const paintEnds = (left: string, right: string, top: number) => {
    const x = PAGE.right - measure(right);
    const room = x - 20 - PAGE.left;
    writeLine(doc, { x: PAGE.left, style: edge }, cutToFit(left, room, measure), top);
    writeLine(doc, { x, style: edge }, right, top);
  };
  const header = toPrintable(oneLine(document.headingLinks), fonts.covers);
  const footer = toPrintable(oneLine(document.footerLinks), fonts.covers);
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    paintArtifact(doc, 'Pagination', () => {
      if (document.waarschuwing !== null) {
        const x = PAGE.left + (PAGE.width - fonts.measure(document.waarschuwing, bar)) / 2;
        doc.rect(PAGE.left, 20, PAGE.width, 19).fill(COLOR.warning);
        writeLine(doc, { x, style: bar }, document.waarschuwing, 23);
      }
      paintEnds(header, toDateText(document.datum), HEADER);
      paintEnds(footer, toPageText(document.words.bladzijde, index + 1, count), FOOTER);
      paintRule(doc, HEADER + edge.line + 4, COLOR.rule);
      paintRule(doc, FOOTER - 6, COLOR.rule);
    });
  }
}

function cutToFit(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let short = '';
  for (const char of splitGraphemes(text)) {
    if (measure(`${short}${char}…`) > width) break;
    short += char;
  }
  return `${short}…`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
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
