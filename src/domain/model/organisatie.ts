import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, textSchema, textWithBronSchema } from './basis.ts';
import { contactSchema } from './contact.ts';

/** An organisation that takes part somewhere; functions and shared addresses only. */
export const organisatieSchema = z.strictObject({
  id: idSchema,
  naam: textSchema,
  ookBekendAls: z.array(textSchema),
  soort: z.enum([
    'gemeente',
    'ggz',
    'verslavingszorg',
    'reclassering',
    'politie-justitie',
    'zorgkantoor',
    'clientondersteuning',
    'regionaal',
    'landelijk',
    'huisartsen',
  ]),
  beschrijving: textSchema,
  contacten: z.array(contactSchema),
  bron: bronVerwijzingSchema,
});
export type Organisatie = z.infer<typeof organisatieSchema>;

export const aanbiederSchema = z.strictObject({
  id: idSchema,
  naam: textSchema,
  beschrijving: textSchema,
  /** Whom it supports: the person, or (CCE) the professionals. */
  voor: z.enum(['inwoner', 'professional']),
  ervaringsdeskundigen: z.boolean(),
  /** Ids of the gemeenten the source names; null when the source does not limit it. */
  gemeenten: z.array(idSchema).nullable(),
  gemeentenToelichting: textSchema,
  contacten: z.array(contactSchema).min(1),
  bron: bronVerwijzingSchema,
});
export type ClientondersteuningAanbieder = z.infer<typeof aanbiederSchema>;

/** The whole of `tables/clientondersteuning.json`. */
export const clientondersteuningSchema = z.strictObject({
  /** What the law gives everyone; `gratis` when it costs the person nothing. */
  recht: textWithBronSchema.extend({ gratis: z.boolean() }),
  taken: z.array(textWithBronSchema).min(1),
  uitgangspunten: z.array(textWithBronSchema),
  /** What to do when it is unknown which organisation works in a gemeente. */
  alsOnbekend: textWithBronSchema,
  aanbieders: z.array(aanbiederSchema).min(1),
});
