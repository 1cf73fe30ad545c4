import type { RegelPart, TafelNode, Tree, TreeNode } from '../../domain/tree/decision-tree.ts';
import { heeftVoorwaarde } from './tree-columns.ts';

/** The tree in the language of Mermaid, with each table as a box around its criteria. */
export function toMermaid({ titel, nodes: knopen, pijlen }: Tree): string {
  const regels = [
    ...knopen.flatMap((knoop) => (knoop.soort === 'tafel' ? toTafelRegels(knoop) : [toKnoopRegel(knoop)])),
    ...pijlen.map((pijl) => {
      const voorwaarde = heeftVoorwaarde(pijl) ? `|${quote(pijl.tekst)}|` : '';
      return `${toNaam(pijl.van)} -->${voorwaarde} ${toNaam(pijl.to)}`;
    }),
  ];
  return `%% ${titel.replaceAll(/\s+/g, ' ')}\nflowchart LR\n${inspringen(regels).join('\n')}\n`;
}

function toKnoopRegel(knoop: Exclude<TreeNode, TafelNode>): string {
  const naam = toNaam(knoop.id);
  switch (knoop.soort) {
    case 'vraag':
      return `${naam}[${toTekst(knoop.tekst, knoop.toelichting)}]`;
    case 'oordeel':
      return `${naam}[${toTekst(knoop.tekst, null)}]`;
    case 'uitkomst':
      return `${naam}([${toTekst(knoop.tekst, knoop.toelichting)}])`;
  }
}

function toTafelRegels({ id, tekst, trede, regel, aandachtspunten }: TafelNode): string[] {
  const delen = [
    ...toDeelRegels(regel, id, `${id}-regel`),
    ...(aandachtspunten
      ? toGroep(
          `${id}-aandachtspunten`,
          aandachtspunten.kop,
          aandachtspunten.delen.flatMap((deel) => toDeelRegels(deel, id, '')),
        )
      : []),
  ];
  return toGroep(id, `${tekst} (trede ${trede})`, delen);
}

function toDeelRegels(deel: RegelPart, tafel: string, groep: string): string[] {
  if (deel.soort === 'criterium') return [`${toNaam(`${tafel}-${deel.id}`)}[${quote(deel.tekst)}]`];
  const binnen = deel.delen.flatMap((onderdeel, nummer) =>
    toDeelRegels(onderdeel, tafel, `${groep}-${nummer + 1}`),
  );
  return toGroep(groep, deel.kop, binnen);
}

function toGroep(id: string, kop: string, regels: readonly string[]): string[] {
  return [`subgraph ${toNaam(id)}[${quote(kop)}]`, ...inspringen(['direction TB', ...regels]), 'end'];
}

function inspringen(regels: readonly string[]): string[] {
  return regels.map((regel) => `  ${regel}`);
}

/** Mermaid takes a hyphen for part of an arrow. */
function toNaam(id: string): string {
  return id.replaceAll('-', '_');
}

function toTekst(tekst: string, toelichting: string | null): string {
  return toelichting === null ? quote(tekst) : `"${escapeMermaid(tekst)}<br/>${escapeMermaid(toelichting)}"`;
}

function quote(tekst: string): string {
  return `"${escapeMermaid(tekst)}"`;
}

/** Marks that mean something to Mermaid, or to the HTML that it makes, in its own notation. */
function escapeMermaid(tekst: string): string {
  return tekst.replaceAll(/[#&<>"`]/g, (teken) => `#${teken.codePointAt(0)};`);
}
