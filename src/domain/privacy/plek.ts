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
