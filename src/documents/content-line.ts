/** The longest line in bytes, its line end not counted (RFC 5545, 3.1; RFC 6350, 3.2). */
const MAX_BYTES = 75;

/** The lines of a calendar or address file: long ones folded, each with its line end. */
export function toContentLines(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** What separates values, or parts of one value. */
const SEPARATOR = /[\\;,]/g;

/**
 * A text in which nothing can end its line: separators and line breaks escaped, other control characters left out.
 */
export function escapeText(tekst: string, separator: RegExp = SEPARATOR): string {
  return (
    tekst
      .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this leaves out.
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
      .replaceAll(separator, String.raw`\$&`)
      .replaceAll('\n', String.raw`\n`)
  );
}

/** A character, with the backslash that escapes it. */
const CHARACTER = /\\?./gsu;

/** What is best kept whole: a character, and the next one as well when only spaces are between. */
const PIECE = /\\?[^ ](?: +\\?[^ ])* *| +/gu;

/**
 * Cuts a long line; what follows starts with a space, and no character is cut in two. Nor is it cut beside a space of the
 * text, where it can be helped: a reader that trims lines would make one word of two.
 */
function fold(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const piece of listPieces(line)) {
    const size = Buffer.byteLength(piece);
    if (bytes + size > MAX_BYTES) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += piece;
    bytes += size;
  }
  return folded;
}

function listPieces(line: string): string[] {
  const pieces = line.match(PIECE) ?? [];
  return pieces.flatMap((piece) =>
    Buffer.byteLength(piece) < MAX_BYTES ? piece : (piece.match(CHARACTER) ?? []),
  );
}
