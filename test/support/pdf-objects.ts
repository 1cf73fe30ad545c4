import { inflateSync } from 'node:zlib';

/** A name of PDF such as `/Page`, a reference to another object, an operator of a page, or a text as it stands there. */
type PdfName = `/${string}`;
export class PdfRef {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}
export class PdfOperator {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
export class PdfText {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
  /** What a reader shows of it. */
  toString(): string {
    return this.bytes.startsWith('\xfe\xff')
      ? Buffer.from(this.bytes.slice(2), 'latin1').swap16().toString('utf16le')
      : this.bytes;
  }
}
export class PdfDict extends Map<string, PdfValue> {
  /** What stands behind it, uncompressed; a byte a character. */
  stream: string | null = null;
}
export type PdfValue =
  | PdfName
  | PdfRef
  | PdfText
  | PdfOperator
  | PdfDict
  | PdfValue[]
  | number
  | boolean
  | null;

/** A PDF as objects, to look into and, for a test, to change. */
export interface PdfObjects {
  readonly trailer: PdfDict;
  /** What a value is once its reference is followed. */
  follow(value: PdfValue | undefined): PdfValue;
  /** The dictionary that a value is or refers to; an empty one where there is none. */
  dict(value: PdfValue | undefined): PdfDict;
  list(value: PdfValue | undefined): PdfValue[];
}

/** Reads a PDF by its table of objects. @throws Error when that table or an object is not as the standard says. */
export function readPdfObjects(pdf: Buffer): PdfObjects {
  const source = pdf.toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
  const table = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [fn][ \r]\n)+)trailer\n/.exec(source.slice(start));
  if (!table) throw new Error('The PDF has no table of objects.');
  const objects = new Map<number, PdfValue>();
  const [whole, count, lines = ''] = table;
  for (const [number, line] of lines
    .trimEnd()
    .split(/[ \r]\n/)
    .entries()) {
    if (line.endsWith('n')) objects.set(number, readObject(source, number, Number(line.slice(0, 10))));
  }
  if (Number(count) !== objects.size + 1) throw new Error('The table of objects misses some.');
  const trailer = parseValues(source.slice(start + whole.length))[0];
  if (!(trailer instanceof PdfDict)) throw new Error('The PDF has no trailer.');
  const follow: PdfObjects['follow'] = (value = null) => {
    if (!(value instanceof PdfRef)) return value;
    const found = objects.get(value.number);
    if (found === undefined) throw new Error(`There is no object ${value.number}.`);
    return found;
  };
  return {
    trailer,
    follow,
    dict: (value) => {
      const found = follow(value);
      return found instanceof PdfDict ? found : new PdfDict();
    },
    list: (value) => {
      const found = follow(value);
      return Array.isArray(found) ? found : [];
    },
  };
}

function readObject(source: string, number: number, at: number): PdfValue {
  const head = `${number} 0 obj\n`;
  if (!source.startsWith(head, at)) throw new Error(`Object ${number} is not where the table says.`);
  const end = source.indexOf('\nendobj', at);
  const body = source.slice(at + head.length, end);
  const [value = null] = parseValues(body);
  if (!(value instanceof PdfDict) || !value.has('Length')) return value;
  const from = source.indexOf('\nstream\n', at) + '\nstream\n'.length;
  const bytes = Buffer.from(source.slice(from, from + Number(value.get('Length'))), 'latin1');
  value.stream = (value.get('Filter') === '/FlateDecode' ? inflateSync(bytes) : bytes).toString('latin1');
  return value;
}

const TOKEN =
  /[\s\0]+|%[^\n]*|(<<|>>|\[|\])|\/([^\s()<>[\]{}/%]*)|\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|<([\da-fA-F\s]*)>|([^\s()<>[\]{}/%]+)/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The values in a piece of PDF, up to a stream: of an object one, of a page its operands and operators. */
export function parseValues(piece: string): PdfValue[] {
  const stack: PdfValue[][] = [[]];
  const token = new RegExp(TOKEN);
  while (token.lastIndex < piece.length) {
    const at = token.lastIndex;
    const found = token.exec(piece);
    if (!found) throw new Error(`No PDF: ${piece.slice(at, at + 40)}`);
    const [, bracket, name, text, hex, word] = found;
    const values = stack.at(-1) ?? [];
    if (bracket === '<<' || bracket === '[') stack.push([]);
    else if (bracket) {
      stack.pop();
      stack.at(-1)?.push(bracket === ']' ? values : toDict(values));
    } else if (name !== undefined) values.push(`/${name.replaceAll(/#(..)/g, (_, code) => toChar(code))}`);
    else if (text !== undefined) values.push(new PdfText(unescapeText(text)));
    else if (hex !== undefined) values.push(new PdfText(hex.replaceAll(/\s/g, '').replaceAll(/../g, toChar)));
    else if (word === 'stream') break;
    else if (word === 'R') values.push(new PdfRef(Number(values.splice(-2)[0])));
    else if (word !== undefined) values.push(toWord(word));
  }
  return stack[0] ?? [];
}

function toDict(values: readonly PdfValue[]): PdfDict {
  const dict = new PdfDict();
  for (let index = 0; index < values.length; index += 2) {
    dict.set(String(values[index]).slice(1), values[index + 1] ?? null);
  }
  return dict;
}

function toWord(word: string): PdfValue {
  if (word === 'null') return null;
  if (word === 'true' || word === 'false') return word === 'true';
  return /^[+-]?[\d.]+$/.test(word) ? Number(word) : new PdfOperator(word);
}

function unescapeText(text: string): string {
  return text.replaceAll(/\\(\r?\n|[0-7]{1,3}|[\s\S])/g, (_, escaped: string) => {
    if (/^\r?\n$/.test(escaped)) return '';
    return /^[0-7]/.test(escaped)
      ? String.fromCharCode(Number.parseInt(escaped, 8))
      : (ESCAPES[escaped] ?? escaped);
  });
}

function toChar(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
