import { z } from 'zod';
import { feitSchema, idSchema } from './basis.ts';

const aantalSchema = z.number().int().nonnegative();

const vraagTellingSchema = z.strictObject({
  /** How often the question was shown to someone who had not answered it yet. */
  gesteld: aantalSchema,
  /** How often it was answered for the first time; who stopped here is in the difference. */
  beantwoord: aantalSchema,
  /** How many of those answers were "I do not know". */
  weetNiet: aantalSchema,
});
export type VraagTelling = z.infer<typeof vraagTellingSchema>;

/** What was counted in one week: totals only, and nothing that ties one answer to another. */
const weekTellingSchema = z.strictObject({
  gestart: aantalSchema,
  afgerond: aantalSchema,
  uitkomsten: z.record(feitSchema, aantalSchema),
  tafels: z.record(idSchema, aantalSchema),
  vragen: z.record(feitSchema, vraagTellingSchema),
});
export type WeekTelling = z.infer<typeof weekTellingSchema>;

/** The counts by ISO week, such as "2026-W47". */
export const tellingenPerWeekSchema = z.record(z.string().regex(/^\d{4}-W\d{2}$/), weekTellingSchema);
export type TellingenPerWeek = z.infer<typeof tellingenPerWeekSchema>;

/** Something that is counted. It names no gemeente, no role and no other answer. */
export type Gebeurtenis =
  | { readonly soort: 'gestart' }
  | { readonly soort: 'afgerond'; readonly uitkomst: string; readonly tafels: readonly string[] }
  | { readonly soort: 'gesteld'; readonly feit: string }
  | { readonly soort: 'beantwoord'; readonly feit: string; readonly weetNiet: boolean };
