import qrcode from 'qrcode-generator';
import type { Block } from '../../domain/referral/paper-document.ts';
import { createElement, type Element, markElement } from './element.ts';
import type { Row } from './flow-rows.ts';
import type { Cell } from './paint.ts';
import { COLOR, PAGE, type TextStyle } from './style.ts';
import { toTableRows } from './table-rows.ts';
import { type Column, FULL, hasText, type Press, toCell } from './to-cell.ts';

const BULLET: Column = { x: PAGE.left + 3, width: 14 };
const ITEM = indent(14);
const NAME: Column = { x: PAGE.left, width: PAGE.width * 0.3 - 12 };
const VALUE = indent(PAGE.width * 0.3);
const NOTICE: Column = { x: PAGE.left + 14, width: PAGE.width - 24 };

/** Writes a block as rows, with their elements below `parent`. */
export function* toRows(press: Press, parent: Element, block: Block): Generator<Row> {
  const { look } = press;
  if (block.soort === 'alinea') {
    const parts = block.tekst.split(/\n *\n\s*/).filter(hasText);
    for (const tekst of parts) yield toText(press, parent, tekst, look.text, 7);
  } else if (block.soort === 'melding') {
    if (hasText(block.tekst)) yield toNotice(press, parent, block.tekst);
  } else if (block.soort === 'lijst') {
    const items = block.items.filter(hasText);
    yield* toList(press, parent, 'Disc', items, (item, element) => [
      toCell(press, element, 'Lbl', '•', BULLET, look.text),
      toCell(press, element, 'LBody', item, ITEM, look.text),
    ]);
  } else if (block.soort === 'gegevens') {
    // To a screen reader each name is the label of its item, as in a dictionary.
    yield* toList(press, parent, 'None', block.rijen, ({ naam, waarde }, element) => [
      toCell(press, element, 'Lbl', naam, NAME, look.name),
      toCell(press, element, 'LBody', waarde, VALUE, look.text),
    ]);
  } else if (block.soort === 'qr') {
    yield toQrRow(press, parent, block.adres, block.alt);
  } else yield* toTableRows(press, parent, block);
}

/** A text over the whole width, in paragraphs of its own. */
export function toText(press: Press, parent: Element, tekst: string, style: TextStyle, after: number): Row {
  return { cells: [toCell(press, parent, 'P', tekst, FULL, style)], after };
}

/** A text that warns, on a ground of its own. */
function toNotice(press: Press, parent: Element, tekst: string): Row {
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

function* toList<T>(
  { doc }: Press,
  parent: Element,
  numbering: 'Disc' | 'None',
  items: readonly T[],
  toCells: (item: T, element: Element) => Cell[],
): Generator<Row> {
  const list = createElement(doc, parent, 'L', { O: 'List', ListNumbering: numbering });
  for (const [index, item] of items.entries()) {
    const cells = toCells(item, createElement(doc, list, 'LI'));
    yield { cells, after: index === items.length - 1 ? 8 : 3 };
  }
}

function indent(by: number): Column {
  return { x: PAGE.left + by, width: PAGE.width - by };
}

/** 25 mm, in points: an address of 120 characters then still reads from a scan at 150 dpi. */
const SIZE = (25 / 25.4) * 72;
/** So much white must stay around the code, in its modules. */
const QUIET = 4;

/** An address as a QR code: a figure with a text for who does not see it. */
function toQrRow({ doc, look }: Press, parent: Element, adres: string, alt: string): Row {
  const code = qrcode(0, 'M');
  code.addData(adres);
  code.make();
  const places = [...Array(code.getModuleCount()).keys()];
  const module = SIZE / places.length;
  const margin = QUIET * module;
  const x = PAGE.left + margin;
  let figure: PDFKit.PDFStructureElement | null = null;

  function paint(from: number): void {
    const top = from + margin;
    // The types of pdfkit do not know the place of a figure, which PDF/UA asks.
    const options = { alt, bbox: [x, top, x + SIZE, top + SIZE] } as { alt: string };
    const made = doc.struct('Figure', options);
    parent().add(made);
    figure = made;
    markElement(doc, () => made as ReturnType<Element>);
    for (const row of places) {
      const dots = places.map((column) => (code.isDark(row, column) ? '#' : ' ')).join('');
      // Dots beside each other as one: a printer would leave a line between them.
      for (const { 0: run, index } of dots.matchAll(/#+/g))
        doc.rect(x + index * module, top + row * module, run.length * module, module);
    }
    doc.fill(COLOR.text);
    doc.endMarkedContent();
  }

  const element = () => (figure ?? parent()) as ReturnType<Element>;
  const style = { ...look.text, line: SIZE + 2 * margin };
  return { cells: [{ element, lines: [], x, style }], isWhole: true, after: 4, onStart: paint };
}
