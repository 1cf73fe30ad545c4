import SearchableMap from 'minisearch/SearchableMap';

/** A word of the index that may be meant by what the visitor typed. */
export interface Kandidaat {
  readonly stam: string;
  /** 1 for the very word; less for a longer word, a part of it, or one that is spelled nearly so. */
  readonly gewicht: number;
  readonly gelijkenis: 'gelijk' | 'begin' | 'deel' | 'spelling';
  /** Whether it stands nearly everywhere, so that it tells next to nothing. */
  readonly isOveral: boolean;
}

/** All words of the index, and how often each occurs. */
export interface Woordenschat {
  /**
   * Counts that a word stands in a field of a document; `woord` is how it looks there.
   * False when it stands in so many already that this one is better left out of the index.
   */
  add(stam: string, woord: string): boolean;
  /** In how many fields of documents a word stands: what it costs to look it up. */
  count(stam: string): number;
  /** How a word looks in the content. */
  woordVan(stam: string): string;
  /**
   * The words that may be meant: the word itself and longer ones, or when there are none, words that are spelled
   * nearly so. `begin` is what was typed, without capitals and diacritics.
   */
  find(stam: string, begin?: string): Kandidaat[];
}

/** Words that belong together are kept as one, that begins with this and has it between its words. */
const FRASE = '_';

/** The key of some words that belong together, such as "verward persoon"; a single word is its own key. */
export function toSleutel(stammen: readonly string[]): string {
  return stammen.length === 1 ? (stammen[0] ?? '') : `${FRASE}${stammen.join(FRASE)}`;
}

/**
 * In how many fields of documents one word is indexed at most. Looking up a word costs time for each of its places, and
 * a word that stands nearly everywhere tells nothing; its most telling places come first and stay.
 */
const MAX_PLAATSEN = 250;
/** What a word that stands nearly everywhere weighs beside another one. */
const GEWICHT_OVERAL = 0.2;
/** Shorter beginnings say too little. */
const MIN_BEGIN = 3;
/** The shortest part of a compound that is looked up by itself, such as "overlast" in "burenoverlast". */
const MIN_DEEL = 5;
/** The most longer words that one beginning stands for. */
const MAX_LANGER = 60;

/** Makes an empty vocabulary. */
export function createWoordenschat(): Woordenschat {
  const woorden = new SearchableMap<{ woord: string; aantal: number; isOveral: boolean }>();

  function toKandidaat(stam: string, gewicht: number, gelijkenis: Kandidaat['gelijkenis']): Kandidaat {
    const isOveral = woorden.get(stam)?.isOveral ?? false;
    return { stam, gewicht: isOveral ? gewicht * GEWICHT_OVERAL : gewicht, gelijkenis, isOveral };
  }

  function findLanger(stam: string): Kandidaat[] {
    if (stam.length < MIN_BEGIN) return [];
    const gevonden: Kandidaat[] = [];
    for (const langer of woorden.atPrefix(stam).keys()) {
      if (langer === stam) continue;
      gevonden.push(toKandidaat(langer, (0.7 * stam.length) / langer.length, 'begin'));
      if (gevonden.length === MAX_LANGER) break;
    }
    return gevonden;
  }

  function findGespeld(stam: string): Kandidaat[] {
    const afstand = stam.length < 4 ? 0 : stam.length < 8 ? 1 : 2;
    if (afstand === 0) return [];
    return [...woorden.fuzzyGet(stam, afstand)].map(([ander, [, verschil]]) =>
      toKandidaat(ander, 0.5 / verschil, 'spelling'),
    );
  }

  /** The longest known word at the end of a compound, and at its beginning. */
  function findDelen(stam: string): Kandidaat[] {
    const knippen = Array.from({ length: Math.max(0, stam.length - MIN_DEEL) }, (_, index) => index + 1);
    const delen = [
      knippen.map((knip) => stam.slice(knip)).find((deel) => woorden.has(deel)),
      knippen.map((knip) => stam.slice(0, -knip)).find((deel) => woorden.has(deel)),
    ];
    return delen.filter((deel) => deel !== undefined).map((deel) => toKandidaat(deel, 0.4, 'deel'));
  }

  return {
    add(stam, woord) {
      const bekend = woorden.get(stam);
      if (!bekend) {
        woorden.set(stam, { woord, aantal: 1, isOveral: false });
        return true;
      }
      // A capital at the beginning of a sentence is no part of the word.
      if (woord === bekend.woord.toLowerCase()) bekend.woord = woord;
      bekend.isOveral = bekend.aantal === MAX_PLAATSEN;
      if (!bekend.isOveral) bekend.aantal += 1;
      return !bekend.isOveral;
    },
    count: (stam) => woorden.get(stam)?.aantal ?? 0,
    woordVan: (stam) => woorden.get(stam)?.woord ?? stam,
    find(stam, begin = stam) {
      const gelijk: Kandidaat[] = woorden.has(stam) ? [toKandidaat(stam, 1, 'gelijk')] : [];
      // Half a word has a stem of its own, at which the whole word need not begin: "gemeen" and "gemeente".
      const langer = [...findLanger(stam), ...(begin === stam ? [] : findLanger(begin))];
      if (gelijk.length + langer.length > 0) return [...gelijk, ...langer];
      // Not for words together: each of them is looked up alone as well.
      return stam.startsWith(FRASE) ? [] : [...findGespeld(stam), ...findDelen(stam)];
    },
  };
}
