import type { Tree } from '../../domain/tree/decision-tree.ts';
import { finishSvg } from './finish-svg.ts';
import type { Graphviz, Size } from './graphviz.ts';
import { layOutRows } from './lay-out-rows.ts';
import { toDot, toPlacesDot } from './to-dot.ts';
import { type Columns, hasVoorwaarde, toArrowId, toColumns } from './tree-columns.ts';

/** The middle of a place in the picture, in points; y counts down from the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Space after a strip, in points: more where many arrows turn. */
const NARROW = 10;
const SPACIOUS = 29;

/** Gives every place, and every condition of an arrow, its spot in the picture. */
export function layOutTree(tree: Tree, sizes: ReadonlyMap<string, Size>): ReadonlyMap<string, Point> {
  const columns = toColumns(tree);
  const rijen = layOutRows(tree, columns, (id) => sizes.get(id)?.hoogte ?? 0);
  const points = new Map<string, Point>();
  let links = 0;
  for (const { ids, space } of toStroken(tree, columns)) {
    const width = Math.max(0, ...ids.map((id) => sizes.get(id)?.breedte ?? 0));
    for (const id of ids) points.set(id, { x: links + width / 2, y: rijen.get(id) ?? 0 });
    links += width + space;
  }
  return points;
}

/** The strips from left to right: columns, and between them the conditions of the arrows from one to the next. */
function toStroken(
  { pijlen }: Tree,
  { begin, vroeg, tafels, daarna }: Columns,
): { ids: readonly string[]; space: number }[] {
  const middle = [...vroeg, ...tafels];
  const vragen = daarna.map(({ id }) => id);
  const uitkomsten = daarna.flatMap((vraag) => vraag.uitkomsten);
  const voorwaarden = (from: readonly string[], to: readonly string[]) =>
    pijlen.flatMap((arrow, nummer) =>
      hasVoorwaarde(arrow) && from.includes(arrow.van) && to.includes(arrow.to) ? [toArrowId(nummer)] : [],
    );
  return [
    { ids: [...begin, ...voorwaarden(begin, begin)], space: SPACIOUS },
    { ids: voorwaarden(begin, middle), space: NARROW },
    { ids: [...middle, ...voorwaarden(tafels, tafels), ...voorwaarden(begin, vragen)], space: SPACIOUS },
    // What leaves a table has its condition above the last questions, where there is room.
    {
      ids: [...vragen, ...voorwaarden(vragen, vragen), ...voorwaarden(tafels, [...vragen, ...uitkomsten])],
      space: NARROW,
    },
    { ids: voorwaarden(vragen, uitkomsten), space: NARROW },
    { ids: uitkomsten, space: 0 },
  ];
}

/** The tree with its picture, an SVG that stands on its own. */
export interface DrawnTree {
  readonly tree: Tree;
  readonly svg: string;
}

/** Draws the tree: Graphviz measures the places, we give each its spot, Graphviz draws them and the arrows. */
export function drawTree(graphviz: Graphviz, tree: Tree): DrawnTree {
  const points = layOutTree(tree, graphviz.measure(toPlacesDot(tree)));
  return { tree, svg: finishSvg(graphviz.draw(toDot(tree, points)), tree) };
}
