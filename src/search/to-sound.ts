/** Letters that sound alike in Dutch, in the order in which they are taken together. */
const ALIKE: readonly [RegExp, string][] = [
  [/ij|y/g, 'ei'],
  [/ou/g, 'au'],
  [/ph|v/g, 'f'],
  [/z/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/ch/g, 'g'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/d(?=t|$)/g, 't'],
  [/(.)\1+/g, '$1'],
];

/** How a word sounds, roughly: words that people mix up when they write have the same sound. */
export function toSound(woord: string): string {
  return ALIKE.reduce((sound, [letters, sign]) => sound.replaceAll(letters, sign), woord);
}
