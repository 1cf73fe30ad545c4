import { z } from 'zod';

/** The last week of which the mail about what waits was sent, and to whom. */
export const weekberichtSchema = z.strictObject({
  /** An ISO week, such as `2026-W49`. */
  week: z.string().regex(/^\d{4}-W\d{2}$/),
  /** The ids of the medewerkers who got it, or are getting it. */
  aan: z.array(z.string()),
});
export type Weekbericht = z.infer<typeof weekberichtSchema>;
