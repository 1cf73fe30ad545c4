import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, textSchema, textWithBronSchema } from './basis.ts';
import { type Contact, contactSchema, isCurrent } from './contact.ts';
import type { ClientondersteuningAanbieder, clientondersteuningSchema } from './organisatie.ts';
import type { Overlegtafel } from './overlegtafel.ts';

/** A gemeente of Twente: where every case starts, and which ggz-aanbieder works there. */
export const gemeenteSchema = z.strictObject({
  id: idSchema,
  naam: textSchema,
  cbsCode: z.string().regex(/^GM\d{4}$/, 'moet een CBS-code zijn: GM en vier cijfers'),
  ggzWerkgebied: z.strictObject({
    /** Id of the organisation; null when the source does not give it. */
    organisatie: idSchema.nullable(),
    alsOnbekend: textSchema.nullable(),
    bron: bronVerwijzingSchema,
  }),
  /** The gemeente as a whole: its general number, website and mailbox. */
  algemeen: z.array(contactSchema).min(1),
  lokaleIngang: z.strictObject({
    /** What the gemeente calls it, such as "Sociaal Hus"; null when that was not found. */
    naam: textSchema.nullable(),
    tekst: textSchema,
    contacten: z.array(contactSchema),
    bron: bronVerwijzingSchema,
  }),
  opmerkingen: z.array(z.strictObject({ tekst: textSchema, bron: bronVerwijzingSchema })),
});
export type Gemeente = z.infer<typeof gemeenteSchema>;

const BY_KIND: Readonly<Record<Contact['soort'], number>> = { telefoon: 0, 'e-mail': 1, website: 2 };

/**
 * How to reach a gemeente for a case, the best way first: what is certain before what only an old list gives, a number
 * before a mailbox before a site, and the local entrance before the gemeente as a whole.
 */
export function listGemeenteContacten({
  algemeen,
  lokaleIngang,
}: Pick<Gemeente, 'algemeen' | 'lokaleIngang'>): Contact[] {
  return [...lokaleIngang.contacten, ...algemeen].sort(
    (a, b) => Number(isCurrent(b)) - Number(isCurrent(a)) || BY_KIND[a.soort] - BY_KIND[b.soort],
  );
}

/** The first step of the ladder: the wijkteam or procesmanager of the gemeente (`tables/lokaal.json`). */
export const lokaleStapSchema = z.strictObject({
  id: idSchema,
  trede: z.literal(1),
  naam: textSchema,
  samenvatting: textSchema,
  uitgangspunten: z.array(textWithBronSchema).min(1),
  watTeDoen: z.array(textSchema).min(1),
  voorProfessionalVanGemeente: z.array(textSchema).min(1),
});

/** The uri of a gemeente in TOOI, the register of the Dutch government. */
export function toTooiUri({ cbsCode }: Pick<Gemeente, 'cbsCode'>): string {
  return `https://identifier.overheid.nl/tooi/id/gemeente/${cbsCode.toLowerCase()}`;
}

/**
 * For which gemeenten a table is: all of Twente. The provision works by ggz-werkgebied, so it is for those of which
 * the sources give that.
 */
export function listTafelGemeenten(
  { gemeenten }: { readonly gemeenten: readonly Gemeente[] },
  { soort }: Pick<Overlegtafel, 'soort'>,
): Gemeente[] {
  return gemeenten.filter(
    ({ ggzWerkgebied }) => soort === 'overlegtafel' || ggzWerkgebied.organisatie !== null,
  );
}

/** The cliëntondersteuning for the person in a gemeente; where it is unknown, all that is not limited to others. */
export function findClientondersteuning(
  { clientondersteuning }: { readonly clientondersteuning: z.infer<typeof clientondersteuningSchema> },
  gemeente: Gemeente | undefined,
): ClientondersteuningAanbieder[] {
  return clientondersteuning.aanbieders.filter(
    ({ voor, gemeenten }) =>
      voor === 'inwoner' &&
      (gemeenten === null || (gemeente !== undefined && gemeenten.includes(gemeente.id))),
  );
}

/** A place, and a gemeente of Twente in which it lies; one that lies in two stands here twice. */
export const plaatsSchema = z.strictObject({
  naam: textSchema,
  gemeente: idSchema,
  /** Only a woonplaats is official; a kern or buurtschap is how people call it. */
  soort: z.enum(['woonplaats', 'kern']),
  /** Gemeenten outside Twente that have a place of this name as well. */
  buitenTwente: z.array(textSchema),
  bron: bronVerwijzingSchema,
});
export type Plaats = z.infer<typeof plaatsSchema>;

/** The official places of a gemeente besides the one that it is called after. */
export function listOtherWoonplaatsen(plaatsen: readonly Plaats[], { id, naam }: Gemeente): string[] {
  return plaatsen
    .filter((plaats) => plaats.gemeente === id && plaats.soort === 'woonplaats' && plaats.naam !== naam)
    .map((plaats) => plaats.naam);
}
