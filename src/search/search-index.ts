import { setImmediate as takeTurn } from 'node:timers/promises';
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Synonym } from '../domain/model/word.ts';
import { MAX_RESULTS, MAX_SEARCH_QUERY, type Search } from '../domain/search/search.ts';
import type { SearchDocument } from '../domain/search/search-document.ts';
import type { Say } from '../domain/texts.ts';
import { explainHit, type Hit } from './explain-hit.ts';
import { chooseWithinBudget, findCandidates, listTelling, type SearchWord } from './find-candidates.ts';
import { rank } from './rank.ts';
import { type SearchEntry, toAppliedSynonym, toSearchEntry } from './search-entry.ts';
import { splitWords, type WordStem } from './split-words.ts';
import { type Row, toRows, VELDEN } from './to-rows.ts';
import { createVocabulary, type KnownWord, type Vocabulary } from './vocabulary.ts';

/** A hit that scores less than this part of the best one only distracts. */
const MIN_PART_OF_BEST = 0.08;
/** The most words of a search that are looked up. */
const MAX_WORDS = 12;
/** In how many fields of documents the words of one search may stand together: what bounds its time, about 2 µs each. */
const BUDGET = 500;
/** How many documents come into the index in one turn: some milliseconds. */
const CHUNK = 25;

/** Documents as the index takes them: plain data, so that a thread beside the server can make it. It takes nearly all of the time. */
export interface PreparedSearch {
  readonly entries: readonly SearchEntry[];
  readonly rows: readonly Row[];
  readonly words: readonly KnownWord[];
}

/** Prepares the search over these documents. */
export function prepareSearch(
  say: Say,
  documents: readonly SearchDocument[],
  synoniemen: readonly Synonym[],
): PreparedSearch {
  const applied = synoniemen.map(toAppliedSynonym);
  const entries = documents.map((document) => toSearchEntry(say, document, applied));
  const vocabulary = createVocabulary();
  const rows = toRows(entries, vocabulary);
  return { entries, rows, words: vocabulary.list() };
}

/** Makes the search over these documents, built once in memory (about 0.2 ms per document). */
export function createSearchIndex(
  say: Say,
  documents: readonly SearchDocument[],
  synoniemen: readonly Synonym[],
): Search {
  const prepared = prepareSearch(say, documents, synoniemen);
  const index = createIndex();
  index.addAll(prepared.rows);
  return createSearch(say, prepared, index);
}

/** Makes the search of what was prepared, in small turns, so that requests come in between. */
export async function openSearch(say: Say, prepared: PreparedSearch): Promise<Search> {
  const index = createIndex();
  await index.addAllAsync(prepared.rows, { chunkSize: CHUNK });
  await takeTurn();
  return createSearch(say, prepared, index);
}

function createIndex(): MiniSearch<Row> {
  return new MiniSearch<Row>({
    idField: 'nummer',
    fields: Object.keys(VELDEN),
    // The texts come as stems already.
    tokenize: (stems) => stems.split(' '),
    processTerm: (stem) => stem,
  });
}

function createSearch(say: Say, { entries, words }: PreparedSearch, index: MiniSearch<Row>): Search {
  const vocabulary = createVocabulary(words);

  function search(candidates: readonly SearchWord[]): SearchResult[] {
    const chosen = chooseWithinBudget(candidates, vocabulary.count, BUDGET);
    return chosen.length === 0 ? [] : index.search(chosen.map(({ stem }) => stem).join(' '));
  }

  return (vraag) => {
    const woorden = splitWords(Array.from(vraag).slice(0, MAX_SEARCH_QUERY).join('')).slice(0, MAX_WORDS);
    const candidates = findCandidates(woorden, vocabulary);
    const wordOf = new Map(candidates.map((candidate) => [candidate.stem, candidate]));
    const weights = weigh(woorden, candidates, vocabulary, entries.length);
    const ranked = search(candidates)
      .map(({ id, match, score }) => {
        const entry = entries[id as number] as SearchEntry;
        return { entry, match, rank: rank(entry, match, wordOf, weights), score };
      })
      .sort((a, b) => b.rank - a.rank || compareEqual(a, b));
    const lowerBound = (ranked[0]?.rank ?? 0) * MIN_PART_OF_BEST;
    return ranked
      .slice(0, MAX_RESULTS)
      .filter((hit) => hit.rank >= lowerBound)
      .map(({ entry, match }, place) => {
        const hits = Object.entries(match).flatMap(([stem, velden]) => {
          const searchWord = wordOf.get(stem);
          return searchWord ? [toHit(searchWord, velden, woorden, vocabulary)] : [];
        });
        const { soort, id, titel, href, contacten = [] } = entry.document;
        return {
          ...{ soort, id, titel, href, beste: place === 0, ...explainHit(say, entry, hits) },
          contacten: contacten.filter(({ waarde }) => waarde !== null),
        };
      });
  };
}

/** Of gemeenten with the same place the order of the content; else the library knows in which text the words stand more. */
function compareEqual(a: { entry: SearchEntry; score: number }, b: { entry: SearchEntry; score: number }) {
  const [first, second] = [a.entry.document, b.entry.document];
  return first.soort === 'gemeente' && second.soort === 'gemeente'
    ? first.id.localeCompare(second.id)
    : b.score - a.score;
}

/** How much each typed word tells: more when it is rare on the site, nothing when it is a small one. */
function weigh(
  woorden: readonly WordStem[],
  candidates: readonly SearchWord[],
  vocabulary: Vocabulary,
  total: number,
): number[] {
  const telling = listTelling(woorden);
  return woorden.map((woord, place) => {
    const [meant] = candidates
      .filter(({ voor }) => voor.length === 1 && voor[0] === place)
      .sort((a, b) => b.weight - a.weight);
    const count = vocabulary.count(meant?.stem ?? woord.stem);
    return telling.includes(woord) ? Math.log(1 + total / Math.max(1, count)) : 0;
  });
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
