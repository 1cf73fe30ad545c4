import type { Content } from '../../domain/model/content.ts';
import type { SearchKind, SearchResult } from '../../domain/model/search-result.ts';
import { asksNumber } from '../../domain/search/asks-number.ts';
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

/** Kinds that one calls, so that no number is an answer too; of the others the page itself says whom to call. */
const CALLED: readonly SearchKind[] = [
  'overlegtafel',
  'gemeente',
  'organisatie',
  'clientondersteuning',
  'noodnummer',
];

/**
 * The view-model of the search page: the best hit with how to reach it, then the others under what they are, the kind of
 * the best of those first.
 */
export function toSearchPage(
  content: Pick<Content, 'noodnummers' | 'tafels'>,
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
    beste: best ? { ...toHit(best), ...toContacts(content, vraag, best) } : null,
    groepen: sorted.map((soort) => ({
      // One name per kind, so that the template has the words.
      [soort]: true,
      isKlein: LAST.includes(soort),
      resultaten: others.filter((result) => result.soort === soort).map(toHit),
    })),
    /** Whom to call with worries, for who finds nothing. */
    meldpunten: content.noodnummers.filter(({ direct }) => !direct).map(toNumber),
  };
}

/** How to reach the best hit: who asks for a number reads that first, or that we do not know it. */
function toContacts(
  { noodnummers, tafels }: Pick<Content, 'noodnummers' | 'tafels'>,
  vraag: string,
  best: SearchResult,
) {
  const { knoppen, oud } = toContactButtons(best.contacten);
  const isCalled = CALLED.includes(best.soort) && asksNumber(vraag);
  if (!isCalled || knoppen.some(({ soort }) => soort.bel)) return { knoppen, oud };
  const unknown =
    best.soort === 'overlegtafel'
      ? tafels
          .find(({ id }) => id === best.id)
          ?.contacten.find(({ soort, waarde }) => soort === 'telefoon' && waarde === null)
      : noodnummers.find(({ id }) => best.soort === 'noodnummer' && id === best.id);
  const sites = knoppen.filter(({ soort }) => !soort.bel && !soort.mail);
  return {
    oudNummer: oud.filter(({ soort }) => soort.bel),
    geenNummer: oud.every(({ soort }) => !soort.bel),
    alsOnbekend: unknown?.alsOnbekend ?? null,
    opSite: sites.length > 0,
    // A mail is not what was asked for; on a site one may find the number.
    knoppen: [...sites, ...knoppen.filter((knop) => !sites.includes(knop))],
    oud: oud.filter(({ soort }) => !soort.bel),
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
