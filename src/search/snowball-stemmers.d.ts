/** The library has no types of its own; this is the part that is used. */
declare module 'snowball-stemmers' {
  export function newStemmer(language: 'dutch'): { stem(woord: string): string };
}
