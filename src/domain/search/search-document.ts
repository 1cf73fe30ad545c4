import type { Contact } from '../model/contact.ts';
import type { SearchKind } from '../model/search-result.ts';

/** One thing that can be found, with the texts to find it by. */
export interface SearchDocument {
  readonly soort: SearchKind;
  readonly id: string;
  readonly titel: string;
  readonly href: string;
  /** Other names. */
  readonly ook: readonly string[];
  /** What it is, in one sentence or a few. */
  readonly kort: string;
  /** The texts of its page, each under a name that a hit can mention, such as `target`. */
  readonly velden: readonly { readonly naam: string; readonly tekst: string }[];
  /** Places that belong to it. */
  readonly plaatsen?: readonly SearchPlace[];
  /** How to reach it. */
  readonly contacten?: readonly Contact[];
  /** Telephone numbers of it beside those of its contacts, digits only. */
  readonly nummers?: readonly string[];
  /** A number to call at once when there is danger. */
  readonly direct?: boolean;
}

/** The name of a place, with what somebody who looks for it should know; empty when that is nothing. */
export interface SearchPlace {
  readonly naam: string;
  readonly uitleg: string;
}

/** The addresses of the pages, by what they are about: the web layer knows them. */
export interface Addresses {
  /** The page about the first step: the gemeente. */
  readonly lokaleStap: string;
  readonly tafel: (id: string, soort: 'overlegtafel' | 'voorziening') => string;
  readonly gemeente: (id: string) => string;
  readonly organisatie: (id: string) => string;
  readonly clientondersteuning: (id: string) => string;
  readonly rol: (id: string) => string;
  readonly woord: (id: string) => string;
  readonly noodnummer: (id: string) => string;
}

/** A page of the site that is the same for everyone. */
export interface SearchPage {
  readonly pad: string;
  readonly titel: string;
  readonly beschrijving?: string;
}

/** What contacts can be found by: whom they are of, and the address or number. */
export function toContactText(contacten: readonly Contact[]): string {
  return contacten
    .map(({ label, waarde, toelichting }) => [label, waarde, toelichting].filter(Boolean).join(', '))
    .map((tekst) => (/[.?!]$/.test(tekst) ? tekst : `${tekst}.`))
    .join(' ');
}
