import { type Element, markElement } from './element.ts';
import { PAGE, type TextStyle } from './style.ts';

/** A line of text, and the element that it belongs to; none for a blank line. */
export interface Line {
  readonly text: string;
  readonly element: Element | null;
}

/** A text in a column: its lines, where they start, and the element around it, which is there without a line too. */
export interface Cell {
  readonly element: Element;
  readonly lines: readonly Line[];
  readonly x: number;
  readonly style: TextStyle;
}

/** Draws what a screen reader skips: grounds and rules, and what comes back on every page. */
export function paintArtifact(
  doc: PDFKit.PDFDocument,
  type: 'Pagination' | 'Layout',
  paint: () => void,
): void {
  doc.markContent('Artifact', { type });
  paint();
  doc.endMarkedContent();
}

/** Writes a line; its left top corner is at the x of the cell and `top`. */
export function writeLine(
  doc: PDFKit.PDFDocument,
  { x, style }: Pick<Cell, 'x' | 'style'>,
  text: string,
  top: number,
): void {
  doc.font(style.weight, style.size).fillColor(style.color);
  // Without a width pdfkit measures what it wrote, to go on behind it.
  doc.text(text, x, top, { lineBreak: false });
}

/** Writes lines below each other, those of one element in one mark; what is no text of its own in none. */
export function paintCell(
  doc: PDFKit.PDFDocument,
  cell: Cell,
  lines: readonly Line[],
  top: number,
  isTagged = true,
): void {
  let open: Element | null = null;
  for (const [index, { text, element }] of lines.entries()) {
    if (isTagged && element && element !== open) {
      if (open) doc.endMarkedContent();
      markElement(doc, element);
      open = element;
    }
    if (element) writeLine(doc, cell, text, top + index * cell.style.line);
  }
  if (open) doc.endMarkedContent();
}

/** Draws a line across the page. */
export function paintRule(doc: PDFKit.PDFDocument, y: number, color: string): void {
  doc.moveTo(PAGE.left, y).lineTo(PAGE.right, y).lineWidth(0.6).stroke(color);
}
