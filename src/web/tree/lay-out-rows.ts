import type { Arrow, Tree } from '../../domain/tree/decision-tree.ts';
import { heeftVoorwaarde, type Kolommen, toPijlId } from './tree-columns.ts';

/** Space below a place, in points. */
const RIJ = 20;

/** The places that have a row so far, by their middle. */
interface Rijen {
  readonly hoogte: (id: string) => number;
  readonly midden: Map<string, number>;
  /** The conditions of these arrows, as places. */
  readonly voorwaarden: (past: (pijl: Arrow) => boolean) => string[];
}

/**
 * How far from the top the middle of each place is, in points. The tables stand below each other and decide the
 * height; everything else is set beside what it belongs to.
 */
export function layOutRows(
  { pijlen }: Tree,
  kolommen: Kolommen,
  hoogte: (id: string) => number,
): ReadonlyMap<string, number> {
  const rijen: Rijen = {
    hoogte,
    midden: new Map(),
    voorwaarden: (past) =>
      pijlen.flatMap((pijl, nummer) => (heeftVoorwaarde(pijl) && past(pijl) ? [toPijlId(nummer)] : [])),
  };
  const tafels = placeTafels(rijen, kolommen);
  placeBegin(rijen, kolommen, pijlen, (tafels.boven + tafels.onder) / 2);
  const vrij = placeAfslagen(rijen, kolommen);
  placeDaarna(rijen, kolommen, Math.max(vrij, (tafels.boven + tafels.onder) / 2));
  // All other conditions stand beside the place where their arrow ends.
  pijlen.forEach((pijl, nummer) => {
    const id = toPijlId(nummer);
    if (!rijen.midden.has(id)) rijen.midden.set(id, midden(rijen, pijl.to));
  });
  return rijen.midden;
}

/** The early outcomes, the tables, and what passes the tables by; a condition between two tables in between. */
function placeTafels(
  rijen: Rijen,
  { begin, vroeg, tafels, daarna }: Kolommen,
): { boven: number; onder: number } {
  const vragen = daarna.map(({ id }) => id);
  const langs = rijen.voorwaarden(({ van, to: naar }) => begin.includes(van) && vragen.includes(naar));
  const kolom = tafels.flatMap((id, plaats) => [...tussen(rijen, tafels[plaats - 1], id), id]);
  const boven = stapel(rijen, vroeg, 0);
  return { boven, onder: stapel(rijen, [...kolom, ...langs], boven) };
}

/** The first questions: beside the outcome that they lead to, or else in the middle of the tables. */
function placeBegin(
  rijen: Rijen,
  { begin, vroeg }: Kolommen,
  pijlen: readonly Arrow[],
  middenVanTafels: number,
): void {
  begin.forEach((id, plaats) => {
    const uitkomst = pijlen.find(({ van, to: naar }) => van === id && vroeg.includes(naar))?.to;
    rijen.midden.set(id, uitkomst === undefined ? middenVanTafels : midden(rijen, uitkomst));
    placeTussen(rijen, begin[plaats - 1], id);
  });
}

/** The conditions of what leaves a table, beside it; returns where there is room below them. */
function placeAfslagen(rijen: Rijen, { tafels }: Kolommen): number {
  return tafels.reduce((vrij, tafel) => {
    const ids = rijen.voorwaarden(({ van, to: naar }) => van === tafel && !tafels.includes(naar));
    const hoogte = meet(rijen, ids);
    return ids.length === 0 ? vrij : stapel(rijen, ids, Math.max(vrij, midden(rijen, tafel) - hoogte / 2));
  }, 0);
}

/** The last questions, each in the middle of the outcomes that it leads to. */
function placeDaarna(rijen: Rijen, { daarna }: Kolommen, boven: number): void {
  let vrij = boven;
  daarna.forEach(({ id, uitkomsten }, plaats) => {
    const vorige = daarna[plaats - 1]?.id;
    const hoogte = Math.max(meet(rijen, uitkomsten), rijen.hoogte(id));
    const eerder =
      vorige === undefined ? vrij : onder(rijen, vorige) + 2 * RIJ + meet(rijen, tussen(rijen, vorige, id));
    const begin = Math.max(vrij, eerder - (hoogte - rijen.hoogte(id)) / 2);
    rijen.midden.set(id, begin + hoogte / 2);
    vrij = begin + hoogte + RIJ;
    stapel(rijen, uitkomsten, begin + (hoogte - meet(rijen, uitkomsten)) / 2);
    placeTussen(rijen, vorige, id);
  });
}

/** Halfway between two places below each other, but never far below the first. */
function placeTussen(rijen: Rijen, vorige: string | undefined, id: string): void {
  if (vorige === undefined) return;
  for (const voorwaarde of tussen(rijen, vorige, id)) {
    const ruimte = midden(rijen, id) - rijen.hoogte(id) / 2 - onder(rijen, vorige);
    rijen.midden.set(
      voorwaarde,
      onder(rijen, vorige) + Math.min(ruimte / 2, RIJ + rijen.hoogte(voorwaarde) / 2),
    );
  }
}

function tussen(rijen: Rijen, boven: string | undefined, id: string): string[] {
  return rijen.voorwaarden(({ van, to: naar }) => van === boven && naar === id);
}

/** Sets places below each other from here; returns where the next one can begin. */
function stapel(rijen: Rijen, ids: readonly string[], boven: number): number {
  return ids.reduce((begin, id) => {
    rijen.midden.set(id, begin + rijen.hoogte(id) / 2);
    return begin + rijen.hoogte(id) + RIJ;
  }, boven);
}

/** The height of places below each other. */
function meet(rijen: Rijen, ids: readonly string[]): number {
  return ids.reduce((som, id) => som + rijen.hoogte(id) + RIJ, 0) - (ids.length > 0 ? RIJ : 0);
}

function midden(rijen: Rijen, id: string): number {
  return rijen.midden.get(id) ?? 0;
}

function onder(rijen: Rijen, id: string): number {
  return midden(rijen, id) + rijen.hoogte(id) / 2;
}
