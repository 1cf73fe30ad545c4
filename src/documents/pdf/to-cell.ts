import { createElement, type Element } from './element.ts';
import type { Row } from './flow-rows.ts';
import type { Fonts } from './fonts.ts';
import type { Cell, Line } from './paint.ts';
import { type Look, PAGE, type TextStyle } from './style.ts';
import { wrapText } from './wrap-text.ts';

/** A column: where its text starts and how wide that may be. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** What rows are made with. */
export interface Press {
  readonly doc: PDFKit.PDFDocument;
  readonly fonts: Fonts;
  readonly look: Look;
}

/** The whole width of a page. */
export const FULL: Column = { x: PAGE.left, width: PAGE.width };

/**
 * A text in a column, as an element of its own below `parent`. A line break that somebody made is a pause to a screen
 * reader too: each such line is a paragraph.
 */
export function toCell(
  { doc, fonts }: Press,
  parent: Element,
  role: string,
  text: string,
  { x, width }: Column,
  style: TextStyle,
  attributes?: Readonly<Record<string, string | number>>,
): Cell {
  const measure = (part: string) => fonts.measure(part, style);
  const parts = hasText(text) ? text.trim().split('\n') : [];
  const isOne = parts.length === 1;
  const element = role === 'P' ? parent : createElement(doc, parent, role, attributes);
  const lines = parts.flatMap((part): Line[] => {
    if (!hasText(part)) return [{ text: '', element: null }];
    const owner = isOne && role !== 'P' ? element : createElement(doc, element, 'P');
    return wrapText(part, width, measure).map((line) => ({ text: line, element: owner }));
  });
  return { element, lines, x, style };
}

/** A text over the whole width as one element. */
export function toHeading(press: Press, parent: Element, role: string, tekst: string, style: TextStyle): Row {
  return { cells: [toCell(press, parent, role, tekst, FULL, style)], isHeading: true, after: 6 };
}

/** Whether there is anything to print. */
export function hasText(text: string): boolean {
  return text.trim() !== '';
}
