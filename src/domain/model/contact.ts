import { z } from 'zod';
import { bronVerwijzingSchema, dateSchema, idSchema, textSchema } from './basis.ts';

const addressPattern = {
  'e-mail': z.email('is geen e-mailadres'),
  telefoon: z
    .string()
    .regex(
      /^(\+31\d{9}|0\d{9}|0800\d{4,7}|0900\d{4,7}|14\d{3,4}|112|113)$/,
      'is geen telefoonnummer (alleen cijfers, of +31…)',
    ),
  website: z.url({ protocol: /^https?$/, error: 'is geen webadres (https://…)' }),
};

/**
 * One way to reach a function or a shared mailbox, never a person.
 * `waarde: null` means that the sources do not give it; then `alsOnbekend` says what to do instead.
 */
export const contactSchema = z
  .strictObject({
    soort: z.enum(['e-mail', 'telefoon', 'website']),
    label: textSchema,
    waarde: z.string().nullable(),
    alsOnbekend: textSchema.nullable(),
    toelichting: textSchema.nullable(),
    bron: bronVerwijzingSchema,
    gecontroleerd: dateSchema,
  })
  .superRefine((contact, ctx) => {
    if (contact.waarde === null) {
      if (contact.alsOnbekend === null) {
        ctx.addIssue({
          code: 'custom',
          path: ['alsOnbekend'],
          message: 'moet zeggen wat iemand doet nu de waarde onbekend is',
        });
      }
      return;
    }
    const result = addressPattern[contact.soort].safeParse(contact.waarde);
    if (!result.success) {
      ctx.addIssue({
        code: 'custom',
        path: ['waarde'],
        message: `"${contact.waarde}" ${result.error.issues[0]?.message ?? 'klopt niet'}`,
      });
    }
  });
export type Contact = z.infer<typeof contactSchema>;

/** A number for (acute) danger; `nummer: null` where everyone has an own number, such as the huisarts. */
export const noodnummerSchema = z.strictObject({
  id: idSchema,
  naam: textSchema,
  wanneer: textSchema,
  /** As shown. */
  nummer: textSchema.nullable(),
  /** As dialled: digits only. */
  kies: z
    .string()
    .regex(/^\d{3,11}$/)
    .nullable(),
  alternatief: z.strictObject({ nummer: textSchema, kies: z.string().regex(/^\d{3,11}$/) }).nullable(),
  alsOnbekend: textSchema.nullable(),
  bereikbaar: textSchema.nullable(),
  /** True for the numbers shown on every page: danger to life, now. */
  direct: z.boolean(),
  bron: bronVerwijzingSchema,
  gecontroleerd: dateSchema,
});
export type Noodnummer = z.infer<typeof noodnummerSchema>;
