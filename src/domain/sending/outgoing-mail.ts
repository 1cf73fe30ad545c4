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
export type OutgoingMailStatus = z.infer<typeof statusSchema>;

const keySchema = z.string().regex(/^[\w-]{20,50}$/);

/**
 * A mail on its way, as it is kept: what it says and to whom lies sealed in a file of its own, so that here is nothing
 * to read but the table and the times.
 */
export const outgoingMailSchema = z.strictObject({
  id: keySchema,
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
  bestand: keySchema.nullable(),
  /** Hash of the key in the confirmation link; null for a note. */
  sleutel: keySchema.nullable(),
  /** Keyed hash of the address of the sender, for the limits. */
  afzender: keySchema,
  /** Keyed hash of the mail, to recognise the same one; null for a note. */
  inhoud: keySchema.nullable(),
});
export type OutgoingMail = z.infer<typeof outgoingMailSchema>;

/** How an attempt to send ended. */
export type SendResult =
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

/** How long a confirmation link works, in milliseconds: one hour. */
export const VALIDITY = 60 * 60_000;

/** How far the clocks of two servers may differ, in milliseconds; a moment further ahead is of a clock that was wrong. */
export const CLOCK_SLACK = 5 * 60_000;

/** Whether the link of a mail can no longer be used; one from the future never could. */
export function isExpired({ aangemaakt }: OutgoingMail, now: Date): boolean {
  const age = now.getTime() - Date.parse(aangemaakt);
  return age >= VALIDITY || age < -CLOCK_SLACK;
}

/** The mail once its sender has confirmed it: it may be sent from `from` on, out of the file that it is in now. */
export function confirmMail(
  outgoingMail: OutgoingMail,
  bestand: string,
  now: Date,
  from = now,
): OutgoingMail {
  const moment = now.toISOString();
  return {
    ...outgoingMail,
    status: 'wachtrij',
    gewijzigd: moment,
    bevestigd: moment,
    volgende: from.toISOString(),
    bestand,
  };
}

/** The mail while an attempt is made. Must be safely on disk before the attempt, so that it is never made twice. */
export function beginAttempt(outgoingMail: OutgoingMail, now: Date): OutgoingMail {
  return {
    ...outgoingMail,
    status: 'bezig',
    gewijzigd: now.toISOString(),
    volgende: null,
    pogingen: outgoingMail.pogingen + 1,
  };
}

/** The mail after an attempt: it waits for the next one, or it is over and what it said is wiped. */
export function endAttempt(outgoingMail: OutgoingMail, uitkomst: SendResult, now: Date): OutgoingMail {
  const gewijzigd = now.toISOString();
  const waitUntil = (moment: Date): OutgoingMail => ({
    ...outgoingMail,
    status: 'wachtrij',
    gewijzigd,
    volgende: moment.toISOString(),
  });
  if (uitkomst.soort === 'afgebroken') return waitUntil(now);
  if (uitkomst.soort === 'nietBezorgd' || mayRetry(outgoingMail, uitkomst)) {
    const moment = findNextAttempt(
      outgoingMail.pogingen,
      new Date(outgoingMail.bevestigd ?? outgoingMail.aangemaakt),
      now,
    );
    if (moment) return waitUntil(moment);
  }
  return { ...outgoingMail, status: toFinalStatus(uitkomst), gewijzigd, volgende: null, bestand: null };
}

/** A note may come twice: that is better than a sender who does not hear that a referral failed. */
function mayRetry({ soort }: OutgoingMail, uitkomst: SendResult): boolean {
  return soort === 'bericht' && uitkomst.soort === 'onzeker';
}

function toFinalStatus({ soort }: SendResult): OutgoingMailStatus {
  if (soort === 'verstuurd' || soort === 'deels' || soort === 'onzeker') return soort;
  return 'mislukt';
}

/** Whether a mail waited too long to be sent still: after a day the sender must hear that it failed. */
export function isTooLate({ bevestigd, aangemaakt }: OutgoingMail, now: Date): boolean {
  return now.getTime() - Date.parse(bevestigd ?? aangemaakt) > MAX_DELAY;
}

/** Whether the sender must hear how this ended. A note about a note is never made. */
export function wantsNote({ soort, status }: OutgoingMail): boolean {
  return soort === 'aanmelding' && (status === 'mislukt' || status === 'onzeker' || status === 'deels');
}

/** Whether the same mail may not be sent once more: it is on its way, or it may have arrived. */
export function isPermanent({ status }: OutgoingMail): boolean {
  return !['onbevestigd', 'verlopen', 'mislukt'].includes(status);
}

/** How long to wait after each attempt, in minutes; the last one repeats. */
const PAUSES = [1, 5, 15, 30, 60, 120, 240];
const MINUTE = 60_000;

/** How long after the confirmation a mail may still be sent, in milliseconds: 24 hours. */
export const MAX_DELAY = 24 * 60 * MINUTE;

/** When to try again after so many attempts; null when that is too long after the confirmation. */
export function findNextAttempt(pogingen: number, confirmed: Date, now: Date): Date | null {
  const pause = PAUSES[Math.min(Math.max(pogingen, 1), PAUSES.length) - 1] ?? 0;
  const moment = new Date(now.getTime() + pause * MINUTE);
  return moment.getTime() - confirmed.getTime() > MAX_DELAY ? null : moment;
}
