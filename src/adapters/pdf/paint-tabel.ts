import type { Blok } from '../../domain/ports/pakket-pdf.ts';
import { divideWidth } from './column-widths.ts';
import type { Element, PageFlow } from './page-flow.ts';
import { type Cel, measureRow, paintRow } from './paint-row.ts';
import { BLADZIJDE, INHOUD_BREEDTE, KLEUR, STIJL } from './style.ts';
import { measureText, wrapText } from './wrap-text.ts';

type Tabel = Extract<Blok, { soort: 'tabel' }>;

const PADDING = 4;
/** A row higher than this part of a page is broken where it stands; a lower one moves to the next page whole. */
const HEEL_TOT = 0.4 * (BLADZIJDE.hoogte - BLADZIJDE.boven - BLADZIJDE.onder);

/** Draws a table; its heading comes back on each page, and is in the structure once. */
export function paintTabel(flow: PageFlow, parent: Element, tabel: Tabel): void {
  const aantal = Math.max(tabel.koppen.length, ...tabel.rijen.map(({ length }) => length));
  if (aantal === 0) return;
  const koppen = toPrintableRij(flow, tabel.koppen, aantal);
  const teksten = tabel.rijen.map((rij) => toPrintableRij(flow, rij, aantal));
  const kolommen = toKolommen(flow, koppen, teksten);
  const element = flow.addElement(parent, 'Table');
  const bijschrift = toBijschrift(flow, element, tabel.bijschrift);
  const kop = toRij(flow, flow.addElement(element, 'THead'), 'TH', koppen, kolommen);
  const lichaam = teksten.length > 0 ? flow.addElement(element, 'TBody') : null;
  const rijen = lichaam ? teksten.map((rij) => toRij(flow, lichaam, 'TD', rij, kolommen)) : [];

  // The heading starts on the page that has room for the first row too.
  const kopHoogte = measureRow(kop, PADDING);
  flow.ensure(measureRow([bijschrift]) + kopHoogte + (rijen[0] ? measureStart(rijen[0]) : 0));
  if (bijschrift.regels.length > 0) {
    paintRow(flow, [bijschrift]);
    flow.skip(3);
  }
  paintRow(flow, kop, { padding: PADDING, decorate: (top, hoogte) => paintKopGrond(flow, top, hoogte) });

  // A heading that fills half a page would leave no room for what it heads.
  if (kopHoogte < HEEL_TOT) flow.onNewPage = () => repeatKop(flow, kop, kopHoogte);
  for (const rij of rijen) {
    flow.ensure(measureStart(rij));
    paintRow(flow, rij, {
      padding: PADDING,
      decorate: (top, stuk) => paintLijn(flow, top + stuk),
    });
  }
  flow.onNewPage = null;
  flow.skip(12);
}

/** How much of a row must be on the page where it starts: all of it, unless it is long. */
function measureStart(rij: readonly Cel[]): number {
  const hoogte = measureRow(rij, PADDING);
  return hoogte < HEEL_TOT ? hoogte : 3 * STIJL.cel.regel + 2 * PADDING;
}

function toRij(
  flow: PageFlow,
  parent: Element,
  soort: 'TH' | 'TD',
  teksten: readonly string[],
  kolommen: readonly { readonly x: number; readonly breedte: number }[],
): Cel[] {
  const stijl = soort === 'TH' ? STIJL.kolomkop : STIJL.cel;
  const rij = flow.addElement(parent, 'TR');
  return kolommen.map(({ x, breedte }, index) => {
    const tekst = teksten[index] ?? '';
    return {
      element: flow.addElement(rij, soort, soort === 'TH' ? { scope: 'Column' } : {}),
      soort,
      regels: tekst === '' ? [] : wrapText(tekst, breedte, flow.measureWith(stijl)),
      x,
      stijl,
    };
  });
}

function toPrintableRij(flow: PageFlow, teksten: readonly string[], aantal: number): string[] {
  return Array.from({ length: aantal }, (_, index) => flow.toPrintable((teksten[index] ?? '').trim()));
}

function toBijschrift(flow: PageFlow, tabel: Element, tekst: string): Cel {
  const stijl = STIJL.naam;
  const regels =
    tekst.trim() === ''
      ? []
      : wrapText(flow.toPrintable(tekst.trim()), INHOUD_BREEDTE, flow.measureWith(stijl));
  const element = regels.length > 0 ? flow.addElement(tabel, 'Caption') : tabel;
  return { element, soort: 'Caption', regels, x: BLADZIJDE.zijkant, stijl };
}

/** Where the text of each column starts and how wide it may be. */
function toKolommen(flow: PageFlow, koppen: readonly string[], rijen: readonly (readonly string[])[]) {
  const measureKop = flow.measureWith(STIJL.kolomkop);
  const measureCel = flow.measureWith(STIJL.cel);
  const wensen = koppen.map((kop, index) => {
    const maten = [
      measureText(kop, measureKop),
      ...rijen.map((rij) => measureText(rij[index] ?? '', measureCel)),
    ];
    return {
      regel: maten.reduce((langste, { regel }) => Math.max(langste, regel), 0) + 2 * PADDING,
      woord: maten.reduce((langste, { woord }) => Math.max(langste, woord), 0) + 2 * PADDING,
    };
  });
  let links: number = BLADZIJDE.zijkant;
  return divideWidth(wensen, INHOUD_BREEDTE).map((breedte) => {
    const kolom = { x: links + PADDING, breedte: Math.max(1, breedte - 2 * PADDING) };
    links += breedte;
    return kolom;
  });
}

function repeatKop(flow: PageFlow, kop: readonly Cel[], hoogte: number): void {
  paintKopGrond(flow, flow.y, hoogte);
  flow.paintArtifact('Pagination', () => {
    for (const { regels, x, stijl } of kop) {
      for (const [index, tekst] of regels.entries()) {
        flow.writeLine(tekst, x, flow.y + PADDING + index * stijl.regel, stijl);
      }
    }
  });
  flow.y += hoogte;
}

function paintKopGrond(flow: PageFlow, top: number, hoogte: number): void {
  flow.paintArtifact('Layout', () =>
    flow.doc.rect(BLADZIJDE.zijkant, top, INHOUD_BREEDTE, hoogte).fill(KLEUR.vlak),
  );
  paintLijn(flow, top + hoogte, KLEUR.primair);
}

function paintLijn(flow: PageFlow, y: number, kleur: string = KLEUR.lijn): void {
  flow.paintArtifact('Layout', () =>
    flow.doc
      .moveTo(BLADZIJDE.zijkant, y)
      .lineTo(BLADZIJDE.zijkant + INHOUD_BREEDTE, y)
      .lineWidth(0.6)
      .stroke(kleur),
  );
}
