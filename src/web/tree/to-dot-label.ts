import type { Uitkomst } from '../../domain/model/uitkomst.ts';
import type { CriteriumPart, RegelPart, TafelNode, TreeNode } from '../../domain/tree/decision-tree.ts';
import { escapeXml } from '../escape-xml.ts';
import { COLOURS, type Colour } from './colours.ts';

/** Size of a name, in points; the rest of the text has the size of the place. */
const NAME = 16;
/** Widths of lines in characters, and of boxes in points. */
const VRAAG = { tekens: 20, punten: 142 };
const UITKOMST = { tekens: 28, punten: 192 };
const TAFEL = { tekens: 44, punten: 310 };
const ARROW = 16;
const ARROW_DOWN = 24;

/** Line and background of each outcome; the words say the same. */
const UITKOMST_COLOURS: Readonly<Record<Uitkomst, readonly [lijn: Colour, vlak: Colour]>> = {
  belNu: ['fout-rand', 'fout-licht'],
  buitenTwente: ['rand', 'stil-licht'],
  eerstLokaal: ['primair', 'primair-licht'],
  lokaalVerder: ['primair', 'primair-licht'],
  aanmelden: ['goed-rand', 'goed-licht'],
  aanvullen: ['open-rand', 'open-licht'],
  geenTafel: ['rand', 'stil-licht'],
};

/** What stands in a place of the tree, as an HTML-like label of Graphviz. */
export function toNodeLabel(node: TreeNode): string {
  switch (node.soort) {
    case 'tafel':
      return toTafelLabel(node);
    case 'uitkomst': {
      const regels = [toName(node.tekst), ...toRegels(node.toelichting, UITKOMST.tekens)];
      return toBox(UITKOMST_COLOURS[node.uitkomst], UITKOMST.punten, regels);
    }
    case 'vraag': {
      const toelichting = node.toelichting === null ? [] : toRegels(node.toelichting, VRAAG.tekens);
      return toVraagBox([...toRegels(node.tekst, VRAAG.tekens).map(toBold), ...toelichting]);
    }
    case 'oordeel':
      return toVraagBox(toRegels(node.tekst, VRAAG.tekens).map(toBold));
  }
}

/** The condition of an arrow; one that goes down has room at both sides. */
export function toArrowLabel(tekst: string, isDown: boolean): string {
  const rij = `<TR><TD>${toRegels(tekst, isDown ? ARROW_DOWN : ARROW).join('<BR/>')}</TD></TR>`;
  return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3">${rij}</TABLE>`;
}

function toVraagBox(regels: readonly string[]): string {
  return toBox(['primair', 'primair-licht'], VRAAG.punten, regels);
}

/** A box with a row for each line: Graphviz sets lines that are not all alike too close together. */
function toBox([line, area]: readonly [Colour, Colour], width: number, regels: readonly string[]): string {
  const colours = `COLOR="${COLOURS[line]}" BGCOLOR="${COLOURS[area]}"`;
  const rijen = regels.map((regel) => toRow([regel], `WIDTH="${width}"`)).join('');
  const inside = `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">${rijen}</TABLE>`;
  return `<TABLE BORDER="2" STYLE="ROUNDED" CELLBORDER="0" CELLSPACING="0" CELLPADDING="8" ${colours}>${toRow([inside])}</TABLE>`;
}

function toTafelLabel({ tekst, trede, regel, aandachtspunten }: TafelNode): string {
  const kop = `<FONT COLOR="${COLOURS['op-primair']}">${toName(tekst)}&#160;&#160;trede ${trede}</FONT>`;
  const colours = `COLOR="${COLOURS.primair}" BGCOLOR="${COLOURS['op-primair']}"`;
  return [
    `<TABLE BORDER="2" CELLBORDER="0" CELLSPACING="0" CELLPADDING="4" ${colours}>`,
    toRow([kop], `BGCOLOR="${COLOURS.primair}" CELLPADDING="7" WIDTH="${TAFEL.punten}"`),
    ...toRegelRows(regel),
    ...(aandachtspunten
      ? [toRow([`<I>${escapeXml(aandachtspunten.kop)}</I>`]), ...aandachtspunten.delen.map(toPoint)]
      : []),
    '</TABLE>',
  ].join('');
}

/** A criterion is a row, a group inside a group a box. */
function toRegelRows(deel: RegelPart): string[] {
  if (deel.soort === 'criterium') return [toPoint(deel)];
  return [
    toRow([toBold(escapeXml(deel.kop))]),
    ...deel.delen.map((inside) =>
      inside.soort === 'criterium' ? toPoint(inside) : toRow([toGroup(inside)]),
    ),
  ];
}

function toGroup(deel: RegelPart): string {
  const colours = `COLOR="${COLOURS.lijn}" BGCOLOR="${COLOURS.vlak}"`;
  return `<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="4" ${colours}>${toRegelRows(deel).join('')}</TABLE>`;
}

/** A point of a list: what does not fit on the first line stands below its text. */
function toPoint({ tekst }: CriteriumPart): string {
  return toRow(
    toRegels(tekst, TAFEL.tekens).map((regel, nummer) =>
      nummer === 0 ? `• ${regel}` : `&#160;&#160;&#160;${regel}`,
    ),
  );
}

function toRow(regels: readonly string[], attributes = ''): string {
  return `<TR><TD ALIGN="LEFT" BALIGN="LEFT" ${attributes}>${regels.join('<BR/>')}</TD></TR>`;
}

function toRegels(tekst: string, chars: number): string[] {
  return wrapText(tekst, chars).map(escapeXml);
}

function toName(tekst: string): string {
  return toBold(`<FONT POINT-SIZE="${NAME}">${escapeXml(tekst)}</FONT>`);
}

function toBold(label: string): string {
  return `<B>${label}</B>`;
}

/** Breaks text between words into lines of at most `width` characters; a longer word gets a line of its own. */
export function wrapText(tekst: string, width: number): string[] {
  const regels: string[] = [];
  for (const woord of tekst.split(/\s+/)) {
    const last = regels.at(-1);
    if (last === undefined || last.length + 1 + woord.length > width) regels.push(woord);
    else regels[regels.length - 1] = `${last} ${woord}`;
  }
  return regels;
}
