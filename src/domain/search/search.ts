import type { SearchResult } from '../model/search-result.ts';

/** The longest search that is looked at, in characters; of a longer one only the first part counts. */
export const MAX_SEARCH_QUERY = 100;

/** The most hits that a search gives. */
export const MAX_RESULTS = 30;

/** Searches everything on the site; best hit first, empty when nothing matches. Never throws, whatever the text. */
export type Search = (vraag: string) => readonly SearchResult[];
