import { z } from 'zod';
import { idSchema } from '../model/basis.ts';

const statusSchema = z.enum([
  /** Waits for the sender to open the link. */
  'onbevestigd',
  /** The link was not used in time, or a newer one took its place. */
  'verlopen',
  /** Waits for an attempt. */
  'wachtrij',
  /** An attempt is being made, or was cut short by a crash. */
  'bezig',
  'verstuurd',
  /** Some recipients took it, others did not. */
  'deels',
  'mislukt',
  /** The connection broke after the mail was handed over: nobody knows whether it arrived. */
  'onzeker',
]);
export type ZendingStatus = z.infer<typeof statusSchema>;

const sleutelSchema = z.string().regex(/^[\w-]{20,50}$/);

/**
 * A mail on its way, as it is kept: what it says and to whom lies sealed in a file of its own, so that here is nothing
 * to read but the table and the times.
 */
export const zendingSchema = z.strictObject({
  id: sleutelSchema,
  /** A referral to a table, or a note to its sender about how that ended. */
  soort: z.enum(['aanmelding', 'bericht']),
  tafel: idSchema,
  status: statusSchema,
  aangemaakt: z.iso.datetime(),
  gewijzigd: z.iso.datetime(),
  /** From when it waits in the queue; null before the sender confirmed. */
  bevestigd: z.iso.datetime().nullable(),
  /** When the next attempt may be made; null when it is not waiting. */
  volgende: z.iso.datetime().nullable(),
  pogingen: z.number().int().nonnegative(),
  /** The file with the sealed mail; null once it is wiped. */
  bestand: sleutelSchema.nullable(),
  /** Hash of the key in the confirmation link; null for a note. */
  sleutel: sleutelSchema.nullable(),
  /** Keyed hash of the address of the sender, for the limits. */
  afzender: sleutelSchema,
  /** Keyed hash of the mail, to recognise the same one; null for a note. */
  inhoud: sleutelSchema.nullable(),
});
export type Zending = z.infer<typeof zendingSchema>;

/** How an attempt to send ended. */
export type Uitkomst =
  | { readonly soort: 'verstuurd' }
  /** Handed over, but not for every recipient. */
  | { readonly soort: 'deels'; readonly nietAan: readonly string[] }
  /** Refused for good. */
  | { readonly soort: 'geweigerd' }
  /** Certainly nothing was delivered, and it may work later. */
  | { readonly soort: 'nietBezorgd' }
  /** Certainly nothing was delivered: this server stopped. */
  | { readonly soort: 'afgebroken' }
  | { readonly soort: 'onzeker' };
