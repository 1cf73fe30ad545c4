import { type Cell, paintArtifact, paintCell } from './paint.ts';
import { PAGE } from './style.ts';

/** Cells beside each other. All text is such a row: a paragraph has one cell, an item of a list a bullet and a text. */
export interface Row {
  readonly cells: readonly Cell[];
  /** Blank space before and after it, and above and below its text, in points. */
  readonly before?: number;
  readonly after?: number;
  readonly padding?: number;
  /** A heading: on the page where the row after it starts. */
  readonly isHeading?: boolean;
  /** Goes to the next page whole, unless it is long; another row is broken where the page ends. */
  readonly isWhole?: boolean;
  /** The heading of its table, which comes back on each page. */
  readonly head?: Row;
  /** Draws grounds and rules for a piece of the row, before its text. */
  readonly decorate?: (top: number, height: number) => void;
  /** Hears that the row is about to be drawn, on the page where it starts, and where on it. */
  readonly onStart?: (top: number) => void;
}

/** Puts rows on pages, from top to bottom. */
export interface Flow {
  /** @throws PaperFull when it does not fit on the last page that is allowed. */
  add(row: Row): void;
  /** Draws headings that nothing followed. */
  end(): void;
  /** Draws a last row in the room that is kept for it on the last page. */
  addLast(row: Row): void;
}

/** The document has all the pages that it may have. */
export class PaperFull extends Error {}

/** A row higher than this is broken where it stands, and a heading higher than this does not come back. */
const HIGH = 0.4 * (PAGE.bottom - PAGE.top);
/** Room for the row that says that the document was broken off. */
const LAST_ROW = 70;

/** Makes a flow that starts at the top of the current page; `space` is what is left of blank space between rows. */
export function createFlow(doc: PDFKit.PDFDocument, space: number, maxPages: number): Flow {
  /** Where text starts on this page: below a heading that came back. */
  let top: number = PAGE.top;
  let y = top;
  let pages = 1;
  let bottom = findBottom();
  let headings: Row[] = [];

  function findBottom(): number {
    return pages === maxPages ? PAGE.bottom - LAST_ROW : PAGE.bottom;
  }

  function breakPage(head?: Row): void {
    if (pages === maxPages) throw new PaperFull();
    doc.addPage();
    pages += 1;
    bottom = findBottom();
    y = PAGE.top;
    if (head && measureRow(head) < HIGH) {
      decorate(head, y, measureRow(head));
      paintArtifact(doc, 'Pagination', () => {
        for (const cell of head.cells) paintCell(doc, cell, cell.lines, y + (head.padding ?? 0), false);
      });
      y += measureRow(head);
    }
    top = y;
  }

  function decorate(row: Row, from: number, height: number): void {
    if (row.decorate) paintArtifact(doc, 'Layout', () => row.decorate?.(from, height));
  }

  function skip(height = 0): void {
    if (y > top) y += height * space;
  }

  function paint(row: Row): void {
    skip(row.before);
    const { cells, padding = 0 } = row;
    const line = lineHeight(row);
    const total = Math.max(1, ...cells.map(({ lines }) => lines.length));
    for (let from = 0; from < total; ) {
      const room = Math.floor((bottom - y - 2 * padding) / line);
      const count = countFitting(total - from, room, y <= top);
      if (count > 0) {
        const height = count * line + 2 * padding;
        if (from === 0) {
          row.onStart?.(y);
          for (const { element } of cells) element();
        }
        decorate(row, y, height);
        for (const cell of cells) paintCell(doc, cell, cell.lines.slice(from, from + count), y + padding);
        y += height;
        from += count;
      }
      if (from < total) breakPage(row.head);
    }
    skip(row.after);
  }

  function paintHeadings(): void {
    const waiting = headings;
    headings = [];
    waiting.forEach(paint);
  }

  return {
    add: (row) => {
      if (row.isHeading) {
        headings.push(row);
        return;
      }
      const before = headings.reduce((sum, heading) => sum + measureSpaced(heading), 0);
      if (y + before + measureStart(row) > bottom && y > top) {
        breakPage(row.head && headings.includes(row.head) ? undefined : row.head);
      }
      paintHeadings();
      paint(row);
    },
    end: paintHeadings,
    addLast: (row) => {
      bottom = PAGE.bottom;
      headings = [];
      paint(row);
    },
  };

  function measureSpaced(row: Row): number {
    return measureRow(row) + ((row.before ?? 0) + (row.after ?? 0)) * space;
  }
}

function lineHeight({ cells }: Row): number {
  return Math.max(...cells.map(({ style }) => style.line));
}

function measureRow(row: Row): number {
  const lines = Math.max(1, ...row.cells.map((cell) => cell.lines.length));
  return lines * lineHeight(row) + 2 * (row.padding ?? 0);
}

/** How much of a row must be on the page where it starts. */
function measureStart(row: Row): number {
  const height = measureRow(row);
  if (row.isWhole && height < HIGH) return height;
  return Math.min(height, (row.isWhole ? 3 : 2) * lineHeight(row) + 2 * (row.padding ?? 0));
}

/** How many lines to put here, so that no line stands alone at the foot or the head of a page; 0 is: none. */
function countFitting(rest: number, room: number, isAtTop: boolean): number {
  if (room >= rest) return rest;
  const count = rest - room === 1 && room > 2 ? room - 1 : room;
  if (isAtTop) return Math.max(1, count);
  return count < 2 || rest - count === 1 ? 0 : count;
}
