import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { toDateText } from '../../domain/date-text.ts';
import type { PakketDocument, PaperDocument } from '../../domain/referral/paper-document.ts';
import { createFlow, type Element, PaperFull, paintArtifact, writeLines } from './flow-rows.ts';
import { type Fonts, loadFonts } from './fonts.ts';
import { splitGraphemes, toPrintable } from './printable-text.ts';
import { BROKEN_OFF, shortenDocument } from './shorten-document.ts';
import { COLOR, COMPACT, type Look, PAGE, type TextStyle, WIDE } from './style.ts';
import { addElement, type Press, paintRule, toCell, toFacts, toNotice, toRows } from './to-rows.ts';

const MAKER = 'RDM-wegwijzer';
const WARNING = 'CONCEPT, NOG NIET VERSTUREN';
/** More is not read at an overlegtafel, and would hold up the PDFs of others. */
const MAX_PAGES = 40;
/** Typed on its own because the types of pdfkit do not know `fit`: without it a bookmark scrolls to the right edge. */
const WHOLE_PAGE = { expanded: false, fit: true };
const HEADER = 50;
const FOOTER = PAGE.height - 42;

let loaded: Fonts | undefined;

/**
 * Makes a tagged PDF (PDF/UA) of a document or a package, in this thread, of 40 pages at most: longer texts are cut,
 * and say so. The same document always gives the same bytes.
 * @throws RangeError when the date is no date.
 */
export async function renderDocument(work: PaperDocument | PakketDocument): Promise<Buffer> {
  const document = shortenDocument('casuscode' in work ? toPaper(work) : work);
  loaded ??= loadFonts();
  const look: Look = document.onePage ? COMPACT : WIDE;
  const doc = createDocument(document);
  const press: Press = { doc, fonts: loaded, look };
  loaded.register(doc);
  const bytes = buffer(doc);
  paintContents(press, document);
  paintEdges(press, document);
  // As a number it makes pdfkit add a CIDSet, in which the parts of letters such as é are missing. PDF/UA asks for none.
  (doc as unknown as { subset: string }).subset = '1';
  doc.end();
  return bytes;
}

function toPaper({ casuscode, tafelName, concept, ...rest }: PakketDocument): PaperDocument {
  return {
    ...rest,
    onderwerp: `${concept ? 'Concept, nog niet versturen. ' : ''}Casus ${casuscode}, ${tafelName}`,
    headingLinks: tafelName,
    footerLinks: `casuscode ${casuscode}, vertrouwelijk`,
    waarschuwing: concept ? WARNING : null,
    gegevens: [
      { naam: 'Overlegtafel', waarde: tafelName },
      { naam: 'Casuscode', waarde: casuscode },
      { naam: 'Vertrouwelijk', waarde: 'Alleen voor wie bij deze casus betrokken is.' },
    ],
  };
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

function paintContents(press: Press, document: PaperDocument): void {
  const { doc, fonts, look } = press;
  const flow = createFlow(doc, look.space, MAX_PAGES);
  const root = doc.struct('Document') as Element;
  doc.addStructure(root);
  const full = { x: PAGE.left, width: PAGE.width };
  const addText = (role: 'H1' | 'P', text: string, style: TextStyle) =>
    flow.add({ cells: [toCell(press, root, role, text, full, style)], isHeading: role === 'H1', after: 6 });
  try {
    addText('H1', oneLine(document.titel), look.title);
    // In the text too: screen readers skip the edges.
    if (document.waarschuwing !== null) addText('P', document.waarschuwing, look.warning);
    if (!document.onePage) {
      const facts = [...document.gegevens, { naam: 'Datum', waarde: toDateText(document.datum) }];
      const rows = facts.map(({ naam, waarde }) => ({ naam, waarde: oneLine(waarde) }));
      for (const row of toFacts(press, root, rows)) flow.add(row);
    }
    for (const { kop, blokken } of document.secties) {
      const section = addElement(doc, root, 'Sect');
      const title = oneLine(kop);
      flow.add({
        cells: [toCell(press, section, 'H2', title, full, look.heading)],
        isHeading: true,
        before: 16,
        after: 6,
        onStart: () => doc.outline.addItem(toPrintable(title, fonts.covers), WHOLE_PAGE),
      });
      for (const block of blokken) for (const row of toRows(press, section, block)) flow.add(row);
    }
    flow.end();
  } catch (error) {
    if (!(error instanceof PaperFull)) throw error;
    flow.addLast(toNotice(press, root, BROKEN_OFF));
  }
}

/** Draws the edges of all pages, once it is known how many there are; screen readers skip them. */
function paintEdges({ doc, fonts, look }: Press, document: PaperDocument): void {
  const { edge, bar } = look;
  const measure = (text: string) => fonts.measure(text, edge);
  const paintEnds = (left: string, right: string, top: number) => {
    const x = PAGE.right - measure(right);
    const room = x - 20 - PAGE.left;
    writeLines(doc, { x: PAGE.left, style: edge }, [cutToFit(left, room, measure)], top);
    writeLines(doc, { x, style: edge }, [right], top);
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
        writeLines(doc, { x, style: bar }, [document.waarschuwing], 23);
      }
      paintEnds(header, toDateText(document.datum), HEADER);
      paintEnds(footer, `bladzijde ${index + 1} van ${count}`, FOOTER);
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
