import type { RegelPart, TafelNode, Tree, TreeNode } from '../../domain/tree/decision-tree.ts';
import { hasVoorwaarde } from './tree-columns.ts';

/** The tree in the language of Mermaid, with each table as a box around its criteria. */
export function toMermaid({ titel, nodes, pijlen }: Tree): string {
  const regels = [
    ...nodes.flatMap((node) => (node.soort === 'tafel' ? toTafelRegels(node) : [toNodeRegel(node)])),
    ...pijlen.map((arrow) => {
      const voorwaarde = hasVoorwaarde(arrow) ? `|${quote(arrow.tekst)}|` : '';
      return `${toName(arrow.van)} -->${voorwaarde} ${toName(arrow.to)}`;
    }),
  ];
  return `%% ${titel.replaceAll(/\s+/g, ' ')}\nflowchart LR\n${indent(regels).join('\n')}\n`;
}

function toNodeRegel(node: Exclude<TreeNode, TafelNode>): string {
  const naam = toName(node.id);
  switch (node.soort) {
    case 'vraag':
      return `${naam}[${toText(node.tekst, node.toelichting)}]`;
    case 'oordeel':
      return `${naam}[${toText(node.tekst, null)}]`;
    case 'uitkomst':
      return `${naam}([${toText(node.tekst, node.toelichting)}])`;
  }
}

function toTafelRegels({ id, tekst, trede, regel, aandachtspunten }: TafelNode): string[] {
  const parts = [
    ...toPartRegels(regel, id, `${id}-regel`),
    ...(aandachtspunten
      ? toGroup(
          `${id}-aandachtspunten`,
          aandachtspunten.kop,
          aandachtspunten.delen.flatMap((deel) => toPartRegels(deel, id, '')),
        )
      : []),
  ];
  return toGroup(id, `${tekst} (trede ${trede})`, parts);
}

function toPartRegels(deel: RegelPart, tafel: string, groep: string): string[] {
  if (deel.soort === 'criterium') return [`${toName(`${tafel}-${deel.id}`)}[${quote(deel.tekst)}]`];
  const inside = deel.delen.flatMap((onderdeel, nummer) =>
    toPartRegels(onderdeel, tafel, `${groep}-${nummer + 1}`),
  );
  return toGroup(groep, deel.kop, inside);
}

function toGroup(id: string, kop: string, regels: readonly string[]): string[] {
  return [`subgraph ${toName(id)}[${quote(kop)}]`, ...indent(['direction TB', ...regels]), 'end'];
}

function indent(regels: readonly string[]): string[] {
  return regels.map((regel) => `  ${regel}`);
}

/** Mermaid takes a hyphen for part of an arrow. */
function toName(id: string): string {
  return id.replaceAll('-', '_');
}

function toText(tekst: string, toelichting: string | null): string {
  return toelichting === null ? quote(tekst) : `"${escapeMermaid(tekst)}<br/>${escapeMermaid(toelichting)}"`;
}

function quote(tekst: string): string {
  return `"${escapeMermaid(tekst)}"`;
}

/** Marks that mean something to Mermaid, or to the HTML that it makes, in its own notation. */
function escapeMermaid(tekst: string): string {
  return tekst.replaceAll(/[#&<>"`]/g, (char) => `#${char.codePointAt(0)};`);
}
