import type { Tree } from '../../domain/tree/decision-tree.ts';
import { finishSvg } from './finish-svg.ts';
import type { Graphviz, Maat } from './graphviz.ts';
import { layOutRows } from './lay-out-rows.ts';
import { toDot, toPlaatsenDot } from './to-dot.ts';
import { heeftVoorwaarde, type Kolommen, toKolommen, toPijlId } from './tree-columns.ts';

/** The middle of a place in the picture, in points; y counts down from the top. */
export interface Punt {
  readonly x: number;
  readonly y: number;
}

/** Space after a strip, in points: more where many arrows turn. */
const SMAL = 10;
const RUIM = 29;

/** Gives every place, and every condition of an arrow, its spot in the picture. */
export function layOutTree(boom: Tree, maten: ReadonlyMap<string, Maat>): ReadonlyMap<string, Punt> {
  const kolommen = toKolommen(boom);
  const rijen = layOutRows(boom, kolommen, (id) => maten.get(id)?.hoogte ?? 0);
  const punten = new Map<string, Punt>();
  let links = 0;
  for (const { ids, ruimte } of toStroken(boom, kolommen)) {
    const breedte = Math.max(0, ...ids.map((id) => maten.get(id)?.breedte ?? 0));
    for (const id of ids) punten.set(id, { x: links + breedte / 2, y: rijen.get(id) ?? 0 });
    links += breedte + ruimte;
  }
  return punten;
}

/** The strips from left to right: columns, and between them the conditions of the arrows from one to the next. */
function toStroken(
  { pijlen }: Tree,
  { begin, vroeg, tafels, daarna }: Kolommen,
): { ids: readonly string[]; ruimte: number }[] {
  const midden = [...vroeg, ...tafels];
  const vragen = daarna.map(({ id }) => id);
  const uitkomsten = daarna.flatMap((vraag) => vraag.uitkomsten);
  const voorwaarden = (van: readonly string[], naar: readonly string[]) =>
    pijlen.flatMap((pijl, nummer) =>
      heeftVoorwaarde(pijl) && van.includes(pijl.van) && naar.includes(pijl.to) ? [toPijlId(nummer)] : [],
    );
  return [
    { ids: [...begin, ...voorwaarden(begin, begin)], ruimte: RUIM },
    { ids: voorwaarden(begin, midden), ruimte: SMAL },
    { ids: [...midden, ...voorwaarden(tafels, tafels), ...voorwaarden(begin, vragen)], ruimte: RUIM },
    // What leaves a table has its condition above the last questions, where there is room.
    {
      ids: [...vragen, ...voorwaarden(vragen, vragen), ...voorwaarden(tafels, [...vragen, ...uitkomsten])],
      ruimte: SMAL,
    },
    { ids: voorwaarden(vragen, uitkomsten), ruimte: SMAL },
    { ids: uitkomsten, ruimte: 0 },
  ];
}

/** The tree with its picture, an SVG that stands on its own. */
export interface GetekendeBoom {
  readonly boom: Tree;
  readonly svg: string;
}

/** Draws the tree: Graphviz measures the places, we give each its spot, Graphviz draws them and the arrows. */
export function drawTree(graphviz: Graphviz, boom: Tree): GetekendeBoom {
  const punten = layOutTree(boom, graphviz.measure(toPlaatsenDot(boom)));
  return { boom, svg: finishSvg(graphviz.draw(toDot(boom, punten)), boom) };
}
