import { z } from 'zod';
import { bronVerwijzingSchema, idSchema, textSchema } from './basis.ts';

/** A word of the field with its explanation in plain Dutch. */
export const wordSchema = z.strictObject({
  id: idSchema,
  woord: textSchema,
  ookBekendAls: z.array(textSchema),
  uitleg: textSchema,
  /** Null for a plain explanation that states no fact about the world. */
  bron: bronVerwijzingSchema.nullable(),
});
export type WordEntry = z.infer<typeof wordSchema>;

/**
 * Words that people use, with what this site calls it (`tables/synoniemen.json`).
 * It says where to look, not that the words mean the same, so it states no fact and has no bron.
 */
export const synonymSchema = z.strictObject({
  id: idSchema,
  /** What a visitor may type. */
  woorden: z.array(textSchema.max(60)).min(1),
  /** Words from the names of what the visitor should find: all words of one `term` must occur in one name. */
  termen: z.array(textSchema.max(60)).min(1),
});
export type Synonym = z.infer<typeof synonymSchema>;
