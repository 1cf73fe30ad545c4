import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, tekstMetBronSchema, tekstSchema } from './basis.ts';
import { contactSchema } from './contact.ts';

/** An organisation that takes part somewhere; functions and shared addresses only. */
export const organisatieSchema = z.strictObject({
  id: idSchema,
  naam: tekstSchema,
  ookBekendAls: z.array(tekstSchema),
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
  beschrijving: tekstSchema,
  contacten: z.array(contactSchema),
  bron: bronVerwijzingSchema,
});
export type Organisatie = z.infer<typeof organisatieSchema>;

const aanbiederSchema = z.strictObject({
  id: idSchema,
  naam: tekstSchema,
  beschrijving: tekstSchema,
  /** Whom it supports: the person, or (CCE) the professionals. */
  voor: z.enum(['inwoner', 'professional']),
  ervaringsdeskundigen: z.boolean(),
  /** Ids of the gemeenten the source names; null when the source does not limit it. */
  gemeenten: z.array(idSchema).nullable(),
  gemeentenToelichting: tekstSchema,
  contacten: z.array(contactSchema).min(1),
  bron: bronVerwijzingSchema,
});
export type ClientondersteuningAanbieder = z.infer<typeof aanbiederSchema>;

/** The whole of `tables/clientondersteuning.json`. */
export const clientondersteuningSchema = z.strictObject({
  /** What the law gives everyone; `gratis` when it costs the person nothing. */
  recht: tekstMetBronSchema.extend({ gratis: z.boolean() }),
  taken: z.array(tekstMetBronSchema).min(1),
  uitgangspunten: z.array(tekstMetBronSchema),
  /** What to do when it is unknown which organisation works in a gemeente. */
  alsOnbekend: tekstMetBronSchema,
  aanbieders: z.array(aanbiederSchema).min(1),
});
