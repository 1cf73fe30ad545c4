/** A column: its heading, and how wide it may be at most; null for the one that gets the rest. */
export interface Column {
  readonly kop: string;
  readonly max: number | null;
}

/** The narrowest that a column gets, in characters. */
const MIN_WIDTH = 8;
const BETWEEN = '  ';

/** Rows as a table for a terminal of this width, in characters: long texts go on at the next line of their column. */
export function toTextTable(
  columns: readonly Column[],
  rijen: readonly (readonly string[])[],
  width: number,
): string {
  const bare = rijen.map((rij) => rij.map(clean));
  const widths = chooseWidths(columns, bare, width);
  const lines = [columns.map(({ kop }) => kop), widths.map((column) => '-'.repeat(column)), ...bare].flatMap(
    (rij) => toLines(rij, widths),
  );
  return `${lines.join('\n')}\n`;
}

/** A report must not be able to move the cursor, recolour the screen or turn the text around. */
function clean(tekst: string): string {
  return tekst.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '�');
}

function chooseWidths(
  columns: readonly Column[],
  rijen: readonly (readonly string[])[],
  width: number,
): number[] {
  const vast = columns.map(({ kop, max }, nummer) => {
    const longest = Math.max(kop.length, ...rijen.map((rij) => (rij[nummer] ?? '').length));
    return max === null ? 0 : Math.min(longest, Math.max(max, kop.length));
  });
  const left = width - vast.reduce((sum, column) => sum + column, 0) - BETWEEN.length * (columns.length - 1);
  return columns.map(({ max }, nummer) => (max === null ? Math.max(MIN_WIDTH, left) : (vast[nummer] ?? 0)));
}

function toLines(rij: readonly string[], widths: readonly number[]): string[] {
  const cells = widths.map((width, nummer) => wrap(rij[nummer] ?? '', width));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, regel) =>
    cells
      .map((cell, nummer) => (cell[regel] ?? '').padEnd(widths[nummer] ?? 0))
      .join(BETWEEN)
      .trimEnd(),
  );
}

/** Breaks a text between words, and a word that does not fit wherever it must. */
function wrap(tekst: string, width: number): string[] {
  const lines: string[] = [''];
  for (const woord of tekst.split(' ').flatMap((deel) => cut(deel, width))) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = woord;
    else if (last.length + 1 + woord.length <= width) lines[lines.length - 1] = `${last} ${woord}`;
    else lines.push(woord);
  }
  return lines;
}

function cut(woord: string, width: number): string[] {
  const count = Math.max(1, Math.ceil(woord.length / width));
  return Array.from({ length: count }, (_, deel) => woord.slice(deel * width, (deel + 1) * width));
}

/** So that Excel reads é and ë. */
const BOM = '\ufeff';
/** What Dutch Excel expects. */
const SEPARATOR = ';';

/**
 * Rows as CSV (RFC 4180 but with semicolons, as a Dutch Excel wants), every field in quotes.
 * Text that a spreadsheet could take for a formula gets an apostrophe before it.
 */
export function toCsv(rijen: readonly (readonly string[])[]): string {
  const lines = rijen.map((rij) =>
    rij.map((veld) => `"${defuse(veld).replaceAll('"', '""')}"`).join(SEPARATOR),
  );
  return `${BOM}${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** Also after a separator or line end inside the text: a program that splits there would see a new field. */
function defuse(veld: string): string {
  return veld.replaceAll(/(^|[,;|\t\r\n])([\s"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'");
}
