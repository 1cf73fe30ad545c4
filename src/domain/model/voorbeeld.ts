import { z } from 'zod';
import { feitSchema, idSchema, tekstSchema } from './basis.ts';
import { UITKOMSTEN } from './uitkomst.ts';

/** An invented case with the answers to all questions that it brings, to show how the tree is walked. */
export const voorbeeldSchema = z.strictObject({
  id: idSchema,
  naam: tekstSchema,
  antwoorden: z.record(feitSchema, z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])),
  /** What the advice is; the content check makes sure that it still is. */
  uitkomst: z.enum(UITKOMSTEN),
  /** Ids of the tables and provisions that fit and may be used now. */
  tafels: z.array(idSchema),
});
export type Voorbeeld = z.infer<typeof voorbeeldSchema>;
