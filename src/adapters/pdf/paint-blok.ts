import type { Blok } from '../../domain/ports/pakket-pdf.ts';
import type { Element, PageFlow } from './page-flow.ts';
import { type Cel, paintRow } from './paint-row.ts';
import { paintTabel } from './paint-tabel.ts';
import { BLADZIJDE, INHOUD_BREEDTE, KLEUR, STIJL, type TekstStijl } from './style.ts';
import { wrapText } from './wrap-text.ts';

const LINKS = BLADZIJDE.zijkant;
/** Where the text of an item starts, right of its bullet. */
const INSPRING = 14;
/** How much of the width the names of a list of facts get, and the blank between name and value in points. */
const NAAM_DEEL = 0.3;
const NAAM_WIT = 12;
const MELDING_WIT = 10;
const BALK = 4;

/** Draws one block of a section, with its place in the structure below `parent`. */
export function paintBlok(flow: PageFlow, parent: Element, blok: Blok): void {
  if (blok.soort === 'alinea') paintAlineas(flow, parent, blok.tekst);
  else if (blok.soort === 'lijst') paintLijst(flow, parent, blok.items);
  else if (blok.soort === 'gegevens') paintGegevens(flow, parent, blok.rijen);
  else if (blok.soort === 'tabel') paintTabel(flow, parent, blok);
  else paintMelding(flow, parent, blok.tekst);
}

/** Draws a heading, on the page where what follows it starts; `onPage` is called when that page is there. */
export function paintKop(
  flow: PageFlow,
  parent: Element,
  soort: 'H1' | 'H2',
  tekst: string,
  onPage: () => void = () => {},
): void {
  const stijl = soort === 'H1' ? flow.opmaak.titel : flow.opmaak.kop;
  const cel = toCel(flow, parent, soort, tekst, LINKS, INHOUD_BREEDTE, stijl);
  flow.hold(cel.regels.length * stijl.regel + 22 * flow.opmaak.wit, () => {
    flow.skip(16);
    paintRow(flow, [cel]);
    onPage();
    flow.skip(6);
  });
}

/** Draws the fact that the package must not be sent yet, as a part of the text: screen readers skip the edges. */
export function paintConcept(flow: PageFlow, parent: Element, tekst: string): void {
  paintRow(flow, [toCel(flow, parent, 'P', tekst, LINKS, INHOUD_BREEDTE, STIJL.concept)]);
  flow.skip(6);
}

function paintAlineas(flow: PageFlow, parent: Element, tekst: string): void {
  for (const alinea of tekst.split(/\n[ \t\r]*\n\s*/)) {
    if (alinea.trim() === '') continue;
    paintRow(flow, [toCel(flow, parent, 'P', alinea.trim(), LINKS, INHOUD_BREEDTE, flow.opmaak.tekst)]);
    flow.skip(7);
  }
}

function paintLijst(flow: PageFlow, parent: Element, items: readonly string[]): void {
  const gevuld = items.filter((item) => item.trim() !== '');
  if (gevuld.length === 0) return;
  const lijst = flow.addElement(parent, 'L');
  for (const item of gevuld) {
    const element = flow.addElement(lijst, 'LI');
    paintRow(flow, [
      toCel(flow, element, 'Lbl', '•', LINKS + 3, INSPRING, flow.opmaak.tekst),
      toCel(
        flow,
        element,
        'LBody',
        item.trim(),
        LINKS + INSPRING,
        INHOUD_BREEDTE - INSPRING,
        flow.opmaak.tekst,
      ),
    ]);
    flow.skip(3);
  }
  flow.skip(5);
}

/** Names and values as a list: to a screen reader each name is the label of its item, as in a dictionary. */
function paintGegevens(
  flow: PageFlow,
  parent: Element,
  rijen: readonly { readonly naam: string; readonly waarde: string }[],
): void {
  if (rijen.length === 0) return;
  const naamBreedte = INHOUD_BREEDTE * NAAM_DEEL;
  const lijst = flow.addElement(parent, 'L');
  for (const { naam, waarde } of rijen) {
    const element = flow.addElement(lijst, 'LI');
    const x = LINKS + naamBreedte;
    paintRow(flow, [
      toCel(flow, element, 'Lbl', naam.trim(), LINKS, naamBreedte - NAAM_WIT, flow.opmaak.naam),
      toCel(flow, element, 'LBody', waarde.trim(), x, INHOUD_BREEDTE - naamBreedte, flow.opmaak.tekst),
    ]);
    flow.skip(3);
  }
  flow.skip(5);
}

function paintMelding(flow: PageFlow, parent: Element, tekst: string): void {
  if (tekst.trim() === '') return;
  const binnen = BALK + MELDING_WIT;
  const breedte = INHOUD_BREEDTE - binnen - MELDING_WIT;
  flow.skip(3);
  paintRow(flow, [toCel(flow, parent, 'P', tekst.trim(), LINKS + binnen, breedte, flow.opmaak.tekst)], {
    padding: 8,
    decorate: (top, hoogte) =>
      flow.paintArtifact('Layout', () => {
        flow.doc.rect(LINKS, top, INHOUD_BREEDTE, hoogte).fill(KLEUR.open);
        flow.doc.rect(LINKS, top, BALK, hoogte).fill(KLEUR.openRand);
      }),
  });
  flow.skip(10);
}

function toCel(
  flow: PageFlow,
  parent: Element,
  soort: string,
  tekst: string,
  x: number,
  breedte: number,
  stijl: TekstStijl,
): Cel {
  const element = flow.addElement(parent, soort);
  const regels = tekst === '' ? [] : wrapText(flow.toPrintable(tekst), breedte, flow.measureWith(stijl));
  return { element, soort, regels, x, stijl };
}
