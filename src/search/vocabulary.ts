import SearchableMap from 'minisearch/SearchableMap';
import { toSound } from './to-sound.ts';

/** A word of the index that may be meant by what the visitor typed. */
export interface Candidate {
  readonly stem: string;
  /** 1 for the very word; less for a longer word, a part of it, or one that is spelled nearly so. */
  readonly weight: number;
  readonly similarity: 'gelijk' | 'begin' | 'deel' | 'spelling';
}

/** A word of the index: how it looks in the content, and in how many fields of documents it stands. */
export interface KnownWord {
  readonly stem: string;
  readonly woord: string;
  readonly aantal: number;
}

/** All words of the index, and how often each occurs. */
export interface Vocabulary {
  /**
   * Counts that a word stands in a field of a document; `woord` is how it looks there.
   * False when it stands in so many already that this one is better left out of the index.
   */
  add(stem: string, woord: string): boolean;
  /** In how many fields of documents a word stands: what it costs to look it up. */
  count(stem: string): number;
  /** How a word looks in the content. */
  wordOf(stem: string): string;
  /** The word itself and longer ones. `begin` is what was typed, without capitals and diacritics. */
  find(stem: string, begin?: string): Candidate[];
  /** For a word that is not known: words that sound or are spelled nearly so, and known parts of it. */
  guess(stem: string): Candidate[];
  /** All of them, to make the same vocabulary of. */
  list(): KnownWord[];
}

/** Words that belong together are kept as one, that begins with this and has it between its words. */
const PHRASE = '_';

/** The key of some words that belong together, such as "verward persoon"; a single word is its own key. */
export function toKey(stems: readonly string[]): string {
  return stems.length === 1 ? (stems[0] ?? '') : `${PHRASE}${stems.join(PHRASE)}`;
}

/**
 * In how many fields of documents one word is indexed at most. Looking up a word costs time for each of its places, and
 * a word that stands nearly everywhere tells nothing; its most telling places come first and stay.
 */
const MAX_PLACES = 250;
/** Shorter beginnings say too little. */
const MIN_BEGIN = 3;
/** The shortest part of a compound that is looked up by itself, such as "overlast" in "burenoverlast". */
const MIN_PART = 6;
/** The most longer words that one beginning stands for. */
const MAX_LONGER = 60;

/** Makes a vocabulary of what another one listed; an empty one of nothing. */
export function createVocabulary(words: readonly KnownWord[] = []): Vocabulary {
  const woorden = new SearchableMap<{ woord: string; aantal: number }>();
  const bySound = new Map<string, string[]>();
  for (const { stem, woord, aantal } of words) put(stem, woord, aantal);

  function put(stem: string, woord: string, aantal: number): void {
    woorden.set(stem, { woord, aantal });
    const sound = toSound(stem);
    bySound.set(sound, [...(bySound.get(sound) ?? []), stem]);
  }

  function findLonger(stem: string): Candidate[] {
    if (stem.length < MIN_BEGIN) return [];
    const found: Candidate[] = [];
    for (const longer of woorden.atPrefix(stem).keys()) {
      if (longer === stem) continue;
      found.push({ stem: longer, weight: (0.7 * stem.length) / longer.length, similarity: 'begin' });
      if (found.length === MAX_LONGER) break;
    }
    return found;
  }

  function findSpelled(stem: string): Candidate[] {
    const distance = stem.length < 4 ? 0 : stem.length < 8 ? 1 : 2;
    if (distance === 0) return [];
    const sound = (bySound.get(toSound(stem)) ?? []).map((other) => ({ stem: other, weight: 0.6 }));
    const near = [...woorden.fuzzyGet(stem, distance)].map(([other, [, difference]]) => ({
      stem: other,
      weight: 0.5 / difference,
    }));
    return [...sound, ...near].map((candidate) => ({ ...candidate, similarity: 'spelling' }));
  }

  /** The longest known word at the end of a compound, and at its beginning. */
  function findParts(stem: string): Candidate[] {
    const cut = Array.from({ length: Math.max(0, stem.length - MIN_PART) }, (_, index) => index + 1);
    const parts = [
      cut.map((knip) => stem.slice(knip)).find((deel) => woorden.has(deel)),
      cut.map((knip) => stem.slice(0, -knip)).find((deel) => woorden.has(deel)),
    ];
    return parts
      .filter((deel) => deel !== undefined)
      .map((deel) => ({ stem: deel, weight: 0.4, similarity: 'deel' }));
  }

  return {
    add(stem, woord) {
      const known = woorden.get(stem);
      if (!known) {
        put(stem, woord, 1);
        return true;
      }
      // A capital at the beginning of a sentence is no part of the word.
      if (woord === known.woord.toLowerCase()) known.woord = woord;
      if (known.aantal === MAX_PLACES) return false;
      known.aantal += 1;
      return true;
    },
    count: (stem) => woorden.get(stem)?.aantal ?? 0,
    wordOf: (stem) => woorden.get(stem)?.woord ?? stem,
    find(stem, begin = stem) {
      const equal: Candidate[] = woorden.has(stem) ? [{ stem, weight: 1, similarity: 'gelijk' }] : [];
      // Half a word has a stem of its own, at which the whole word need not begin: "gemeen" and "gemeente".
      return [...equal, ...findLonger(stem), ...(begin === stem ? [] : findLonger(begin))];
    },
    guess: (stem) => [...findSpelled(stem), ...findParts(stem)],
    list: () => [...woorden].map(([stem, { woord, aantal }]) => ({ stem, woord, aantal })),
  };
}
