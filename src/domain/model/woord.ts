import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, tekstSchema } from './basis.ts';

/** A word of the field with its explanation in plain Dutch. */
export const woordSchema = z.strictObject({
  id: idSchema,
  woord: tekstSchema,
  ookBekendAls: z.array(tekstSchema),
  uitleg: tekstSchema,
  /** Null for a plain explanation that states no fact about the world. */
  bron: bronVerwijzingSchema.nullable(),
});
export type Woord = z.infer<typeof woordSchema>;
