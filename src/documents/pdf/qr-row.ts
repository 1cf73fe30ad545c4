import qrcode from 'qrcode-generator';
import { type Element, markElement } from './element.ts';
import type { Row } from './flow-rows.ts';
import { COLOR, PAGE } from './style.ts';
import type { Press } from './to-cell.ts';

/** 25 mm, in points: an address of 120 characters then still reads from a scan at 150 dpi. */
const SIZE = (25 / 25.4) * 72;
/** So much white must stay around the code, in its modules. */
const QUIET = 4;

/** An address as a QR code: a figure with a text for who does not see it. */
export function toQrRow({ doc, look }: Press, parent: Element, adres: string, alt: string): Row {
  const code = qrcode(0, 'M');
  code.addData(adres);
  code.make();
  const places = [...Array(code.getModuleCount()).keys()];
  const module = SIZE / places.length;
  const margin = QUIET * module;
  const x = PAGE.left + margin;
  let figure: PDFKit.PDFStructureElement | null = null;

  function paint(from: number): void {
    const top = from + margin;
    // The types of pdfkit do not know the place of a figure, which PDF/UA asks.
    const options = { alt, bbox: [x, top, x + SIZE, top + SIZE] } as { alt: string };
    const made = doc.struct('Figure', options);
    parent().add(made);
    figure = made;
    markElement(doc, () => made as ReturnType<Element>);
    for (const row of places) {
      const dots = places.map((column) => (code.isDark(row, column) ? '#' : ' ')).join('');
      // Dots beside each other as one: a printer would leave a line between them.
      for (const { 0: run, index } of dots.matchAll(/#+/g))
        doc.rect(x + index * module, top + row * module, run.length * module, module);
    }
    doc.fill(COLOR.text);
    doc.endMarkedContent();
  }

  const element = () => (figure ?? parent()) as ReturnType<Element>;
  const style = { ...look.text, line: SIZE + 2 * margin };
  return { cells: [{ element, lines: [], x, style }], isWhole: true, after: 4, onStart: paint };
}
