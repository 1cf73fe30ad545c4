import type { Adressen } from '../../domain/search/zoek-document.ts';
import { toTafelHref } from '../tafel-href.ts';

/** Where a hit leads to: the page of each kind of thing. */
export const ZOEK_ADRESSEN: Adressen = {
  lokaleStap: '/gemeenten',
  tafel: toTafelHref,
  gemeente: (id) => `/gemeenten/${id}`,
  organisatie: (id) => `/organisaties/${id}`,
  clientondersteuning: () => '/clientondersteuning',
  rol: (id) => `/rollen#${id}`,
  woord: (id) => `/woordenlijst#${id}`,
  noodnummer: () => '/#gevaar',
};
