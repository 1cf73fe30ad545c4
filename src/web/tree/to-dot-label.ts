import type { Uitkomst } from '../../domain/model/uitkomst.ts';
import type { CriteriumPart, RegelPart, TafelNode, TreeNode } from '../../domain/tree/decision-tree.ts';
import { KLEUREN, type Kleur } from './tree-colours.ts';

/** Size of a name, in points; the rest of the text has the size of the place. */
const NAAM = 16;
/** Widths of lines in characters, and of boxes in points. */
const VRAAG = { tekens: 20, punten: 142 };
const UITKOMST = { tekens: 28, punten: 192 };
const TAFEL = { tekens: 44, punten: 310 };
const PIJL = 16;
const PIJL_OMLAAG = 24;

/** Line and background of each outcome; the words say the same. */
const UITKOMST_KLEUREN: Readonly<Record<Uitkomst, readonly [lijn: Kleur, vlak: Kleur]>> = {
  belNu: ['fout-rand', 'fout-licht'],
  buitenTwente: ['rand', 'stil-licht'],
  eerstLokaal: ['primair', 'primair-licht'],
  lokaalVerder: ['primair', 'primair-licht'],
  aanmelden: ['goed-rand', 'goed-licht'],
  aanvullen: ['open-rand', 'open-licht'],
  geenTafel: ['rand', 'stil-licht'],
};

/** What stands in a place of the tree, as an HTML-like label of Graphviz. */
export function toKnoopLabel(knoop: TreeNode): string {
  switch (knoop.soort) {
    case 'tafel':
      return toTafelLabel(knoop);
    case 'uitkomst': {
      const regels = [toNaam(knoop.tekst), ...toRegels(knoop.toelichting, UITKOMST.tekens)];
      return toVak(UITKOMST_KLEUREN[knoop.uitkomst], UITKOMST.punten, regels);
    }
    case 'vraag': {
      const toelichting = knoop.toelichting === null ? [] : toRegels(knoop.toelichting, VRAAG.tekens);
      return toVraagVak([...toRegels(knoop.tekst, VRAAG.tekens).map(toVet), ...toelichting]);
    }
    case 'oordeel':
      return toVraagVak(toRegels(knoop.tekst, VRAAG.tekens).map(toVet));
  }
}

/** The condition of an arrow; one that goes down has room at both sides. */
export function toPijlLabel(tekst: string, isOmlaag: boolean): string {
  const rij = `<TR><TD>${toRegels(tekst, isOmlaag ? PIJL_OMLAAG : PIJL).join('<BR/>')}</TD></TR>`;
  return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3">${rij}</TABLE>`;
}

function toVraagVak(regels: readonly string[]): string {
  return toVak(['primair', 'primair-licht'], VRAAG.punten, regels);
}

/** A box with a row for each line: Graphviz sets lines that are not all alike too close together. */
function toVak([lijn, vlak]: readonly [Kleur, Kleur], breedte: number, regels: readonly string[]): string {
  const kleuren = `COLOR="${KLEUREN[lijn]}" BGCOLOR="${KLEUREN[vlak]}"`;
  const rijen = regels.map((regel) => toRij([regel], `WIDTH="${breedte}"`)).join('');
  const binnen = `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">${rijen}</TABLE>`;
  return `<TABLE BORDER="2" STYLE="ROUNDED" CELLBORDER="0" CELLSPACING="0" CELLPADDING="8" ${kleuren}>${toRij([binnen])}</TABLE>`;
}

function toTafelLabel({ tekst, trede, regel, aandachtspunten }: TafelNode): string {
  const kop = `<FONT COLOR="${KLEUREN['op-primair']}">${toNaam(tekst)}&#160;&#160;trede ${trede}</FONT>`;
  const kleuren = `COLOR="${KLEUREN.primair}" BGCOLOR="${KLEUREN['op-primair']}"`;
  return [
    `<TABLE BORDER="2" CELLBORDER="0" CELLSPACING="0" CELLPADDING="4" ${kleuren}>`,
    toRij([kop], `BGCOLOR="${KLEUREN.primair}" CELLPADDING="7" WIDTH="${TAFEL.punten}"`),
    ...toRegelRijen(regel),
    ...(aandachtspunten
      ? [toRij([`<I>${escapeHtml(aandachtspunten.kop)}</I>`]), ...aandachtspunten.delen.map(toPunt)]
      : []),
    '</TABLE>',
  ].join('');
}

/** A criterion is a row, a group inside a group a box. */
function toRegelRijen(deel: RegelPart): string[] {
  if (deel.soort === 'criterium') return [toPunt(deel)];
  return [
    toRij([toVet(escapeHtml(deel.kop))]),
    ...deel.delen.map((binnen) => (binnen.soort === 'criterium' ? toPunt(binnen) : toRij([toGroep(binnen)]))),
  ];
}

function toGroep(deel: RegelPart): string {
  const kleuren = `COLOR="${KLEUREN.lijn}" BGCOLOR="${KLEUREN.vlak}"`;
  return `<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="4" ${kleuren}>${toRegelRijen(deel).join('')}</TABLE>`;
}

/** A point of a list: what does not fit on the first line stands below its text. */
function toPunt({ tekst }: CriteriumPart): string {
  return toRij(
    toRegels(tekst, TAFEL.tekens).map((regel, nummer) =>
      nummer === 0 ? `• ${regel}` : `&#160;&#160;&#160;${regel}`,
    ),
  );
}

function toRij(regels: readonly string[], kenmerken = ''): string {
  return `<TR><TD ALIGN="LEFT" BALIGN="LEFT" ${kenmerken}>${regels.join('<BR/>')}</TD></TR>`;
}

function toRegels(tekst: string, tekens: number): string[] {
  return wrapText(tekst, tekens).map(escapeHtml);
}

function toNaam(tekst: string): string {
  return toVet(`<FONT POINT-SIZE="${NAAM}">${escapeHtml(tekst)}</FONT>`);
}

function toVet(label: string): string {
  return `<B>${label}</B>`;
}

function escapeHtml(tekst: string): string {
  return tekst
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Breaks text between words into lines of at most `breedte` characters; a longer word gets a line of its own. */
export function wrapText(tekst: string, breedte: number): string[] {
  const regels: string[] = [];
  for (const woord of tekst.split(/\s+/)) {
    const laatste = regels.at(-1);
    if (laatste === undefined || laatste.length + 1 + woord.length > breedte) regels.push(woord);
    else regels[regels.length - 1] = `${laatste} ${woord}`;
  }
  return regels;
}
