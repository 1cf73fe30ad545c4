import type { Tree } from '../../domain/tree/decision-tree.ts';
import type { Punt } from './lay-out-tree.ts';
import { toKnoopLabel, toPijlLabel } from './to-dot-label.ts';
import { KLEUREN } from './tree-colours.ts';
import { heeftVoorwaarde, isOmlaag, toKolommen, toPijlId } from './tree-columns.ts';

const INSTELLINGEN = [
  // Straight lines with corners; one pixel on the screen is one point here.
  'graph [rankdir=LR, splines=ortho, ranksep=0.3, nodesep=0.25, bgcolor=transparent, pad=0.05]',
  `node [shape=plain, fontname=Helvetica, fontsize=14, fontcolor="${KLEUREN.tekst}"]`,
  `edge [color="${KLEUREN.rand}", penwidth=1.5, arrowsize=0.9]`,
];

/**
 * The tree in the DOT language of Graphviz. The condition of an arrow is a place of its own on it, because straight
 * lines carry no text. With `points` every place gets its spot; without, Graphviz chooses one itself.
 */
export function toDot(boom: Tree, punten?: ReadonlyMap<string, Punt>): string {
  return toGraaf(boom.titel, [...toPlaatsen(boom, punten), ...toLijnen(boom)]);
}

/** The places of the tree in the DOT language, without the arrows: enough to measure them. */
export function toPlaatsenDot(boom: Tree): string {
  return toGraaf(boom.titel, toPlaatsen(boom));
}

function toGraaf(titel: string, regels: readonly string[]): string {
  const inhoud = [...INSTELLINGEN, ...regels].map((regel) => `  ${regel}`).join('\n');
  return `// ${titel.replaceAll(/\s+/g, ' ')}\ndigraph beslisboom {\n${inhoud}\n}\n`;
}

function toPlaatsen(boom: Tree, punten?: ReadonlyMap<string, Punt>): string[] {
  const kolommen = toKolommen(boom);
  const plaats = (id: string, label: string) => {
    const punt = punten?.get(id);
    // The y of Graphviz counts up.
    const pos = punt ? `, pos="${punt.x.toFixed(1)},${(-punt.y).toFixed(1)}"` : '';
    return `${quote(id)} [label=<${label}>${pos}]`;
  };
  return [
    ...boom.nodes.map((knoop) => plaats(knoop.id, toKnoopLabel(knoop))),
    ...boom.pijlen.flatMap((pijl, nummer) =>
      heeftVoorwaarde(pijl)
        ? [plaats(toPijlId(nummer), toPijlLabel(pijl.tekst, isOmlaag(kolommen, pijl)))]
        : [],
    ),
  ];
}

function toLijnen({ pijlen }: Tree): string[] {
  return pijlen.flatMap((pijl, nummer) => {
    const [van, naar, voorwaarde] = [pijl.van, pijl.to, toPijlId(nummer)].map(quote);
    return heeftVoorwaarde(pijl)
      ? [`${van} -> ${voorwaarde} [arrowhead=none]`, `${voorwaarde} -> ${naar}`]
      : [`${van} -> ${naar}`];
  });
}

function quote(tekst: string): string {
  return `"${tekst.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
