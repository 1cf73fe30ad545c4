import type { PageFlow } from './page-flow.ts';
import { splitGrafemen } from './printable-text.ts';
import { BLADZIJDE, INHOUD_BREEDTE, KLEUR, STIJL, type TekstStijl } from './style.ts';

/** What stands on every page around the text. */
export interface RandTekst {
  readonly kopLinks: string;
  readonly kopRechts: string;
  readonly voetLinks: string;
  /** A bar across the top of the page, or null. */
  readonly balk: string | null;
}

const LINKS = BLADZIJDE.zijkant;
const RECHTS = BLADZIJDE.zijkant + INHOUD_BREEDTE;
const BALK = { top: 20, hoogte: 19 } as const;
const KOP_TOP = 50;
const VOET_TOP = BLADZIJDE.hoogte - 42;

/** Draws the edges of all pages, once it is known how many there are; screen readers skip them. */
export function paintEdges(flow: PageFlow, rand: RandTekst): void {
  const { count } = flow.doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    flow.doc.switchToPage(index);
    flow.paintArtifact('Pagination', () => {
      if (rand.balk !== null) paintBalk(flow, rand.balk);
      paintEnds(flow, rand.kopLinks, rand.kopRechts, KOP_TOP);
      paintEnds(flow, rand.voetLinks, `bladzijde ${index + 1} van ${count}`, VOET_TOP);
      paintLijn(flow, KOP_TOP + STIJL.rand.regel + 4);
      paintLijn(flow, VOET_TOP - 6);
    });
  }
}

function paintBalk(flow: PageFlow, tekst: string): void {
  const stijl = STIJL.conceptBalk;
  flow.doc.rect(LINKS, BALK.top, INHOUD_BREEDTE, BALK.hoogte).fill(KLEUR.fout);
  const links = LINKS + (INHOUD_BREEDTE - flow.measureWith(stijl)(tekst)) / 2;
  flow.writeLine(tekst, links, BALK.top + (BALK.hoogte - stijl.regel) / 2, stijl);
}

/** One text at the left and one at the right; the left one is cut short where they would meet. */
function paintEnds(flow: PageFlow, links: string, rechts: string, y: number): void {
  const stijl = STIJL.rand;
  const breedte = flow.measureWith(stijl)(rechts);
  flow.writeLine(cutShort(flow, links, INHOUD_BREEDTE - breedte - 20, stijl), LINKS, y, stijl);
  flow.writeLine(rechts, RECHTS - breedte, y, stijl);
}

function cutShort(flow: PageFlow, tekst: string, width: number, stijl: TekstStijl): string {
  const measure = flow.measureWith(stijl);
  if (measure(tekst) <= width) return tekst;
  let kort = '';
  for (const teken of splitGrafemen(tekst)) {
    if (measure(`${kort}${teken}…`) > width) break;
    kort += teken;
  }
  return `${kort}…`;
}

function paintLijn(flow: PageFlow, y: number): void {
  flow.doc.moveTo(LINKS, y).lineTo(RECHTS, y).lineWidth(0.6).stroke(KLEUR.lijn);
}
