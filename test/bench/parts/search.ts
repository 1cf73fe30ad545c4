import type { SearchDocument } from '../../../src/domain/search/search-document.ts';
import { createSearchIndex } from '../../../src/search/search-index.ts';
import { listSearchDocuments } from '../../../src/web/list-static-files.ts';
import type { Figure } from '../figures.ts';
import { percentile } from '../figures.ts';
import { realContent, say } from '../generated-content.ts';

const ENTRIES = 10_000;
const SEARCHES = 1_500;

/** The slowest of a hundred searches, of all kinds, over ten thousand entries. */
export async function measureSearch(): Promise<Figure[]> {
  const documents = listSearchDocuments(say, realContent, new Date());
  const search = createSearchIndex(say, multiply(documents, ENTRIES), realContent.synoniemen);
  const queries = listQueries(documents);
  for (const query of queries.slice(0, 300)) search(query);
  const rounds = Array.from({ length: 5 }, () =>
    percentile(
      queries.map((query) => {
        const begin = performance.now();
        search(query);
        return performance.now() - begin;
      }),
      0.99,
    ),
  );
  return [{ name: `search over ${ENTRIES} entries, p99`, values: rounds, goal: { atMost: 5 }, unit: 'ms' }];
}

/** Documents like these, as many as asked, each with a number of its own in the title. */
function multiply(documents: readonly SearchDocument[], count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, number) => {
    const document = documents[number % documents.length] as SearchDocument;
    return { ...document, id: `${document.id}-${number}`, titel: `${document.titel} nummer${number}` };
  });
}

/** Words of the content: alone, two together, half, and misspelled. */
export function listQueries(documents: readonly SearchDocument[], count = SEARCHES): string[] {
  const words = [
    ...new Set(
      documents
        .map(({ titel }) => titel)
        .join(' ')
        .match(/[\p{L}\p{N}]{2,}/gu),
    ),
  ];
  const word = (number: number) => words[(number * 7_919) % words.length] ?? '';
  return Array.from({ length: count }, (_, number) => {
    const first = word(number);
    return [
      first,
      `${first} ${word(number + 1)}`,
      first.slice(0, 3),
      `${first.slice(0, 2)}q${first.slice(3)}`,
    ][number % 4] as string;
  });
}
