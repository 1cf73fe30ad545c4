import type { Plek } from './plek.ts';

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
