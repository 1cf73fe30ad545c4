import { createRequire } from 'node:module';
import type snowball from 'snowball-stemmers';

/** One word of a text: as it stands there, and the stem by which it is found. */
export interface Woordstam {
  readonly woord: string;
  readonly stam: string;
  /** A small word that says nothing by itself, such as "een"; a name in capitals, such as "OM", is none. */
  readonly isStopwoord: boolean;
}

/** No Dutch word is longer; what is, is cut off, so that no text can make the index large or slow. */
const MAX_LETTERS = 40;

const STOPWOORDEN = new Set(
  (
    'aan al alle als bij daar dan dat de der deze die dit doe doen door dus een en er geen had heb hebben heeft het hem ' +
    'hij hoe hun ik in is je kan kunnen maar me mee men met mij mijn na naar niet nog nu of om omdat onder ons ook op ' +
    'over te tot u uit uw van veel voor waar wat we weer wel werd wie wij wil worden wordt zal ze zelf zich zij zijn zo ' +
    'zoals zonder zou'
  ).split(' '),
);

/** How many stems are remembered: more than the content has words, and no visitor can make it grow further. */
const MAX_ONTHOUDEN = 50_000;

/** Loaded for the first search: it holds the rules of all languages, a sixth of all code. */
let stemmer: ReturnType<typeof snowball.newStemmer> | null = null;
const require = createRequire(import.meta.url);
const onthouden = new Map<string, string>();

/** Splits a text into words; capitals and diacritics do not count, and each word comes with its Dutch stem. */
export function splitWords(tekst: string): Woordstam[] {
  return tekst
    .normalize('NFC')
    .replaceAll(/['’]s\b/g, ' ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((woord) => woord !== '')
    .map((lang) => {
      const woord = lang.slice(0, MAX_LETTERS);
      return { woord, stam: toStam(foldWord(woord)), isStopwoord: isStopwoord(woord) };
    });
}

/** The stems of a text, without its small words. */
export function toStammen(tekst: string): string[] {
  return splitWords(tekst)
    .filter((woord) => !woord.isStopwoord)
    .map(({ stam }) => stam);
}

function toStam(woord: string): string {
  const bekend = onthouden.get(woord);
  if (bekend !== undefined) return bekend;
  // The algorithm keeps some vowels apart with a capital; as a key one form is enough.
  stemmer ??= (require('snowball-stemmers') as typeof snowball).newStemmer('dutch');
  const stam = stemmer.stem(woord).toLowerCase();
  if (onthouden.size >= MAX_ONTHOUDEN) onthouden.clear();
  onthouden.set(woord, stam);
  return stam;
}

function isStopwoord(woord: string): boolean {
  return STOPWOORDEN.has(woord.toLowerCase()) && (woord.length === 1 || woord !== woord.toUpperCase());
}

/** A word without capitals and diacritics. */
export function foldWord(woord: string): string {
  return woord.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}
