import { z } from 'zod';
import { bronVerwijzingSchema, textSchema } from './basis.ts';

/** A factor that a source gives as an example for the checklist of a person, and what it mentions as a sign. */
export const checklistvoorbeeldSchema = z.strictObject({
  naam: textSchema,
  /** Which of the two it is, is our own reading where the source only gives the example. */
  soort: z.enum(['risico', 'beschermend']),
  signaal: textSchema.nullable(),
  bron: bronVerwijzingSchema,
});
