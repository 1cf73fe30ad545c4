import type { Arrow, Tree } from '../../domain/tree/decision-tree.ts';
import { type Columns, hasVoorwaarde, toArrowId } from './tree-columns.ts';

/** Space below a place, in points. */
const ROW = 20;

/** The places that have a row so far, by their middle. */
interface Rows {
  readonly hoogte: (id: string) => number;
  readonly midden: Map<string, number>;
  /** The conditions of these arrows, as places. */
  readonly voorwaarden: (fits: (arrow: Arrow) => boolean) => string[];
}

/**
 * How far from the top the middle of each place is, in points. The tables stand below each other and decide the
 * height; everything else is set beside what it belongs to.
 */
export function layOutRows(
  { pijlen }: Tree,
  columns: Columns,
  hoogte: (id: string) => number,
): ReadonlyMap<string, number> {
  const rijen: Rows = {
    hoogte,
    midden: new Map(),
    voorwaarden: (fits) =>
      pijlen.flatMap((arrow, nummer) => (hasVoorwaarde(arrow) && fits(arrow) ? [toArrowId(nummer)] : [])),
  };
  const tafels = placeTafels(rijen, columns);
  placeBegin(rijen, columns, pijlen, (tafels.above + tafels.below) / 2);
  const free = placeBranches(rijen, columns);
  placeDaarna(rijen, columns, Math.max(free, (tafels.above + tafels.below) / 2));
  // All other conditions stand beside the place where their arrow ends.
  pijlen.forEach((arrow, nummer) => {
    const id = toArrowId(nummer);
    if (!rijen.midden.has(id)) rijen.midden.set(id, middle(rijen, arrow.to));
  });
  return rijen.midden;
}

/** The early outcomes, the tables, and what passes the tables by; a condition between two tables in between. */
function placeTafels(
  rijen: Rows,
  { begin, vroeg, tafels, daarna }: Columns,
): { above: number; below: number } {
  const vragen = daarna.map(({ id }) => id);
  const along = rijen.voorwaarden(({ van, to }) => begin.includes(van) && vragen.includes(to));
  const column = tafels.flatMap((id, place) => [...between(rijen, tafels[place - 1], id), id]);
  const above = stack(rijen, vroeg, 0);
  return { above, below: stack(rijen, [...column, ...along], above) };
}

/** The first questions: beside the outcome that they lead to, or else in the middle of the tables. */
function placeBegin(
  rijen: Rows,
  { begin, vroeg }: Columns,
  pijlen: readonly Arrow[],
  middleOfTafels: number,
): void {
  begin.forEach((id, place) => {
    const uitkomst = pijlen.find(({ van, to }) => van === id && vroeg.includes(to))?.to;
    rijen.midden.set(id, uitkomst === undefined ? middleOfTafels : middle(rijen, uitkomst));
    placeBetween(rijen, begin[place - 1], id);
  });
}

/** The conditions of what leaves a table, beside it; returns where there is room below them. */
function placeBranches(rijen: Rows, { tafels }: Columns): number {
  return tafels.reduce((free, tafel) => {
    const ids = rijen.voorwaarden(({ van, to }) => van === tafel && !tafels.includes(to));
    const height = measure(rijen, ids);
    return ids.length === 0 ? free : stack(rijen, ids, Math.max(free, middle(rijen, tafel) - height / 2));
  }, 0);
}

/** The last questions, each in the middle of the outcomes that it leads to. */
function placeDaarna(rijen: Rows, { daarna }: Columns, above: number): void {
  let free = above;
  daarna.forEach(({ id, uitkomsten }, place) => {
    const previous = daarna[place - 1]?.id;
    const height = Math.max(measure(rijen, uitkomsten), rijen.hoogte(id));
    const earlier =
      previous === undefined
        ? free
        : below(rijen, previous) + 2 * ROW + measure(rijen, between(rijen, previous, id));
    const begin = Math.max(free, earlier - (height - rijen.hoogte(id)) / 2);
    rijen.midden.set(id, begin + height / 2);
    free = begin + height + ROW;
    stack(rijen, uitkomsten, begin + (height - measure(rijen, uitkomsten)) / 2);
    placeBetween(rijen, previous, id);
  });
}

/** Halfway between two places below each other, but never far below the first. */
function placeBetween(rijen: Rows, previous: string | undefined, id: string): void {
  if (previous === undefined) return;
  for (const voorwaarde of between(rijen, previous, id)) {
    const space = middle(rijen, id) - rijen.hoogte(id) / 2 - below(rijen, previous);
    rijen.midden.set(
      voorwaarde,
      below(rijen, previous) + Math.min(space / 2, ROW + rijen.hoogte(voorwaarde) / 2),
    );
  }
}

function between(rijen: Rows, above: string | undefined, id: string): string[] {
  return rijen.voorwaarden(({ van, to }) => van === above && to === id);
}

/** Sets places below each other from here; returns where the next one can begin. */
function stack(rijen: Rows, ids: readonly string[], above: number): number {
  return ids.reduce((begin, id) => {
    rijen.midden.set(id, begin + rijen.hoogte(id) / 2);
    return begin + rijen.hoogte(id) + ROW;
  }, above);
}

/** The height of places below each other. */
function measure(rijen: Rows, ids: readonly string[]): number {
  return ids.reduce((sum, id) => sum + rijen.hoogte(id) + ROW, 0) - (ids.length > 0 ? ROW : 0);
}

function middle(rijen: Rows, id: string): number {
  return rijen.midden.get(id) ?? 0;
}

function below(rijen: Rows, id: string): number {
  return middle(rijen, id) + rijen.hoogte(id) / 2;
}
