import type { Content } from '../../domain/model/content.ts';
import type { SearchKind, SearchResult } from '../../domain/model/search-result.ts';
import { MAX_RESULTS, MAX_SEARCH_QUERY } from '../../domain/search/search.ts';
import type { Addresses } from '../../domain/search/search-document.ts';
import { toContactButtons } from '../contact-model.ts';
import { toNumber } from '../page.ts';
import { toTafelHref } from '../tafel-presentation.ts';

interface SearchQuery {
  /** Empty when nothing is asked yet. */
  readonly vraag: string;
  /** Whether more was typed than is looked at. */
  readonly ingekort: boolean;
  readonly resultaten: readonly SearchResult[];
}

/** Kinds that explain or judge, and give nobody to turn to: after all others. */
const LAST: readonly SearchKind[] = ['criterium', 'woord'];

/**
 * The view-model of the search page: the best hit with how to reach it, then the others under what they are, the kind of
 * the best of those first.
 */
export function toSearchPage(
  { noodnummers }: Pick<Content, 'noodnummers'>,
  { vraag, ingekort, resultaten }: SearchQuery,
) {
  const [best, ...others] = resultaten;
  const kinds = [...new Set(others.map(({ soort }) => soort))];
  const sorted = [
    ...kinds.filter((soort) => !LAST.includes(soort)),
    ...LAST.filter((soort) => kinds.includes(soort)),
  ];
  return {
    vraag,
    max: MAX_SEARCH_QUERY,
    ingekort,
    gezocht: vraag !== '',
    aantal: resultaten.length,
    geen: resultaten.length === 0,
    een: resultaten.length === 1,
    eerste: resultaten.length >= MAX_RESULTS,
    beste: best ? { ...toHit(best), ...toContactButtons(best.contacten) } : null,
    groepen: sorted.map((soort) => ({
      // One name per kind, so that the template has the words.
      [soort]: true,
      isKlein: LAST.includes(soort),
      resultaten: others.filter((result) => result.soort === soort).map(toHit),
    })),
    /** Whom to call with worries, for who finds nothing. */
    meldpunten: noodnummers.filter(({ direct }) => !direct).map(toNumber),
  };
}

/** A hit; one that is a number leads to that number. */
function toHit({ soort, titel, href, fragment, waarom, contacten }: SearchResult) {
  const [call] = soort === 'noodnummer' ? toContactButtons(contacten).knoppen : [];
  return { titel, href: call?.href ?? href, fragment, waarom };
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
