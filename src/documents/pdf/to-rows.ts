import type { Block, PaperDocument } from '../../domain/referral/paper-document.ts';
import type { Cell, Element, Row } from './flow-rows.ts';
import type { Fonts } from './fonts.ts';
import { toPrintable } from './printable-text.ts';
import { COLOR, type Look, PAGE, type TextStyle } from './style.ts';
import { divideWidth, measureColumn, wrapText } from './wrap-text.ts';

/** A column: where its text starts and how wide that may be. */
interface Column {
  readonly x: number;
  readonly width: number;
}

type Facts = PaperDocument['gegevens'];
type Table = Extract<Block, { soort: 'tabel' }>;

/** What rows are made with. */
export interface Press {
  readonly doc: PDFKit.PDFDocument;
  readonly fonts: Fonts;
  readonly look: Look;
}

const FULL: Column = { x: PAGE.left, width: PAGE.width };
const BULLET: Column = { x: PAGE.left + 3, width: 14 };
const ITEM = indent(14);
const NAME: Column = { x: PAGE.left, width: PAGE.width * 0.3 - 12 };
const VALUE = indent(PAGE.width * 0.3);
const NOTICE: Column = { x: PAGE.left + 14, width: PAGE.width - 24 };
const PADDING = 4;

/** Writes a block as rows, with their elements below `parent`; each is made when the one before it is on paper. */
export function* toRows(press: Press, parent: Element, block: Block): Generator<Row> {
  const { look } = press;
  if (block.soort === 'alinea') {
    for (const tekst of block.tekst.split(/\n[ \t\r]*\n\s*/)) {
      if (tekst.trim() !== '')
        yield { cells: [toCell(press, parent, 'P', tekst, FULL, look.text)], after: 7 };
    }
  } else if (block.soort === 'melding') {
    if (block.tekst.trim() !== '') yield toNotice(press, parent, block.tekst);
  } else if (block.soort === 'lijst') {
    const items = block.items.filter((item) => item.trim() !== '');
    yield* toList(press, parent, 'Disc', items, (item, element) => [
      toCell(press, element, 'Lbl', '•', BULLET, look.text),
      toCell(press, element, 'LBody', item, ITEM, look.text),
    ]);
  } else if (block.soort === 'gegevens') yield* toFacts(press, parent, block.rijen);
  else yield* toTable(press, parent, block);
}

/** Writes a text that warns as a row on a ground of its own. */
export function toNotice(press: Press, parent: Element, tekst: string): Row {
  return {
    cells: [toCell(press, parent, 'P', tekst, NOTICE, press.look.text)],
    before: 3,
    after: 10,
    padding: 8,
    decorate: (top, height) => {
      press.doc.rect(PAGE.left, top, PAGE.width, height).fill(COLOR.notice);
      press.doc.rect(PAGE.left, top, 4, height).fill(COLOR.noticeEdge);
    },
  };
}

/** Names and values as a list: to a screen reader each name is the label of its item, as in a dictionary. */
export function toFacts(press: Press, parent: Element, facts: Facts): Generator<Row> {
  return toList(press, parent, 'None', facts, ({ naam, waarde }, element) => [
    toCell(press, element, 'Lbl', naam, NAME, press.look.name),
    toCell(press, element, 'LBody', waarde, VALUE, press.look.text),
  ]);
}

/** A text in a column, as an element of its own below `parent`. */
export function toCell(
  press: Press,
  parent: Element,
  role: string,
  text: string,
  { x, width }: Column,
  style: TextStyle,
  scope?: 'Column' | 'Row',
): Cell {
  const element = addElement(press.doc, parent, role, scope && { O: 'Table', Scope: scope });
  const printable = toPrintable(text.trim(), press.fonts.covers);
  const measure = (part: string) => press.fonts.measure(part, style);
  return { element, lines: printable === '' ? [] : wrapText(printable, width, measure), x, style };
}

/** Adds an element to the structure, with attributes such as the scope of a heading. */
export function addElement(
  doc: PDFKit.PDFDocument,
  parent: Element,
  role: string,
  attributes?: Readonly<Record<string, string>>,
): Element {
  const element = doc.struct(role) as Element;
  if (attributes) element.dictionary.data.A = attributes;
  parent.add(element);
  return element;
}

function* toList<T>(
  { doc }: Press,
  parent: Element,
  numbering: 'Disc' | 'None',
  items: readonly T[],
  toCells: (item: T, element: Element) => Cell[],
): Generator<Row> {
  if (items.length === 0) return;
  const list = addElement(doc, parent, 'L', { O: 'List', ListNumbering: numbering });
  for (const [index, item] of items.entries()) {
    const cells = toCells(item, addElement(doc, list, 'LI'));
    yield { cells, after: index === items.length - 1 ? 8 : 3 };
  }
}

/** A table; its heading comes back on each page, and is in the structure once. */
function* toTable(press: Press, parent: Element, { bijschrift, koppen, rijen }: Table): Generator<Row> {
  const { doc, look } = press;
  const count = Math.max(koppen.length, ...rijen.map(({ length }) => length));
  if (count === 0) return;
  const columns = toColumns(press, koppen, rijen, count);
  const table = addElement(doc, parent, 'Table');
  if (bijschrift.trim() !== '') {
    const caption = toCell(press, table, 'Caption', bijschrift, FULL, look.name);
    yield { cells: [caption], isHeading: true, after: 3 };
  }
  const headElement = addElement(doc, addElement(doc, table, 'THead'), 'TR');
  const head: Row = {
    cells: columns.map((column, index) =>
      toCell(press, headElement, 'TH', koppen[index] ?? '', column, look.columnHead, 'Column'),
    ),
    padding: PADDING,
    isHeading: true,
    decorate: (top, height) => {
      doc.rect(PAGE.left, top, PAGE.width, height).fill(COLOR.ground);
      paintRule(doc, top + height, COLOR.primary);
    },
  };
  yield head;
  if (rijen.length === 0) return;
  const body = addElement(doc, table, 'TBody');
  for (const [index, rij] of rijen.entries()) {
    const row = addElement(doc, body, 'TR');
    yield {
      cells: columns.map((column, place) => {
        const text = rij[place] ?? '';
        // The first cell says what the others are about.
        return place === 0 && count > 1 && text.trim() !== ''
          ? toCell(press, row, 'TH', text, column, look.cell, 'Row')
          : toCell(press, row, 'TD', text, column, look.cell);
      }),
      head,
      padding: PADDING,
      isWhole: true,
      after: index === rijen.length - 1 ? 12 : 0,
      decorate: (top, height) => paintRule(doc, top + height, COLOR.rule),
    };
  }
}

function toColumns(
  { fonts, look }: Press,
  headings: readonly string[],
  rijen: readonly (readonly string[])[],
  count: number,
): Column[] {
  const wishes = Array.from({ length: count }, (_, index) => {
    const wishOf = (texts: readonly string[], style: TextStyle) =>
      measureColumn(
        texts.map((text) => toPrintable(text.trim(), fonts.covers)),
        (part) => fonts.measure(part, style),
      );
    const head = wishOf([headings[index] ?? ''], look.columnHead);
    const cells = wishOf(
      rijen.map((rij) => rij[index] ?? ''),
      look.cell,
    );
    return {
      line: Math.max(head.line, cells.line) + 2 * PADDING,
      word: Math.max(head.word, cells.word) + 2 * PADDING,
    };
  });
  let left: number = PAGE.left;
  return divideWidth(wishes, PAGE.width).map((width) => {
    const column = { x: left + PADDING, width: Math.max(1, width - 2 * PADDING) };
    left += width;
    return column;
  });
}

/** Draws a line across the page. */
export function paintRule(doc: PDFKit.PDFDocument, y: number, color: string): void {
  doc.moveTo(PAGE.left, y).lineTo(PAGE.right, y).lineWidth(0.6).stroke(color);
}

function indent(by: number): Column {
  return { x: PAGE.left + by, width: PAGE.width - by };
}
