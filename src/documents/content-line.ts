/** The longest line in bytes, its line end not counted (RFC 5545, 3.1; RFC 6350, 3.2). */
const MAX_BYTES = 75;

/** The lines of a calendar or address file: long ones folded, each with its line end. */
export function toContentLines(regels: readonly string[]): string {
  return regels.map((regel) => `${fold(regel)}\r\n`).join('');
}

/** What separates values, or parts of one value. */
const SCHEIDING = /[\\;,]/g;

/**
 * A text in which nothing can end its line: separators and line breaks escaped, other control characters left out.
 */
export function escapeText(tekst: string, scheiding: RegExp = SCHEIDING): string {
  return (
    tekst
      .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this leaves out.
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
      .replaceAll(scheiding, String.raw`\$&`)
      .replaceAll('\n', String.raw`\n`)
  );
}

/** Cuts a long line; what follows starts with a space, and no character is cut in two. */
function fold(regel: string): string {
  let gevouwen = '';
  let bytes = 0;
  for (const teken of regel) {
    const grootte = Buffer.byteLength(teken);
    if (bytes + grootte > MAX_BYTES) {
      gevouwen += '\r\n ';
      bytes = 1;
    }
    gevouwen += teken;
    bytes += grootte;
  }
  return gevouwen;
}
