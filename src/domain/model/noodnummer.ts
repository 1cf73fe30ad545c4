import { z } from 'zod';
import { bronVerwijzingSchema, datumSchema, idSchema, tekstSchema } from './basis.ts';

/** A number for (acute) danger; `nummer: null` where everyone has an own number, such as the huisarts. */
export const noodnummerSchema = z.strictObject({
  id: idSchema,
  naam: tekstSchema,
  wanneer: tekstSchema,
  /** As shown. */
  nummer: tekstSchema.nullable(),
  /** As dialled: digits only. */
  kies: z
    .string()
    .regex(/^\d{3,11}$/)
    .nullable(),
  alternatief: z.strictObject({ nummer: tekstSchema, kies: z.string().regex(/^\d{3,11}$/) }).nullable(),
  alsOnbekend: tekstSchema.nullable(),
  bereikbaar: tekstSchema.nullable(),
  /** True for the numbers shown on every page: danger to life, now. */
  direct: z.boolean(),
  bron: bronVerwijzingSchema,
  gecontroleerd: datumSchema,
});
export type Noodnummer = z.infer<typeof noodnummerSchema>;
