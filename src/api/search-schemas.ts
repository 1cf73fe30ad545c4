import { z } from 'zod';
import { searchResultSchema } from '../domain/model/search-result.ts';
import { MAX_SEARCH_QUERY } from '../domain/search/search.ts';

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
