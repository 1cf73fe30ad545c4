import type { Block } from '../../domain/referral/paper-document.ts';
import { createElement, type Element } from './element.ts';
import type { Row } from './flow-rows.ts';
import { paintRule } from './paint.ts';
import { COLOR, PAGE, type TextStyle } from './style.ts';
import { type Column, hasText, type Press, toCell, toHeading } from './to-cell.ts';
import { divideWidth, measureColumn } from './wrap-text.ts';

type Table = Extract<Block, { soort: 'tabel' }>;

const PADDING = 4;
const WHOLE_ROW: Column = { x: PAGE.left + PADDING, width: PAGE.width - 2 * PADDING };
const COLUMN_HEAD = { O: 'Table', Scope: 'Column' };

/** A table; its heading comes back on each page, and is in the structure once. */
export function* toTableRows(
  press: Press,
  parent: Element,
  { bijschrift, koppen, rijen }: Table,
): Generator<Row> {
  const { doc, look } = press;
  const count = Math.max(koppen.length, ...rijen.map((rij) => ('kop' in rij ? 1 : rij.length)));
  if (count === 0) return;
  const columns = toColumns(press, koppen, rijen, count);
  const table = createElement(doc, parent, 'Table');
  if (hasText(bijschrift)) {
    yield { ...toHeading(press, table, 'Caption', bijschrift, look.name), after: 3 };
  }
  const headElement = createElement(doc, createElement(doc, table, 'THead'), 'TR');
  const head: Row = {
    cells: columns.map((column, index) =>
      toCell(press, headElement, 'TH', koppen[index] ?? '', column, look.columnHead, COLUMN_HEAD),
    ),
    padding: PADDING,
    isHeading: true,
    decorate: (top, height) => {
      doc.rect(PAGE.left, top, PAGE.width, height).fill(COLOR.ground);
      paintRule(doc, top + height, COLOR.primary);
    },
  };
  yield head;
  const body = createElement(doc, table, 'TBody');
  for (const [index, rij] of rijen.entries()) {
    const row = createElement(doc, body, 'TR');
    const place = { head, padding: PADDING, after: index === rijen.length - 1 ? 12 : 0 };
    const decorate: Row['decorate'] = (top, height) => paintRule(doc, top + height, COLOR.rule);
    if ('kop' in rij) {
      const spanning = { ...COLUMN_HEAD, ColSpan: count };
      const cell = toCell(press, row, 'TH', rij.kop, WHOLE_ROW, look.columnHead, spanning);
      yield { ...place, cells: [cell], isHeading: true, decorate };
      continue;
    }
    const cells = columns.map((column, number) => {
      const text = rij[number] ?? '';
      // The first cell says what the others are about.
      return number === 0 && count > 1 && text.trim() !== ''
        ? toCell(press, row, 'TH', text, column, look.cell, { O: 'Table', Scope: 'Row' })
        : toCell(press, row, 'TD', text, column, look.cell);
    });
    yield { ...place, cells, isWhole: true, decorate };
  }
}

function toColumns(
  { fonts, look }: Press,
  headings: readonly string[],
  rijen: Table['rijen'],
  count: number,
): Column[] {
  const wishes = Array.from({ length: count }, (_, index) => {
    const wishOf = (texts: readonly string[], style: TextStyle) =>
      measureColumn(
        texts.map((text) => text.trim()),
        (part) => fonts.measure(part, style),
      );
    const head = wishOf([headings[index] ?? ''], look.columnHead);
    const cells = wishOf(
      rijen.map((rij) => ('kop' in rij ? '' : (rij[index] ?? ''))),
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
