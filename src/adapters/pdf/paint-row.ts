import type { Element, PageFlow } from './page-flow.ts';
import type { TekstStijl } from './style.ts';

/** A text in a column: its lines, where they start, and the element of the structure that they belong to. */
export interface Cel {
  readonly element: Element;
  readonly soort: string;
  readonly regels: readonly string[];
  readonly x: number;
  readonly stijl: TekstStijl;
}

interface RijOpties {
  /** Blank space above and below the text, in points. */
  readonly padding?: number;
  /** Draws grounds and lines for a piece of the row, before its text. */
  readonly decorate?: (top: number, hoogte: number) => void;
}

/**
 * Draws cells beside each other and goes on on the next page where they are longer than this one.
 * All text is such a row: a paragraph is a row of one cell, an item of a list one of a bullet and a text.
 */
export function paintRow(flow: PageFlow, cellen: readonly Cel[], opties: RijOpties = {}): void {
  const { padding = 0, decorate } = opties;
  const regel = Math.max(...cellen.map(({ stijl }) => stijl.regel));
  const totaal = Math.max(1, ...cellen.map(({ regels }) => regels.length));
  flow.ensure(Math.min(totaal, 2) * regel + 2 * padding);
  for (let van = 0; van < totaal; ) {
    const plek = Math.floor((flow.room() - 2 * padding) / regel);
    const aantal = countFitting(totaal - van, plek, flow.isAtTop());
    if (aantal === 0) {
      flow.breakPage();
      continue;
    }
    const hoogte = aantal * regel + 2 * padding;
    decorate?.(flow.y, hoogte);
    for (const cel of cellen) paintPiece(flow, cel, van, aantal, flow.y + padding);
    flow.y += hoogte;
    van += aantal;
    if (van < totaal) flow.breakPage();
  }
}

/** The height of a row in points when nothing of it is broken off. */
export function measureRow(cellen: readonly Cel[], padding = 0): number {
  return Math.max(...cellen.map(({ regels, stijl }) => regels.length * stijl.regel)) + 2 * padding;
}

function paintPiece(flow: PageFlow, cel: Cel, van: number, aantal: number, top: number): void {
  const regels = cel.regels.slice(van, van + aantal);
  if (regels.length === 0) return;
  flow.paint(cel.element, cel.soort, () => {
    for (const [index, tekst] of regels.entries()) {
      flow.writeLine(tekst, cel.x, top + index * cel.stijl.regel, cel.stijl);
    }
  });
}

/** How many lines to put here, so that no line stands alone at the foot or the head of a page; 0 is: none. */
function countFitting(rest: number, plek: number, isAtTop: boolean): number {
  if (plek >= rest) return rest;
  const aantal = rest - plek === 1 && plek > 2 ? plek - 1 : plek;
  if (isAtTop) return Math.max(1, aantal);
  return aantal < 2 || rest - aantal === 1 ? 0 : aantal;
}
