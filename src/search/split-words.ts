import { createRequire } from 'node:module';
import type snowball from 'snowball-stemmers';

/** One word of a text: as it stands there, and the stem by which it is found. */
export interface WordStem {
  readonly woord: string;
  readonly stem: string;
  /** A small word that says nothing by itself, such as "een"; a name in capitals, such as "OM", is none. */
  readonly isStopWord: boolean;
}

/** No Dutch word is longer; what is, is cut off, so that no text can make the index large or slow. */
const MAX_LETTERS = 40;

const STOP_WORDS = new Set(
  (
    'aan al alle als bij daar dan dat de der deze die dit doe doen door dus een en er geen had heb hebben heeft het hem ' +
    'hij hoe hun ik in is je kan kunnen maar man me mee men met mij mijn moet na naar niet nog nu of om omdat onder ons ook op ' +
    'over te tot u uit uw van veel voor vrouw waar wat we weer wel werd wie wij wil worden wordt zal ze zelf zich zij zijn zo ' +
    'zoals zonder zou'
  ).split(' '),
);

/** How many stems are remembered: more than the content has words, and no visitor can make it grow further. */
const MAX_REMEMBERED = 50_000;

/** Loaded for the first search: it holds the rules of all languages, a sixth of all code. */
let stemmer: ReturnType<typeof snowball.newStemmer> | null = null;
const require = createRequire(import.meta.url);
const remembered = new Map<string, string>();

/** Letters with dots between them are one word: "b.e.o." is the BEO. */
const DOTTED = /(?<![\p{L}\p{M}\p{N}.])(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}\p{N}]|\.[\p{L}\p{N}])/gu;

/** Splits a text into words; capitals and diacritics do not count, and each word comes with its Dutch stem. */
export function splitWords(tekst: string): WordStem[] {
  return tekst
    .normalize('NFC')
    .replaceAll(/['’]s\b/g, ' ')
    .replaceAll(DOTTED, (letters) => letters.replaceAll('.', ''))
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((woord) => woord !== '')
    .map(toWordStem);
}

/** Some words written as one: "crisis" and "team" as "crisisteam". */
export function joinWords(woorden: readonly WordStem[]): WordStem {
  return toWordStem(woorden.map(({ woord }) => woord).join(''));
}

function toWordStem(long: string): WordStem {
  const woord = long.slice(0, MAX_LETTERS);
  return { woord, stem: toStem(foldWord(woord)), isStopWord: isStopWord(woord) };
}

/** The stems of a text, without its small words. */
export function toStems(tekst: string): string[] {
  return splitWords(tekst)
    .filter((woord) => !woord.isStopWord)
    .map(({ stem }) => stem);
}

function toStem(woord: string): string {
  const known = remembered.get(woord);
  if (known !== undefined) return known;
  stemmer ??= (require('snowball-stemmers') as typeof snowball).newStemmer('dutch');
  const stem = cutUntilSame(woord, stemmer.stem);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(woord, stem);
  return stem;
}

/** Shorter stems say too little: "ken" is cut no further. */
const MIN_STEM = 3;

/**
 * The algorithm cuts once, and leaves "wapens" at what it cuts further in "wapen"; it also leaves "codes", "stappen" and
 * "brieven" apart from "code", "stap" and "brief". Cutting on until nothing changes gives one stem for one and for more.
 */
function cutUntilSame(woord: string, stemOnce: (woord: string) => string): string {
  const shorter = cutPlural(stemOnce(woord).toLowerCase());
  // Every round gives a shorter word, or one with fewer of the letters that are replaced.
  return shorter === woord || shorter.length < MIN_STEM ? woord : cutUntilSame(shorter, stemOnce);
}

/** What Dutch does to the end of a word in the plural, the other way round. */
function cutPlural(stem: string): string {
  return stem
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/(?<=...)es$/, 'e');
}

function isStopWord(woord: string): boolean {
  return STOP_WORDS.has(woord.toLowerCase()) && (woord.length === 1 || woord !== woord.toUpperCase());
}

/** A word without capitals and diacritics. */
export function foldWord(woord: string): string {
  return woord.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}
