import { z } from 'zod';
import { CONTACTEN, NOODNUMMERS } from '../content-paths.ts';
import { isObject } from '../json.ts';
import { type BronVerwijzing, bronVerwijzingSchema } from '../model/basis.ts';
import { CONTACT_ADDRESSES, CONTACT_LISTS, type Contact } from '../model/contact.ts';
import { listOf, listPartNames, type NamedPart, type PartRef, readPart } from './part.ts';
import type { Files } from './versions.ts';

/** Where a contact is used: a table, gemeente, organisation, or a file that is one thing. */
export interface AddressUse extends PartRef {
  /** What that is called; null for a file that is one thing. */
  readonly titel: string | null;
  /** Of a table: where its page stands. */
  readonly soort: string | null;
}

/** A contact or noodnummer, once, with all that one needs to check it. */
export interface AddressEntry extends NamedPart {
  readonly soort: Contact['soort'];
  readonly label: string;
  /** As it is shown; null when the sources do not give it. */
  readonly waarde: string | null;
  /** The year of the old list that alone gives it. */
  readonly laatstBekend: number | null;
  readonly bron: BronVerwijzing;
  /** YYYY-MM-DD. */
  readonly gecontroleerd: string;
  readonly gebruik: readonly AddressUse[];
}

/** What this list reads of a contact and of a noodnummer; content that is live was checked in full before. */
const entrySchema = z.object({
  soort: z.enum(['e-mail', 'telefoon', 'website']).default('telefoon'),
  label: z.string().optional(),
  naam: z.string().optional(),
  waarde: z.string().nullish(),
  nummer: z.string().nullish(),
  laatstBekend: z.number().nullish(),
  bron: bronVerwijzingSchema,
  gecontroleerd: z.string(),
});

/** Every contact and noodnummer of content that was checked, in the order of its files, with where it is used. */
export function listAddressBook(files: Files): readonly AddressEntry[] {
  const uses = findUses(files);
  return [CONTACTEN, NOODNUMMERS].flatMap((bestand) =>
    listPartNames(files, bestand).map((naam) => {
      const { label, waarde, nummer, laatstBekend, ...rest } = entrySchema.parse(
        readPart(files, { bestand, naam }),
      );
      return {
        ...{ bestand, naam, soort: rest.soort, bron: rest.bron, gecontroleerd: rest.gecontroleerd },
        label: label ?? rest.naam ?? naam,
        waarde: waarde ?? nummer ?? null,
        laatstBekend: laatstBekend ?? null,
        gebruik: uses.get(naam) ?? [],
      };
    }),
  );
}

/** Where each contact is named, by its id. */
function findUses(files: Files): ReadonlyMap<string, readonly AddressUse[]> {
  const uses = new Map<string, AddressUse[]>();
  for (const bestand of Object.keys(files)) {
    const isList = listOf(bestand, files[bestand]) !== null;
    for (const naam of isList ? listPartNames(files, bestand) : [null]) {
      const part = readPart(files, { bestand, naam });
      const use = { bestand, naam, titel: readText(part, 'naam'), soort: readText(part, 'soort') };
      for (const id of new Set(listNamed(part))) uses.set(id, [...(uses.get(id) ?? []), use]);
    }
  }
  return uses;
}

/** The contacts that something names. */
function listNamed(data: unknown): readonly string[] {
  if (Array.isArray(data)) return data.flatMap(listNamed);
  if (!isObject(data)) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    if (CONTACT_ADDRESSES.includes(key) && typeof value === 'string') return [value];
    if (CONTACT_LISTS.includes(key) && Array.isArray(value))
      return value.flatMap((verwijzing) => readText(verwijzing, 'contact') ?? []);
    return listNamed(value);
  });
}

function readText(data: unknown, key: string): string | null {
  const value = isObject(data) ? data[key] : null;
  return typeof value === 'string' ? value : null;
}
