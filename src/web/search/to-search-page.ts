import type { SearchResult } from '../../domain/model/search-result.ts';
import { MAX_RESULTS, MAX_SEARCH_QUERY } from '../../domain/search/search.ts';
import type { Addresses } from '../../domain/search/search-document.ts';
import { toTafelHref } from '../tafel-presentation.ts';

interface SearchQuery {
  /** Empty when nothing is asked yet. */
  readonly vraag: string;
  /** Whether more was typed than is looked at. */
  readonly ingekort: boolean;
  readonly resultaten: readonly SearchResult[];
}

/** The view-model of the search page: hits under what they are, the kind of the best hit first. */
export function toSearchPage({ vraag, ingekort, resultaten }: SearchQuery) {
  const kinds = [...new Set(resultaten.map(({ soort }) => soort))];
  return {
    vraag,
    max: MAX_SEARCH_QUERY,
    ingekort,
    gezocht: vraag !== '',
    aantal: resultaten.length,
    geen: resultaten.length === 0,
    een: resultaten.length === 1,
    eerste: resultaten.length >= MAX_RESULTS,
    groepen: kinds.map((soort) => ({
      // One name per kind, so that the template has the words.
      [soort]: true,
      resultaten: resultaten
        .filter((result) => result.soort === soort)
        .map(({ titel, href, fragment, waarom }) => ({ titel, href, fragment, waarom })),
    })),
  };
}

/** Where a hit leads to: the page of each kind of thing. */
export const SEARCH_ADDRESSES: Addresses = {
  lokaleStap: '/gemeenten',
  tafel: toTafelHref,
  gemeente: (id) => `/gemeenten/${id}`,
  organisatie: (id) => `/organisaties/${id}`,
  clientondersteuning: () => '/clientondersteuning',
  rol: (id) => `/rollen#${id}`,
  woord: (id) => `/woordenlijst#${id}`,
  noodnummer: () => '/#gevaar',
};
