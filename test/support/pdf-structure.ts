import {
  type PdfDict,
  type PdfObjects,
  PdfOperator,
  PdfRef,
  PdfText,
  type PdfValue,
  parseValues,
} from './pdf-objects.ts';

/** What is drawn between two marks of a page, or without any mark. */
export interface Run {
  /** The name of its mark, such as `P` or `Artifact`; null without one. */
  readonly tag: string | null;
  /** Its number on the page, by which an element of the structure names it. */
  readonly mcid: number | null;
  /** How deep the marks are in each other: 1 is right. */
  readonly depth: number;
  /** How the page shows it, letter by letter; `\0` for what cannot be read. */
  text: string;
  /** Operators that no document of ours has: pictures, forms. */
  readonly strange: string[];
}

/** An element of the structure that a screen reader follows. */
export interface PdfElement {
  readonly role: string;
  readonly dict: PdfDict;
  /** What it says besides, such as the scope of a heading. */
  readonly attributes: Readonly<Record<string, PdfValue>>;
  readonly children: readonly PdfElement[];
  readonly runs: readonly { readonly page: number; readonly mcid: number }[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

const PAINT = new Set('Tj TJ S s f F f* B B* b b*'.split(' '));
const STRANGE = new Set('\' " Do EI sh'.split(' '));

/** The pages of a PDF. */
export function listPages(pdf: PdfObjects): PdfDict[] {
  const root = pdf.dict(pdf.trailer.get('Root'));
  return pdf.list(pdf.dict(root.get('Pages')).get('Kids')).map((kid) => pdf.dict(kid));
}

/** What a page shows, in the order in which it is drawn. */
export function readRuns(pdf: PdfObjects, page: PdfDict): Run[] {
  const fonts = pdf.dict(pdf.dict(page.get('Resources')).get('Font'));
  const runs: Run[] = [];
  const open: Run[] = [];
  let letters: ReadonlyMap<number, string> = new Map();
  let operands: ReturnType<typeof parseValues> = [];
  const begin = (tag: string | null, mcid: number | null): Run => {
    const run: Run = { tag, mcid, depth: open.length + (tag === null ? 0 : 1), text: '', strange: [] };
    runs.push(run);
    return run;
  };
  for (const value of parseValues(pdf.dict(page.get('Contents')).stream ?? '')) {
    if (!(value instanceof PdfOperator)) {
      operands.push(value);
      continue;
    }
    const { name } = value;
    if (name === 'BDC' || name === 'BMC') {
      const mcid = pdf.dict(operands[1]).get('MCID');
      open.push(begin(String(operands[0]).slice(1), typeof mcid === 'number' ? mcid : null));
    } else if (name === 'EMC') open.pop();
    else if (name === 'Tf') letters = readLetters(pdf, pdf.dict(fonts.get(String(operands[0]).slice(1))));
    else if (PAINT.has(name) || STRANGE.has(name)) {
      const run = open.at(-1) ?? begin(null, null);
      if (STRANGE.has(name)) run.strange.push(name);
      run.text += operands
        .flat()
        .map((part) => (part instanceof PdfText ? decode(part.bytes, letters) : ''))
        .join('');
    }
    operands = [];
  }
  return runs;
}

/** The structure of a PDF: its elements, each with its text. */
export function readStructure(pdf: PdfObjects): PdfElement[] {
  const pages = listPages(pdf);
  const texts = pages.map((page) => new Map(readRuns(pdf, page).map(({ mcid, text }) => [mcid, text])));
  const read = (dict: PdfDict): PdfElement => {
    const children: PdfElement[] = [];
    const runs: { page: number; mcid: number }[] = [];
    const kids = dict.get('K') ?? [];
    for (const kid of Array.isArray(kids) ? kids : [kids]) {
      if (kid instanceof PdfRef) children.push(read(pdf.dict(kid)));
      else {
        const own = typeof kid === 'number' ? dict : pdf.dict(kid);
        const mcid = typeof kid === 'number' ? kid : Number(own.get('MCID'));
        runs.push({ page: pages.indexOf(pdf.dict(own.get('Pg') ?? dict.get('Pg'))), mcid });
      }
    }
    const text = runs.map(({ page, mcid }) => texts[page]?.get(mcid) ?? '').join('');
    const attributes = Object.fromEntries(pdf.dict(dict.get('A')));
    return { role: String(dict.get('S')).slice(1), dict, attributes, children, runs, text };
  };
  const tree = pdf.dict(pdf.dict(pdf.trailer.get('Root')).get('StructTreeRoot'));
  return pdf.list(tree.get('K')).map((kid) => read(pdf.dict(kid)));
}

/** An element and all below it, in the order of reading. */
export function listElements(element: PdfElement): PdfElement[] {
  return [element, ...element.children.flatMap(listElements)];
}

/** What each glyph of a font is as text. */
export function readLetters(pdf: PdfObjects, font: PdfDict): Map<number, string> {
  const letters = new Map<number, string>();
  const cmap = pdf.dict(font.get('ToUnicode')).stream ?? '';
  const [, body = ''] = /beginbfrange([\s\S]*)endbfrange/.exec(cmap) ?? [];
  const values = parseValues(body);
  for (let index = 0; index + 2 < values.length; index += 3) {
    const [from, , texts] = values.slice(index, index + 3);
    for (const [place, text] of (Array.isArray(texts) ? texts : []).entries()) {
      if (from instanceof PdfText && text instanceof PdfText)
        letters.set(toNumber(from.bytes) + place, new PdfText(`\xfe\xff${text.bytes}`).toString());
    }
  }
  return letters;
}

function decode(bytes: string, letters: ReadonlyMap<number, string>): string {
  return (bytes.match(/[\s\S]{2}/g) ?? []).map((code) => letters.get(toNumber(code)) || '\0').join('');
}

function toNumber(bytes: string): number {
  return Buffer.from(bytes, 'latin1').readUInt16BE();
}
