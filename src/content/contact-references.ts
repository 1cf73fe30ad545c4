import { z } from 'zod';
import type { Finding } from '../domain/editing/proof.ts';
import {
  CONTACT_ADDRESSES,
  CONTACT_LISTS,
  type Contact,
  type ContactVerwijzing,
  contactIdSchema,
  contactVerwijzingSchema,
  isCurrent,
  type NamedContact,
  type Noodnummer,
  noodnummerSchema,
} from '../domain/model/contact.ts';
import { gemeenteSchema } from '../domain/model/gemeente.ts';
import {
  aanbiederSchema,
  clientondersteuningSchema,
  organisatieSchema,
} from '../domain/model/organisatie.ts';
import { tafelDataSchema } from '../domain/model/overlegtafel.ts';
import { toFinding } from './content-fault.ts';

// In the files an address stands once, in contacten.json; all others name it. These are the forms of those others.
const contacten = z.array(contactVerwijzingSchema);
const adres = contactIdSchema.nullable();
const { kanaal } = tafelDataSchema.shape;

export const gemeenteFileSchema = gemeenteSchema.extend({
  algemeen: contacten.min(1),
  lokaleIngang: gemeenteSchema.shape.lokaleIngang.extend({ contacten }),
});
export const organisatieFileSchema = organisatieSchema.extend({ contacten });
export const clientondersteuningFileSchema = clientondersteuningSchema.extend({
  aanbieders: z.array(aanbiederSchema.extend({ contacten: contacten.min(1) })).min(1),
});
export const noodnummerFileSchema = noodnummerSchema.extend({ formulier: adres.default(null) });
export const tafelFileSchema = tafelDataSchema.extend({
  contacten: contacten.min(1),
  kanaal: kanaal.extend({ adres, cc: kanaal.shape.cc.unwrap().extend({ adres }).nullable() }),
});

/** Puts the contacts in the place of their names. */
export interface ContactResolver {
  /** The same data with its contacts in full; what cannot be found goes to the faults. A bare list stands in its file as `list`. */
  readonly resolve: (bestand: string, data: unknown, list?: string) => unknown;
  /** The contacts that no file named so far. */
  readonly listUnused: () => Finding[];
}

/** Makes a resolver over the contacts and the noodnummers, of which the number also stands once. */
export function createContactResolver(
  named: readonly NamedContact[],
  noodnummers: readonly Pick<Noodnummer, 'id' | 'naam' | 'kies' | 'bereikbaar' | 'bron' | 'gecontroleerd'>[],
  faults: Finding[],
): ContactResolver {
  const contactOf = new Map<string, Contact>([
    ...noodnummers.flatMap((nummer): [string, Contact][] =>
      nummer.kies ? [[nummer.id, toContact(nummer)]] : [],
    ),
    ...named.map(({ id, ...contact }): [string, Contact] => [id, contact]),
  ]);
  const used = new Set<string>();

  const find = (id: string, bestand: string, path: readonly string[]): Contact | undefined => {
    used.add(id);
    const contact = contactOf.get(id);
    if (!contact) {
      const melding = `contact "${id}" staat niet in tables/contacten.json. Voeg het daar toe, of kies een ander contact.`;
      faults.push(toFinding(bestand, path.join('.'), melding));
    }
    return contact;
  };

  const walk = (data: unknown, bestand: string, path: readonly string[]): unknown => {
    if (typeof data !== 'object' || data === null) return data;
    if (Array.isArray(data))
      return data.map((deel, nummer) => walk(deel, bestand, [...path, String(nummer)]));
    return Object.fromEntries(
      Object.entries(data).map(([key, deel]) => {
        const place = [...path, key];
        if (CONTACT_LISTS.includes(key) && Array.isArray(deel))
          return [
            key,
            deel.flatMap((verwijzing, nummer) => toContacts(verwijzing, [...place, String(nummer)])),
          ];
        if (CONTACT_ADDRESSES.includes(key) && typeof deel === 'string')
          return [key, toAddress(find(deel, bestand, place))];
        return [key, walk(deel, bestand, place)];
      }),
    );
    function toContacts(verwijzing: ContactVerwijzing, place: readonly string[]): Contact[] {
      const contact = find(verwijzing.contact, bestand, [...place, 'contact']);
      if (!contact) return [];
      const { label = contact.label, toelichting = contact.toelichting, bron = contact.bron } = verwijzing;
      return [{ ...contact, label, toelichting, bron }];
    }
  };

  return {
    resolve: (bestand, data, list) => walk(data, bestand, list && Array.isArray(data) ? [list] : []),
    listUnused: () =>
      named
        .filter(({ id }) => !used.has(id))
        .map(({ id }) =>
          toFinding(
            'tables/contacten.json',
            id,
            'wordt nergens gebruikt. Kies het bij de tafel, gemeente of organisatie waar het hoort, of haal het weg.',
          ),
        ),
  };
}

/** The value to write to, call or open; null for one that is only known from an old list. */
function toAddress(contact: Contact | undefined): string | null {
  return contact && isCurrent(contact) ? contact.waarde : null;
}

/** A noodnummer as a way to reach the organisation behind it. */
function toContact({
  naam,
  kies,
  bereikbaar,
  bron,
  gecontroleerd,
}: Pick<Noodnummer, 'naam' | 'kies' | 'bereikbaar' | 'bron' | 'gecontroleerd'>): Contact {
  return {
    soort: 'telefoon',
    label: naam,
    waarde: kies,
    alsOnbekend: null,
    toelichting: bereikbaar,
    laatstBekend: null,
    bron,
    gecontroleerd,
  };
}
