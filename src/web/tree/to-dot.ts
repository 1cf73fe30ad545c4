import type { Tree } from '../../domain/tree/decision-tree.ts';
import { COLOURS } from './colours.ts';
import type { Point } from './graphviz.ts';
import { toArrowLabel, toNodeLabel } from './to-dot-label.ts';
import { hasVoorwaarde, isDown, toArrowId, toColumns } from './tree-columns.ts';

const SETTINGS = [
  // Straight lines with corners; one pixel on the screen is one point here.
  'graph [rankdir=LR, splines=ortho, ranksep=0.3, nodesep=0.25, bgcolor=transparent, pad=0.05]',
  `node [shape=plain, fontname=Helvetica, fontsize=14, fontcolor="${COLOURS.tekst}"]`,
  `edge [color="${COLOURS.rand}", penwidth=1.5, arrowsize=0.9]`,
];

/**
 * The tree in the DOT language of Graphviz. The condition of an arrow is a place of its own on it, because straight
 * lines carry no text. With `points` every place gets its spot; without, Graphviz chooses one itself.
 */
export function toDot(tree: Tree, points?: ReadonlyMap<string, Point>): string {
  return toGraph(tree.titel, [...toPlaces(tree, points), ...toLines(tree)]);
}

/** The places of the tree in the DOT language, without the arrows: enough to measure them. */
export function toPlacesDot(tree: Tree): string {
  return toGraph(tree.titel, toPlaces(tree));
}

function toGraph(titel: string, regels: readonly string[]): string {
  const content = [...SETTINGS, ...regels].map((regel) => `  ${regel}`).join('\n');
  return `// ${titel.replaceAll(/\s+/g, ' ')}\ndigraph beslisboom {\n${content}\n}\n`;
}

function toPlaces(tree: Tree, points?: ReadonlyMap<string, Point>): string[] {
  const columns = toColumns(tree);
  const place = (id: string, label: string) => {
    const point = points?.get(id);
    // The y of Graphviz counts up.
    const pos = point ? `, pos="${point.x.toFixed(1)},${(-point.y).toFixed(1)}"` : '';
    return `${quote(id)} [label=<${label}>${pos}]`;
  };
  return [
    ...tree.nodes.map((node) => place(node.id, toNodeLabel(node))),
    ...tree.pijlen.flatMap((arrow, nummer) =>
      hasVoorwaarde(arrow)
        ? [place(toArrowId(nummer), toArrowLabel(arrow.tekst, isDown(columns, arrow)))]
        : [],
    ),
  ];
}

function toLines({ pijlen }: Tree): string[] {
  return pijlen.flatMap((arrow, nummer) => {
    const [from, to, voorwaarde] = [arrow.van, arrow.to, toArrowId(nummer)].map(quote);
    return hasVoorwaarde(arrow)
      ? [`${from} -> ${voorwaarde} [arrowhead=none]`, `${voorwaarde} -> ${to}`]
      : [`${from} -> ${to}`];
  });
}

function quote(tekst: string): string {
  return `"${tekst.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
