import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, textSchema, textWithBronSchema } from './basis.ts';
import { contactSchema } from './contact.ts';
import { tafelRegelSchema } from './regel.ts';

export const kanaalKindSchema = z.enum(['e-mail', 'sharefile', 'telefoon', 'webformulier']);

const kanaalSchema = z.strictObject({
  soort: kanaalKindSchema,
  naam: textSchema,
  /** Who receives it, in a running sentence: "het Zorg- en Veiligheidshuis Twente". */
  ontvanger: textSchema,
  /** Who is written to instead when a deployment continues. */
  ontvangerVoortzetting: textSchema.nullable(),
  /** The address, number or URL; null when the sources do not give it. */
  adres: z.string().min(3).nullable(),
  /** What the sender does. */
  werkwijze: textSchema,
  /** How one refers, told to who is asked to do it. */
  inVerzoek: textSchema,
  alsOnbekend: textSchema.nullable(),
  /** Who always gets a copy, beside the roles in `overlegMet`. */
  cc: z.strictObject({ naam: textSchema, adres: z.email().nullable(), alsOnbekend: textSchema }).nullable(),
  /** For a call: the criteria in the order in which one is asked for them; those not named come last. */
  belvolgorde: z.array(idSchema),
  bron: bronVerwijzingSchema,
});
export type Kanaal = z.infer<typeof kanaalSchema>;

const aanmeldersSchema = z.strictObject({
  tekst: textSchema,
  /** Roles (options of the fact `rol`) that may refer. */
  rollen: z.array(idSchema).min(1),
  /** The role that can refer when the user's own role may not. */
  via: idSchema,
  /** Roles to consult always, unless the user has that role. */
  overlegMet: z.array(idSchema),
  interpretatie: textSchema.nullable(),
  bron: bronVerwijzingSchema,
});

/** One file of `tables/overlegtafels/`: what the source says of a table or provision. */
export const tafelDataSchema = z.strictObject({
  id: idSchema,
  soort: z.enum(['overlegtafel', 'voorziening']),
  trede: z.number().int().min(1).max(4),
  /** The place among the tables of the same trede. */
  volgorde: z.number().int().min(1),
  naam: textSchema,
  korteNaam: textSchema,
  /** The name in a running sentence, with its article: "de Levensloopaanpak". */
  inZin: textSchema,
  /** Other names people use for it. */
  ookBekendAls: z.array(textSchema),
  /** For whom it is, in one plain sentence. */
  samenvatting: textSchema,
  doel: textWithBronSchema,
  regie: z.strictObject({ tekst: textSchema, organisatie: idSchema.nullable(), bron: bronVerwijzingSchema }),
  deelnemers: z.strictObject({
    vast: z.array(textSchema),
    naarBehoefte: z.array(textSchema),
    toelichting: textSchema.nullable(),
    organisaties: z.array(idSchema),
    bron: bronVerwijzingSchema,
  }),
  aanmelders: aanmeldersSchema,
  instroom: textWithBronSchema,
  /** Null when the source says nothing of it. */
  uitstroom: textWithBronSchema.nullable(),
  clientondersteuning: textWithBronSchema,
  /** How often it meets; null when the source does not say. */
  frequentie: textWithBronSchema.nullable(),
  werkwijze: z.array(textWithBronSchema),
  /** What explains more than a reader needs to act: history, national criteria, law. Folded on the page. */
  verdieping: z.array(textWithBronSchema),
  kanaal: kanaalSchema,
  contacten: z.array(contactSchema).min(1),
  termijn: z
    .strictObject({
      tekst: textSchema,
      dagenVoorOverleg: z.number().int().positive().nullable(),
      bron: bronVerwijzingSchema,
    })
    .nullable(),
  /** A warning about the standing of what is said here, for example that it is historical. */
  status: textSchema.nullable(),
});

/** A table with its rules: the join of `tables/overlegtafels/<id>.json` and `rules/<id>.json`. */
export const overlegtafelSchema = tafelDataSchema.extend({ regels: tafelRegelSchema });
export type Overlegtafel = z.infer<typeof overlegtafelSchema>;
