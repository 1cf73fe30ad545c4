import { foldWord, splitWords } from './split-words.ts';

/** Names of places are kept apart from words, and whole: "Delden" is no form of "delen". */
const PLACE = '@';

/** The key of the name of a place, of the words in which it is written. */
export function toPlaceKey(woorden: readonly string[]): string {
  return `${PLACE}${woorden.map(foldWord).join('_')}`;
}

/** The keys by which a place is found: its whole name, and that without an article. */
export function listPlaceKeys(naam: string): string[] {
  const woorden = splitWords(naam).map(({ woord }) => woord);
  const [first, ...rest] = woorden;
  const isArticle = rest.length > 0 && /^(de|den|het|t)$/i.test(first ?? '');
  return [woorden, ...(isArticle ? [rest] : [])].map(toPlaceKey);
}
