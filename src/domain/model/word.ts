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

/**
 * Words that people use, with what this site calls it (`tables/synoniemen.json`).
 * It says where to look, not that the words mean the same, so it states no fact and has no bron.
 */
export const synoniemSchema = z.strictObject({
  id: idSchema,
  /** What a visitor may type. */
  woorden: z.array(tekstSchema.max(60)).min(1),
  /** Words from the names of what the visitor should find: all words of one `term` must occur in one name. */
  termen: z.array(tekstSchema.max(60)).min(1),
});
export type Synoniem = z.infer<typeof synoniemSchema>;
