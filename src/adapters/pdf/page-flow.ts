import type { Fonts } from './fonts.ts';
import { toPrintable } from './printable-text.ts';
import { BLADZIJDE, type Opmaak, type TekstStijl } from './style.ts';
import type { Measure } from './wrap-text.ts';

/** An element of the structure that a screen reader follows: a paragraph, a cell. */
export type Element = PDFKit.PDFStructureElement;
/** What the types of pdfkit do not know yet: `scope` says of which cells a TH is the heading. */
type ElementOpties = PDFKit.Mixins.StructureElementOptions & { readonly scope?: 'Column' };

/** Puts text on pages from top to bottom, and ties each piece of it to the structure. */
export interface PageFlow {
  readonly doc: PDFKit.PDFDocument;
  readonly opmaak: Opmaak;
  /** Where the next line starts, in points from the top of the page. */
  y: number;
  /** What to put at the top of each next page, such as the heading of a table. */
  onNewPage: (() => void) | null;
  /** How much room is left on this page, in points. */
  room(): number;
  isAtTop(): boolean;
  breakPage(): void;
  /** Puts what `paint` draws, a heading of this height, on the page where the text after it starts. */
  hold(height: number, paint: () => void): void;
  /** Starts a new page when less than `height` points are left, and draws a heading that was held. */
  ensure(height: number): void;
  /** Leaves blank space, less of it where the lay-out is compact, except at the top of a page. */
  skip(height: number): void;
  toPrintable(tekst: string): string;
  measureWith(stijl: TekstStijl): Measure;
  addElement(parent: Element, soort: string, opties?: ElementOpties): Element;
  /** Draws content that belongs to an element. */
  paint(element: Element, soort: string, draw: () => void): void;
  /** Draws what a screen reader skips: lines, grounds, and what comes back on every page. */
  paintArtifact(soort: 'Pagination' | 'Layout', draw: () => void): void;
  /** Writes one line; its left top corner is at x, y. */
  writeLine(tekst: string, x: number, y: number, stijl: TekstStijl): void;
}

/** Makes a flow that starts at the top of the current page of a document. */
export function createPageFlow(doc: PDFKit.PDFDocument, fonts: Fonts, opmaak: Opmaak): PageFlow {
  const bodem = BLADZIJDE.hoogte - BLADZIJDE.onder;
  /** Where text starts on this page: below what `onNewPage` put there. */
  let top: number = BLADZIJDE.boven;
  let held: { readonly height: number; readonly paint: () => void } | null = null;
  const measureRun = (font: string, grootte: number, tekst: string) =>
    doc.font(font, grootte).widthOfString(tekst);

  // Kept for one document only: what somebody typed must not stay in memory.
  const measures = new Map<TekstStijl, Measure>();
  const createMeasure = ({ gewicht, grootte }: TekstStijl): Measure => {
    const bekend = new Map<string, number>();
    return (tekst) => {
      const eerder = bekend.get(tekst);
      if (eerder !== undefined) return eerder;
      const breedte = fonts
        .splitRuns(tekst, gewicht)
        .reduce((som, run) => som + measureRun(run.font, grootte, run.tekst), 0);
      bekend.set(tekst, breedte);
      return breedte;
    };
  };

  const flow: PageFlow = {
    doc,
    opmaak,
    y: top,
    onNewPage: null,
    room: () => bodem - flow.y,
    isAtTop: () => flow.y <= top,
    breakPage: () => {
      doc.addPage();
      flow.y = BLADZIJDE.boven;
      flow.onNewPage?.();
      top = flow.y;
    },
    hold: (height, paint) => {
      flow.ensure(0);
      held = { height, paint };
    },
    ensure: (height) => {
      const kop = held;
      held = null;
      if (flow.room() < height + (kop?.height ?? 0) && !flow.isAtTop()) flow.breakPage();
      kop?.paint();
    },
    skip: (height) => {
      if (!flow.isAtTop()) flow.y += height * opmaak.wit;
    },
    toPrintable: (tekst) => toPrintable(tekst, fonts.covers),
    measureWith: (stijl) => {
      const eerder = measures.get(stijl);
      if (eerder) return eerder;
      const measure = createMeasure(stijl);
      measures.set(stijl, measure);
      return measure;
    },
    addElement: (parent, soort, opties = {}) => {
      const element = doc.struct(soort, opties);
      parent.add(element);
      return element;
    },
    paint: (element, soort, draw) => {
      element.add(doc.markStructureContent(soort));
      draw();
      doc.endMarkedContent();
    },
    paintArtifact: (soort, draw) => {
      doc.markContent('Artifact', { type: soort });
      draw();
      doc.endMarkedContent();
    },
    writeLine: (tekst, x, y, { gewicht, grootte, kleur }) => {
      doc.fillColor(kleur);
      doc.x = x;
      // Without line breaks pdfkit leaves its x behind the text, which is where the next run starts.
      for (const run of fonts.splitRuns(tekst, gewicht)) {
        doc.font(run.font, grootte).text(run.tekst, doc.x, y, { lineBreak: false });
      }
    },
  };
  return flow;
}
