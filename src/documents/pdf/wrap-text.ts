import { splitGraphemes } from './printable-text.ts';

/** Break after a space, and after a hyphen or slash between words; a date or casuscode stays whole. */
const BREAK = /(?<= )(?=[^ ])|(?<=\p{L}{2}[-–—/])(?=\p{L}{2})/u;

/** In points: a word or text fits in a column that was made for it, however its width is added up. */
const ROUNDING = 0.01;

/** Cuts a paragraph into lines of at most `width` points; each line ends with a space, unless it is cut in a word. */
export function wrapText(paragraph: string, width: number, measure: (text: string) => number): string[] {
  const room = width + ROUNDING;
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const add = (part: string, ink: number, full: number) => {
    if (line !== '' && used + ink > room) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += part;
    used += full;
  };
  // The last one too: a program that takes the texts as they come must not join it to the next.
  for (const word of `${paragraph} `.split(BREAK)) {
    const ink = measure(word.trimEnd());
    if (ink <= room) add(word, ink, measure(word));
    else for (const char of splitGraphemes(word)) add(char, measure(char.trimEnd()), measure(char));
  }
  return [...lines, line];
}

/** What a column would like: its longest line on one line, and at least its longest word; in points. */
export interface ColumnWish {
  readonly line: number;
  readonly word: number;
}

/** The wish of a column with these texts. */
export function measureColumn(texts: readonly string[], measure: (text: string) => number): ColumnWish {
  const longest = (parts: readonly string[]) =>
    parts.reduce((most, part) => Math.max(most, measure(part)), 0);
  const lines = texts.flatMap((text) => text.split('\n'));
  return { line: longest(lines), word: longest(lines.flatMap((line) => line.split(BREAK))) };
}

/**
 * Divides a width over columns: short ones get all they need, the others their longest word and then a share of the
 * rest, a longer one more. Where that does not fit all share in proportion, and words are broken.
 */
export function divideWidth(wishes: readonly ColumnWish[], width: number): number[] {
  const equal = width / wishes.length;
  const most = Math.max(equal, width / 3);
  const least = wishes.map(({ line, word }) => Math.max(1, line <= equal ? line : Math.min(word, most)));
  // By the root of the length: in proportion, one very long text would leave the others nothing.
  const weights = wishes.map(({ line }) => (line <= equal ? 0 : Math.sqrt(line)));
  const share = Math.max(0, width - sum(least)) / Math.max(1, sum(weights));
  const columns = least.map((column, index) => column + share * (weights[index] ?? 0));
  const total = sum(columns);
  return columns.map((column) => (column * width) / total);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
