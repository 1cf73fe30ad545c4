import type { SearchKind, SearchResult } from '../../domain/model/search-result.ts';
import { MAX_RESULTS, MAX_SEARCH_QUERY } from '../../domain/search/search.ts';
import type { Addresses } from '../../domain/search/search-document.ts';
import { toTafelHref } from '../tafel-href.ts';

const HEADINGS: Readonly<Record<SearchKind, string>> = {
  overlegtafel: 'Overlegtafels en teams',
  gemeente: 'Gemeenten',
  organisatie: 'Organisaties',
  clientondersteuning: 'Cliëntondersteuning',
  criterium: 'Criteria van de tafels',
  rol: 'Rollen',
  woord: 'Woordenlijst',
  pagina: 'Pagina’s',
  noodnummer: 'Telefoonnummers',
};

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
    telling: toCount(resultaten.length),
    groepen: kinds.map((soort) => ({
      kop: HEADINGS[soort],
      resultaten: resultaten
        .filter((result) => result.soort === soort)
        .map(({ titel, href, fragment, waarom }) => ({ titel, href, fragment, waarom })),
    })),
  };
}

function toCount(count: number): string {
  if (count === 0) return 'Niets gevonden';
  if (count === 1) return '1 resultaat';
  return count < MAX_RESULTS ? `${count} resultaten` : `De eerste ${count} resultaten`;
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
