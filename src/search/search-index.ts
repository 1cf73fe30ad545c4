import MiniSearch, { type SearchResult } from 'minisearch';
import type { SearchKind } from '../domain/model/search-result.ts';
import type { Synonym } from '../domain/model/word.ts';
import { MAX_RESULTS, MAX_SEARCH_QUERY, type Search } from '../domain/search/search.ts';
import type { SearchDocument } from '../domain/search/search-document.ts';
import { explainHit, type Hit } from './explain-hit.ts';
import { chooseWithinBudget, findCandidates, type SearchWord } from './find-candidates.ts';
import { toAppliedSynonym, toSearchEntry } from './search-entry.ts';
import { splitWords, type WordStem } from './split-words.ts';
import { type Row, toRows, VELDEN } from './to-rows.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** What people mostly look for comes before what only mentions it. */
const KINDS: Readonly<Record<SearchKind, number>> = {
  overlegtafel: 1.6,
  noodnummer: 1.5,
  gemeente: 1.4,
  clientondersteuning: 1.2,
  organisatie: 1.2,
  woord: 1,
  rol: 0.9,
  pagina: 0.9,
  criterium: 0.8,
};
/** A hit that scores less than this part of the best one only distracts. */
const MIN_PART_OF_BEST = 0.05;
/** The most words of a search that are looked up. */
const MAX_WORDS = 8;
/** In how many fields of documents the words of one search may stand together: what bounds its time, about 1 µs each. */
const BUDGET = 800;

/** Makes the search over these documents, built once in memory (about 0.2 ms per document). */
export function createSearchIndex(
  documents: readonly SearchDocument[],
  synoniemen: readonly Synonym[],
): Search {
  const applied = synoniemen.map(toAppliedSynonym);
  const entries = documents.map((document) => toSearchEntry(document, applied));
  const vocabulary = createVocabulary();
  const index = new MiniSearch<Row>({
    idField: 'nummer',
    fields: Object.keys(VELDEN),
    // The texts come as stems already.
    tokenize: (stems) => stems.split(' '),
    processTerm: (stem) => stem,
    searchOptions: {
      boost: VELDEN,
      boostDocument: (nummer) => KINDS[entries[nummer]?.document.soort ?? 'pagina'],
    },
  });
  index.addAll(toRows(entries, vocabulary));

  function search(candidates: readonly SearchWord[]): SearchResult[] {
    const chosen = chooseWithinBudget(candidates, vocabulary.count, BUDGET);
    if (chosen.length === 0) return [];
    const weights = new Map(chosen.map(({ stem, weight }) => [stem, weight]));
    return index.search(chosen.map(({ stem }) => stem).join(' '), {
      boostTerm: (stem) => weights.get(stem) ?? 1,
    });
  }

  return (vraag) => {
    const woorden = readVraag(vraag);
    const candidates = findCandidates(woorden, vocabulary);
    const searchWordOf = new Map(candidates.map((candidate) => [candidate.stem, candidate]));
    const weighed = search(candidates)
      .map((result) => ({
        ingang: entries[result.id as number],
        match: result.match,
        // The library multiplies by the number of words of the index, and one typed word can stand for many of those.
        score: (result.score / result.queryTerms.length) * countWords(result.queryTerms, searchWordOf),
      }))
      .sort((a, b) => b.score - a.score);
    const lowerBound = (weighed[0]?.score ?? 0) * MIN_PART_OF_BEST;
    return weighed
      .slice(0, MAX_RESULTS)
      .filter(({ score }) => score >= lowerBound)
      .flatMap(({ ingang, match }) => {
        if (!ingang) return [];
        const hits = Object.entries(match).flatMap(([stem, velden]) => {
          const searchWord = searchWordOf.get(stem);
          return searchWord ? [toHit(searchWord, velden, woorden, vocabulary)] : [];
        });
        const { soort, id, titel, href } = ingang.document;
        return [{ soort, id, titel, href, ...explainHit(ingang, hits) }];
      });
  };
}

/** The words of a search; the small ones count only when there is nothing else. */
function readVraag(vraag: string): WordStem[] {
  const woorden = splitWords(vraag.slice(0, MAX_SEARCH_QUERY));
  const plain = woorden.filter(({ isStopWord }) => !isStopWord);
  return (plain.length > 0 ? plain : woorden).slice(0, MAX_WORDS);
}

/**
 * How many of the typed words a document has in some form: a document with all of them goes first.
 * Words that stand nearly everywhere do not count, unless there is nothing else.
 */
function countWords(stems: readonly string[], searchWordOf: ReadonlyMap<string, SearchWord>): number {
  let found = 0;
  for (const stem of stems) {
    const searchWord = searchWordOf.get(stem);
    if (!searchWord || searchWord.isEverywhere) continue;
    for (const place of searchWord.voor) found |= 1 << place;
  }
  let count = 0;
  for (; found > 0; found >>= 1) count += found & 1;
  return Math.max(1, count);
}

function toHit(
  { stem, voor, weight, similarity }: SearchWord,
  velden: readonly string[],
  woorden: readonly WordStem[],
  vocabulary: Vocabulary,
): Hit {
  return {
    stem,
    woord: vocabulary.wordOf(stem),
    typed: voor.map((place) => woorden[place]?.woord ?? '').join(' '),
    weight: weight * voor.length,
    isSpelling: similarity === 'spelling',
    velden,
  };
}
