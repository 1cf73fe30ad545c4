import type { SearchKind, SearchResult } from '../../domain/model/search-result.ts';
import { MAX_RESULTS, MAX_SEARCH_QUERY } from '../../domain/search/search.ts';
import type { Addresses } from '../../domain/search/search-document.ts';
import { toTafelHref } from '../tafel-href.ts';

const KOPPEN: Readonly<Record<SearchKind, string>> = {
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

interface Zoekopdracht {
  /** Empty when nothing is asked yet. */
  readonly vraag: string;
  /** Whether more was typed than is looked at. */
  readonly ingekort: boolean;
  readonly resultaten: readonly SearchResult[];
}

/** The view-model of the search page: hits under what they are, the kind of the best hit first. */
export function toSearchPage({ vraag, ingekort, resultaten }: Zoekopdracht) {
  const soorten = [...new Set(resultaten.map(({ soort }) => soort))];
  return {
    vraag,
    max: MAX_SEARCH_QUERY,
    ingekort,
    gezocht: vraag !== '',
    telling: toTelling(resultaten.length),
    groepen: soorten.map((soort) => ({
      kop: KOPPEN[soort],
      resultaten: resultaten
        .filter((resultaat) => resultaat.soort === soort)
        .map(({ titel, href, fragment, waarom }) => ({ titel, href, fragment, waarom })),
    })),
  };
}

function toTelling(aantal: number): string {
  if (aantal === 0) return 'Niets gevonden';
  if (aantal === 1) return '1 resultaat';
  return aantal < MAX_RESULTS ? `${aantal} resultaten` : `De eerste ${aantal} resultaten`;
}

/** Where a hit leads to: the page of each kind of thing. */
export const ZOEK_ADRESSEN: Addresses = {
  lokaleStap: '/gemeenten',
  tafel: toTafelHref,
  gemeente: (id) => `/gemeenten/${id}`,
  organisatie: (id) => `/organisaties/${id}`,
  clientondersteuning: () => '/clientondersteuning',
  rol: (id) => `/rollen#${id}`,
  woord: (id) => `/woordenlijst#${id}`,
  noodnummer: () => '/#gevaar',
};
