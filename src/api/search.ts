import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type SearchResult, searchResultSchema } from '../domain/model/search-result.ts';
import { countCharacters } from '../domain/model/text-length.ts';
import { MAX_SEARCH_QUERY, type Search } from '../domain/search/search.ts';
import type { Say } from '../domain/texts.ts';
import { type Antwoord, toHandler, toPointer, toProblem } from './problem.ts';
import { PUBLIC_HEADERS } from './public-answers.ts';

/**
 * GET /zoeken?q=: searches tables, criteria, gemeenten, organisations and the rest. The words may be about a case, so
 * nobody keeps the answer.
 */
export function createSearchHandler(searchSite: Search, say: Say): RequestHandler {
  return toHandler(
    ({ query }) => search(searchSite, say, query),
    (res, hits) => res.set(PUBLIC_HEADERS).json(hits),
  );
}

/** The hits that a query asks for. */
export function search(
  searchSite: Search,
  say: Say,
  { q }: Readonly<Record<string, unknown>>,
): Antwoord<readonly SearchResult[]> {
  const melding = checkVraag(q, say);
  if (melding === null) return { data: searchSite(String(q)) };
  return { problem: toProblem(say, 400, say('zoeken.verbeter'), [{ pointer: toPointer('q'), melding }]) };
}

/** What is wrong with the search, or null. */
function checkVraag(q: unknown, say: Say): string | null {
  if (q === undefined) return say('zoeken.ontbreekt');
  if (typeof q !== 'string') return say('zoeken.een-keer');
  if (q.trim() === '') return say('zoeken.leeg');
  return countCharacters(q) > MAX_SEARCH_QUERY
    ? say('zoeken.te-lang', { hoogstens: MAX_SEARCH_QUERY })
    : null;
}

/** GET /zoeken: the hits, best first. */
export const apiSearchResultsSchema = z.array(
  searchResultSchema.meta({
    id: 'Zoekresultaat',
    description: 'Een treffer: wat het is, waar het staat en waarom het past',
  }),
);

/** The query of GET /zoeken. */
export const apiSearchQuerySchema = z.object({
  q: z.string().min(1).max(MAX_SEARCH_QUERY).meta({ description: 'Waar u op zoekt', example: 'wachtlijst' }),
});
