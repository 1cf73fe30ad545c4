import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, tekstMetBronSchema, tekstSchema } from './basis.ts';
import { contactSchema } from './contact.ts';
import { tafelRegelSchema } from './regel.ts';

export const kanaalSoortSchema = z.enum(['e-mail', 'sharefile', 'telefoon', 'webformulier']);

const kanaalSchema = z.strictObject({
  soort: kanaalSoortSchema,
  naam: tekstSchema,
  /** The address, number or URL; null when the sources do not give it. */
  /** Who receives it, in a running sentence: "het Zorg- en Veiligheidshuis Twente". */
  ontvanger: tekstSchema,
  /** Who is written to instead when a deployment continues. */
  ontvangerVoortzetting: tekstSchema.nullable(),
  adres: z.string().min(3).nullable(),
  werkwijze: tekstSchema,
  alsOnbekend: tekstSchema.nullable(),
  /** Who always gets a copy, beside the roles in `overlegMet`. */
  cc: z.strictObject({ naam: tekstSchema, adres: z.email().nullable(), alsOnbekend: tekstSchema }).nullable(),
  /** For a call: the criteria in the order in which one is asked for them; those not named come last. */
  belvolgorde: z.array(idSchema),
  bron: bronVerwijzingSchema,
});
export type Kanaal = z.infer<typeof kanaalSchema>;

const aanmeldersSchema = z.strictObject({
  tekst: tekstSchema,
  /** Roles (options of the fact `rol`) that may refer. */
  rollen: z.array(idSchema).min(1),
  /** The role that can refer when the user's own role may not. */
  via: idSchema,
  /** Roles to consult always, unless the user has that role. */
  overlegMet: z.array(idSchema),
  interpretatie: tekstSchema.nullable(),
  bron: bronVerwijzingSchema,
});

/** One file of `tables/overlegtafels/`: what the source says of a table or provision. */
export const tafelGegevensSchema = z.strictObject({
  id: idSchema,
  soort: z.enum(['overlegtafel', 'voorziening']),
  trede: z.number().int().min(1).max(4),
  /** The place among the tables of the same trede. */
  volgorde: z.number().int().min(1),
  naam: tekstSchema,
  korteNaam: tekstSchema,
  /** The name in a running sentence, with its article: "de Levensloopaanpak". */
  inZin: tekstSchema,
  /** Other names people use for it. */
  ookBekendAls: z.array(tekstSchema),
  /** For whom it is, in one plain sentence. */
  samenvatting: tekstSchema,
  doel: tekstMetBronSchema,
  regie: z.strictObject({ tekst: tekstSchema, organisatie: idSchema.nullable(), bron: bronVerwijzingSchema }),
  deelnemers: z.strictObject({
    vast: z.array(tekstSchema),
    naarBehoefte: z.array(tekstSchema),
    toelichting: tekstSchema.nullable(),
    organisaties: z.array(idSchema),
    bron: bronVerwijzingSchema,
  }),
  aanmelders: aanmeldersSchema,
  instroom: tekstMetBronSchema,
  /** Null when the source says nothing of it. */
  uitstroom: tekstMetBronSchema.nullable(),
  clientondersteuning: tekstMetBronSchema,
  /** How often it meets; null when the source does not say. */
  frequentie: tekstMetBronSchema.nullable(),
  werkwijze: z.array(tekstMetBronSchema),
  kanaal: kanaalSchema,
  contacten: z.array(contactSchema).min(1),
  termijn: z
    .strictObject({
      tekst: tekstSchema,
      dagenVoorOverleg: z.number().int().positive().nullable(),
      bron: bronVerwijzingSchema,
    })
    .nullable(),
  /** A warning about the standing of what is said here, for example that it is historical. */
  status: tekstSchema.nullable(),
});

/** A table with its rules: the join of `tables/overlegtafels/<id>.json` and `rules/<id>.json`. */
export const overlegtafelSchema = tafelGegevensSchema.extend({ regels: tafelRegelSchema });
export type Overlegtafel = z.infer<typeof overlegtafelSchema>;
