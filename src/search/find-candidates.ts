import { isNumberWord } from '../domain/search/asks-number.ts';
import { isDigits, listAreaKeys, toNumberKey } from './number-key.ts';
import { toPlaceKey } from './place-key.ts';
import { foldWord, joinWords, type WordStem } from './split-words.ts';
import { type Candidate, toKey, type Vocabulary } from './vocabulary.ts';

/** A word of the index that is looked up, and which words that the visitor typed it stands for. */
export interface SearchWord extends Candidate {
  /** Places in the list of typed words. */
  readonly voor: readonly number[];
}

/** A typed word with its place in the list of typed words. */
interface TypedWord extends WordStem {
  readonly place: number;
}

/** The longest synonym or name of a place, in words. */
const MAX_PHRASE = 4;
/** The most words that are looked up written as one: "regio tafel", "p 10", "b e o". */
const MAX_JOINED = 3;
/** The most parts in which a telephone number is typed: "053 - 4 87 69 69". */
const MAX_NUMBER = 6;
/** What a place weighs that is called as an ordinary word, such as Meer, when more was typed. */
const WEIGHT_ORDINARY = 0.2;
/** What each further word of a place adds: "Hoge Hexel" is meant rather than "Hexel". */
const WEIGHT_LONGER = 0.1;

/** Every word of the index that may be meant by these words, alone or some of them together; each once. */
export function findCandidates(woorden: readonly WordStem[], vocabulary: Vocabulary): SearchWord[] {
  const typed = woorden.map((woord, place) => ({ ...woord, place }));
  const places = findPlaces(typed, vocabulary);
  const named = new Set(places.filter(({ weight }) => weight >= 1).flatMap(({ voor }) => voor));
  // "Buurse" is a village, and no form of "buur", though it has the same stem.
  const words = findWords(typed, vocabulary).filter(
    ({ stem, voor: [place = 0, ...more] }) =>
      more.length > 0 ||
      !named.has(place) ||
      foldWord(vocabulary.wordOf(stem)) === foldWord(typed[place]?.woord ?? ''),
  );
  const numbers = findNumbers(typed, vocabulary);
  const known = [...numbers, ...leaveWhole([...places, ...words, ...findJoined(typed, vocabulary)], numbers)];
  const isKnown = new Set(known.flatMap(({ voor }) => voor));
  const guessed = listTelling(typed)
    // Another number than was typed helps nobody.
    .filter(({ place, woord }) => !isKnown.has(place) && !isDigits(woord))
    .flatMap(({ woord, stem, place }) => {
      const name = toPlaceKey([woord]);
      const candidates = [...vocabulary.find(name), ...vocabulary.guess(name), ...vocabulary.guess(stem)];
      return candidates.map((candidate) => ({ ...candidate, voor: [place] }));
    });
  return mergeSame([...known, ...guessed]);
}

/** The words that say something; those that ask for a number, and the small ones, count only when there is nothing else. */
export function listTelling<Word extends WordStem>(woorden: readonly Word[]): readonly Word[] {
  const telling = woorden.filter(({ isStopWord }) => !isStopWord);
  const subject = telling.filter(({ woord }) => !isNumberWord(woord));
  return [subject, telling].find(({ length }) => length > 0) ?? woorden;
}

function findWords(typed: readonly TypedWord[], vocabulary: Vocabulary): SearchWord[] {
  return listSeries(listTelling(typed)).flatMap((series) => {
    const key = toKey(series.map(({ stem }) => stem));
    const [single, ...more] = series;
    const begin = single && more.length === 0 ? foldWord(single.woord) : key;
    return vocabulary
      .find(key, begin)
      .map((candidate) => ({ ...candidate, voor: series.map(({ place }) => place) }));
  });
}

/** Words of the index that were typed as two or three, with a space or a hyphen in between. */
function findJoined(typed: readonly TypedWord[], vocabulary: Vocabulary): SearchWord[] {
  return listSeries(typed, MAX_JOINED).flatMap((series) => {
    if (series.length === 1) return [];
    const { stem, isStopWord } = joinWords(series);
    if (isStopWord || vocabulary.count(stem) === 0) return [];
    return [{ stem, weight: 1, similarity: 'gelijk', voor: series.map(({ place }) => place) }];
  });
}

/** Telephone numbers, with blanks or signs in between or without; of an area code alone those that begin with it. */
function findNumbers(typed: readonly TypedWord[], vocabulary: Vocabulary): SearchWord[] {
  return listSeries(typed, MAX_NUMBER).flatMap((series): SearchWord[] => {
    if (!series.every(({ woord }) => isDigits(woord))) return [];
    const digits = series.map(({ woord }) => woord).join('');
    const voor = series.map(({ place }) => place);
    const key = toNumberKey(digits);
    if (vocabulary.count(key) > 0) return [{ stem: key, weight: 1, similarity: 'gelijk', voor }];
    return isPartOfNumber(typed, voor)
      ? []
      : listAreaKeys(digits).flatMap((begin) =>
          vocabulary.find(begin).map((candidate) => ({ ...candidate, voor })),
        );
  });
}

/** Whether more digits stand beside these. */
function isPartOfNumber(typed: readonly TypedWord[], places: readonly number[]): boolean {
  const beside = [Math.min(...places) - 1, Math.max(...places) + 1];
  return beside.some((place) => isDigits(typed[place]?.woord ?? ''));
}

/** The words that do not lie within a number that was typed in parts: the "14" of "14 053" means nothing by itself. */
function leaveWhole(words: readonly SearchWord[], numbers: readonly SearchWord[]): SearchWord[] {
  const inParts = new Set(numbers.flatMap(({ voor }) => (voor.length > 1 ? voor : [])));
  return words.filter(({ voor }) => !voor.every((place) => inParts.has(place)));
}

function findPlaces(typed: readonly TypedWord[], vocabulary: Vocabulary): SearchWord[] {
  return listSeries(typed).flatMap((series) => {
    const key = toPlaceKey(series.map(({ woord }) => woord));
    if (vocabulary.count(key) === 0) return [];
    const isOrdinary = typed.length > 1 && series.length === 1 && isOrdinaryWord(series[0], vocabulary);
    const weight = isOrdinary ? WEIGHT_ORDINARY : 1 + WEIGHT_LONGER * (series.length - 1);
    return [{ stem: key, weight, similarity: 'gelijk', voor: series.map(({ place }) => place) }];
  });
}

/** Whether the content has it as a word without a capital. */
function isOrdinaryWord(typed: WordStem | undefined, { count, wordOf }: Vocabulary): boolean {
  return typed !== undefined && count(typed.stem) > 0 && wordOf(typed.stem) === typed.woord.toLowerCase();
}

/** Each word once, with the highest weight, for all that it stands for. */
function mergeSame(candidates: readonly SearchWord[]): SearchWord[] {
  const found = new Map<string, SearchWord>();
  for (const candidate of candidates) {
    const earlier = found.get(candidate.stem);
    found.set(candidate.stem, {
      ...(earlier && earlier.weight >= candidate.weight ? earlier : candidate),
      voor: [...new Set([...(earlier?.voor ?? []), ...candidate.voor])],
    });
  }
  return [...found.values()];
}

/** Chooses the words to look up so that together they stand in no more than `budget` fields of documents. */
export function chooseWithinBudget(
  candidates: readonly SearchWord[],
  count: (stem: string) => number,
  budget: number,
): SearchWord[] {
  // What was typed comes first, and of that the rarest word, since it tells most.
  const volgorde = [...candidates].sort(
    (a, b) =>
      Number(b.similarity === 'gelijk') - Number(a.similarity === 'gelijk') ||
      (a.similarity === 'gelijk' ? count(a.stem) - count(b.stem) : b.weight - a.weight),
  );
  let left = budget;
  return volgorde.filter(({ stem }) => {
    const fits = count(stem) <= left;
    if (fits) left -= count(stem);
    return fits;
  });
}

/** 1 to `most` words in a row, from each place. */
function listSeries(woorden: readonly TypedWord[], most = MAX_PHRASE): TypedWord[][] {
  return woorden.flatMap((_, from) =>
    Array.from({ length: Math.min(most, woorden.length - from) }, (__, extra) =>
      woorden.slice(from, from + extra + 1),
    ),
  );
}
