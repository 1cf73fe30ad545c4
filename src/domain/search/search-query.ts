import { MAX_SEARCH_QUERY } from './search.ts';

/** A search as it can be shown and looked up: one line, without signs that cannot be seen, not too long. */
export function toSearchQuery(tekst: string): { readonly vraag: string; readonly ingekort: boolean } {
  // Cut first, so that no text is too long to clean; with some room for the spaces that go.
  const clean = tekst
    .slice(0, 10 * MAX_SEARCH_QUERY)
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
  const vraag = Array.from(clean).slice(0, MAX_SEARCH_QUERY).join('').trim();
  return { vraag, ingekort: vraag.length < clean.length || tekst.length > 10 * MAX_SEARCH_QUERY };
}
