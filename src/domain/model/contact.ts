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
    alsOnbekend: textSchema.nullable().default(null),
    toelichting: textSchema.nullable().default(null),
    /** The year of the only, old source that gives the value: shown with that year, and never as the way to reach someone first. */
    laatstBekend: z.number().int().min(2000).max(2100).nullable().default(null),
    bron: bronVerwijzingSchema,
    gecontroleerd: dateSchema,
  })
  .superRefine((contact, ctx) => {
    if (contact.waarde === null) {
      if (contact.alsOnbekend === null) {
        ctx.addIssue({
          code: 'custom',
          path: ['alsOnbekend'],
          message: 'vul in wat iemand doet zolang het adres of nummer niet bekend is',
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

/** A contact as it stands in `tables/contacten.json`: the one place of its address. */
export const contactFileSchema = contactSchema.safeExtend({ id: idSchema });
export type NamedContact = z.infer<typeof contactFileSchema>;

/** The id of a contact or noodnummer, where another file needs its address. */
export const contactIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'moet het id zijn van een contact uit tables/contacten.json');

/** How another file names a contact; what it adds holds in that place only. */
export const contactVerwijzingSchema = z.strictObject({
  contact: contactIdSchema,
  label: textSchema.optional(),
  toelichting: textSchema.optional(),
  bron: bronVerwijzingSchema.optional(),
});
export type ContactVerwijzing = z.infer<typeof contactVerwijzingSchema>;

/** The fields of the files that hold a list of contacts by name, and those that hold the name of one for its address only. */
export const CONTACT_LISTS: readonly string[] = ['contacten', 'algemeen'];
export const CONTACT_ADDRESSES: readonly string[] = ['adres', 'formulier'];

/** Whether one may write to it, call it or open it now: its value is known, and not only from an old list. */
export function isCurrent<T extends Pick<Contact, 'waarde' | 'laatstBekend'>>(
  contact: T,
): contact is T & { readonly waarde: string } {
  return contact.waarde !== null && contact.laatstBekend === null;
}

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
  /** The page to report on when nobody answers. */
  formulier: z.url().nullable().default(null),
  /** True for the numbers shown on every page: danger to life, now. */
  direct: z.boolean(),
  /** True for where one reports worries about someone in Twente: shown where somebody looks for the gemeente. */
  zorgen: z.boolean().default(false),
  bron: bronVerwijzingSchema,
  gecontroleerd: dateSchema,
});
export type Noodnummer = z.infer<typeof noodnummerSchema>;

/** How to reach a table or organisation, for an address book: functions and shared mailboxes, never a person. */
export interface Vcard {
  /** The page of it, which names it for ever. */
  readonly url: string;
  /** Where the newest card is. */
  readonly source: string;
  readonly naam: string;
  /** The organisation that leads it; its own name for an organisation. */
  readonly organisatie: string | null;
  readonly addresses: readonly { readonly soort: Contact['soort']; readonly waarde: string }[];
  readonly note: string;
}

/** Writes a vCard 4.0 (RFC 6350). */
export type WriteVcard = (card: Vcard) => string;

/** The first part of a Dutch number, and the rest: 14 for a gemeente, a service, or an area code of three or four digits. */
const NUMBER = /^(14|0[89]00|06|0(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[58])|0\d{3})(\d+)$/;

/** A number (digits only) as one reads it: "053-4876969". */
export function toNumberText(kies: string): string {
  const [, area, rest] = NUMBER.exec(kies) ?? [];
  if (area === undefined) return kies;
  return area === '14' ? `14 ${rest}` : `${area}-${rest}`;
}
