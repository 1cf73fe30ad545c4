import { foldWord, type WordStem } from './split-words.ts';
import { type Candidate, toKey, type Vocabulary } from './vocabulary.ts';

/** A word of the index that is looked up, and which words that the visitor typed it stands for. */
export interface SearchWord extends Candidate {
  /** Places in the list of typed words. */
  readonly voor: readonly number[];
}

/** The longest synonym, in words that say something. */
const MAX_PHRASE = 4;

/** Every word of the index that may be meant by these words, alone or some of them together; each once. */
export function findCandidates(woorden: readonly WordStem[], vocabulary: Vocabulary): SearchWord[] {
  const found = new Map<string, SearchWord>();
  for (const series of listSeries(woorden)) {
    const key = toKey(series.map(({ stem }) => stem));
    const [single, ...more] = series;
    const begin = single && more.length === 0 ? foldWord(single.woord) : key;
    const voor = series.map((woord) => woorden.indexOf(woord));
    for (const candidate of vocabulary.find(key, begin)) {
      const earlier = found.get(candidate.stem);
      found.set(candidate.stem, {
        ...(earlier && earlier.weight >= candidate.weight ? earlier : candidate),
        voor: [...new Set([...(earlier?.voor ?? []), ...voor])],
      });
    }
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
  let over = budget;
  return volgorde.filter(({ stem }) => {
    const past = count(stem) <= over;
    if (past) over -= count(stem);
    return past;
  });
}

/** 1 to MAX_PHRASE words in a row, from each place. */
function listSeries(woorden: readonly WordStem[]): WordStem[][] {
  return woorden.flatMap((_, from) =>
    Array.from({ length: Math.min(MAX_PHRASE, woorden.length - from) }, (__, extra) =>
      woorden.slice(from, from + extra + 1),
    ),
  );
}
