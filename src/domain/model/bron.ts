import { z } from 'zod';
import { datumSchema, idSchema, tekstSchema } from './basis.ts';

/** A source document or a public web page (then with url and the date it was looked up). */
export const bronSchema = z.strictObject({
  id: idSchema,
  titel: tekstSchema,
  jaar: z.number().int().min(2000).max(2100).nullable(),
  status: z.enum(['leidend', 'historisch', 'openbaar']),
  toelichting: tekstSchema,
  url: z.url().nullable(),
  geraadpleegd: datumSchema.nullable(),
});
export type Bron = z.infer<typeof bronSchema>;
