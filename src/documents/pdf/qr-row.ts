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
  const count = code.getModuleCount();
  const module = SIZE / count;
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
    for (let row = 0; row < count; row += 1)
      for (const [start, length] of listRuns(count, (column) => code.isDark(row, column)))
        doc.rect(x + start * module, top + row * module, length * module, module);
    doc.fill(COLOR.text);
    doc.endMarkedContent();
  }

  const element = () => (figure ?? parent()) as ReturnType<Element>;
  const style = { ...look.text, line: SIZE + 2 * margin };
  return { cells: [{ element, lines: [], x, style }], isWhole: true, after: 4, onStart: paint };
}

/** The pieces of a row that are dark: where each starts, and how long it is. */
function listRuns(count: number, isDark: (column: number) => boolean): [start: number, length: number][] {
  const runs: [number, number][] = [];
  for (let column = 0; column < count; column += 1) {
    if (!isDark(column)) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === column) last[1] += 1;
    else runs.push([column, 1]);
  }
  return runs;
}
