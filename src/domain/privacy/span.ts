/** A stretch of text from `begin` up to, not including, `eind`, counted in UTF-16 code units. */
export type Plek = { begin: number; eind: number };

// No pattern of a finder matches this character, so a masked stretch can never be part of a second finding.
const MASK = '█';

/** Returns the text, as long as before, with the given places (sorted, not overlapping) made unreadable. */
export function maskPlekken(text: string, plekken: readonly Plek[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const { begin, eind } of plekken) {
    parts.push(text.slice(position, begin), MASK.repeat(eind - begin));
    position = eind;
  }
  parts.push(text.slice(position));
  return parts.join('');
}

/** Returns the places sorted by `begin`, without those that overlap an earlier one. */
export function sortPlekken<P extends Plek>(plekken: readonly P[]): P[] {
  const kept: P[] = [];
  let position = 0;
  for (const plek of plekken.toSorted((a, b) => a.begin - b.begin)) {
    if (plek.begin < position) continue;
    kept.push(plek);
    position = plek.eind;
  }
  return kept;
}

/** A word or a row of initials such as `J.P.`, with its place in the text and, as `key`, its lower-case form. */
export type Woord = Plek & { tekst: string; key: string; initials: boolean };

const INITIALS = String.raw`(?:(?<![\p{L}\p{M}\d])(?:Th|Ch|Chr|Ph|Joh|IJ|\p{Lu})\.){1,6}`;
const WORD = String.raw`\p{L}(?:[\p{L}\p{M}'-]{0,60}[\p{L}\p{M}])?|'[tns](?!\p{L})`;
const INITIALS_OR_WORD = new RegExp(`(?<initials>${INITIALS})|${WORD}`, 'gu');

/** Splits a text into words and initials. */
export function splitWords(text: string): Woord[] {
  return Array.from(text.matchAll(INITIALS_OR_WORD), (match) => ({
    tekst: match[0],
    key: match[0].normalize('NFC').toLowerCase(),
    begin: match.index,
    eind: match.index + match[0].length,
    initials: match.groups?.initials !== undefined,
  }));
}
