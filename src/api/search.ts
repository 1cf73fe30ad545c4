import type { RequestHandler } from 'express';
import type { SearchResult } from '../domain/model/search-result.ts';
import { MAX_SEARCH_QUERY, type Search } from '../domain/search/search.ts';
import { type Antwoord, sendProblemDetails, toPointer, toProblem } from './problem.ts';
import { PUBLIC_HEADERS } from './send-public-json.ts';

/**
 * GET /zoeken?q=: searches tables, criteria, gemeenten, organisations and the rest. The words may be about a case, so
 * nobody keeps the answer.
 */
export function createSearchHandler(searchSite: Search): RequestHandler {
  return (req, res) => {
    const antwoord = search(searchSite, req.query);
    if ('problem' in antwoord) return sendProblemDetails(res, antwoord.problem);
    res.set(PUBLIC_HEADERS).json(antwoord.data);
  };
}

/** The hits that a query asks for. */
export function search(
  searchSite: Search,
  { q }: Readonly<Record<string, unknown>>,
): Antwoord<readonly SearchResult[]> {
  const melding = checkVraag(q);
  if (melding === null) return { data: searchSite(String(q)) };
  return { problem: toProblem(400, 'Verbeter de zoekvraag.', [{ pointer: toPointer('q'), melding }]) };
}

/** What is wrong with the search, or null. */
function checkVraag(q: unknown): string | null {
  if (q === undefined) return 'Deze parameter ontbreekt. Geef een zoekvraag: ?q=wachtlijst.';
  if (typeof q !== 'string') return 'Geef deze parameter één keer.';
  if (q.trim() === '') return 'De zoekvraag is leeg. Geef minstens één woord.';
  return q.length > MAX_SEARCH_QUERY
    ? `De zoekvraag is te lang: hoogstens ${MAX_SEARCH_QUERY} tekens.`
    : null;
}
