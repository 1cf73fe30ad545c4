import { z } from 'zod';
import { limitText } from './text-length.ts';

/** An id: ASCII kebab-case, the same in data, file name and URL. */
export const idSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'mag alleen kleine letters zonder accent, cijfers en streepjes hebben, zoals: meldpunt-twente',
  );

/** The key of a fact: camelCase, the same in rules, API and form fields. */
export const feitSchema = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9]*$/,
    'moet met een kleine letter beginnen en mag alleen letters zonder accent en cijfers hebben, zoals: eerderBesproken',
  );

/** Text that is really there, of at most so many characters. */
export function toRealText(max: number) {
  const melding = `is te lang: schrijf hooguit ${max.toLocaleString('nl-NL')} tekens`;
  return limitText(z.string().trim().min(1, 'mag niet leeg zijn'), max, melding);
}

/** Four times the longest that there is: what is longer was pasted by mistake, and stands on pages that everybody gets. */
export const MOST_CHARACTERS = 4_000;
export const textSchema = toRealText(MOST_CHARACTERS);

/** A calendar date, YYYY-MM-DD. */
export const dateSchema = z.iso.date('moet een datum zijn: JJJJ-MM-DD');

/** Where a fact about the world comes from: a document of bronnen.json and the heading in it. */
export const bronVerwijzingSchema = z.strictObject({ document: idSchema, kop: textSchema });
export type BronVerwijzing = z.infer<typeof bronVerwijzingSchema>;

/** A sentence or paragraph with its source. */
export const textWithBronSchema = z.strictObject({ tekst: textSchema, bron: bronVerwijzingSchema });

/** A source document or a public web page (then with url and the date it was looked up). */
export const bronSchema = z.strictObject({
  id: idSchema,
  titel: textSchema,
  jaar: z.number().int().min(2000).max(2100).nullable(),
  status: z.enum(['leidend', 'historisch', 'openbaar']),
  toelichting: textSchema,
  url: z.url().nullable(),
  geraadpleegd: dateSchema.nullable(),
});
export type Bron = z.infer<typeof bronSchema>;
