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

/** How long a confirmation link works, in milliseconds: one hour. */
export const GELDIGHEID = 60 * 60_000;

/** Whether the link of a mail can no longer be used. */
export function isVerlopen({ aangemaakt }: Zending, nu: Date): boolean {
  return nu.getTime() >= Date.parse(aangemaakt) + GELDIGHEID;
}

/** The mail once its sender has confirmed it: it may be sent from now on, from the file that it is in now. */
export function bevestigZending(zending: Zending, bestand: string, nu: Date): Zending {
  const moment = nu.toISOString();
  return { ...zending, status: 'wachtrij', gewijzigd: moment, bevestigd: moment, volgende: moment, bestand };
}

/** The mail while an attempt is made. Must be safely on disk before the attempt, so that it is never made twice. */
export function beginPoging(zending: Zending, nu: Date): Zending {
  return {
    ...zending,
    status: 'bezig',
    gewijzigd: nu.toISOString(),
    volgende: null,
    pogingen: zending.pogingen + 1,
  };
}

/** The mail after an attempt: it waits for the next one, or it is over and what it said is wiped. */
export function eindigPoging(zending: Zending, uitkomst: Uitkomst, nu: Date): Zending {
  const gewijzigd = nu.toISOString();
  const wachtTot = (moment: Date): Zending => ({
    ...zending,
    status: 'wachtrij',
    gewijzigd,
    volgende: moment.toISOString(),
  });
  if (uitkomst.soort === 'afgebroken') return wachtTot(nu);
  if (uitkomst.soort === 'nietBezorgd' || magOpnieuw(zending, uitkomst)) {
    const moment = findVolgendePoging(
      zending.pogingen,
      new Date(zending.bevestigd ?? zending.aangemaakt),
      nu,
    );
    if (moment) return wachtTot(moment);
  }
  return { ...zending, status: toEindstatus(uitkomst), gewijzigd, volgende: null, bestand: null };
}

/** A note may come twice: that is better than a sender who does not hear that a referral failed. */
function magOpnieuw({ soort }: Zending, uitkomst: Uitkomst): boolean {
  return soort === 'bericht' && uitkomst.soort === 'onzeker';
}

function toEindstatus({ soort }: Uitkomst): ZendingStatus {
  if (soort === 'verstuurd' || soort === 'deels' || soort === 'onzeker') return soort;
  return 'mislukt';
}

/** Whether a mail waited too long to be sent still: after a day the sender must hear that it failed. */
export function isTeLaat({ bevestigd, aangemaakt }: Zending, nu: Date): boolean {
  return nu.getTime() - Date.parse(bevestigd ?? aangemaakt) > MAX_WACHTTIJD;
}

/** Whether the sender must hear how this ended. A note about a note is never made. */
export function vraagtBericht({ soort, status }: Zending): boolean {
  return soort === 'aanmelding' && (status === 'mislukt' || status === 'onzeker' || status === 'deels');
}

/** Whether the same mail may not be sent once more: it is on its way, or it may have arrived. */
export function isBlijvend({ status }: Zending): boolean {
  return !['onbevestigd', 'verlopen', 'mislukt'].includes(status);
}

/** How long to wait after each attempt, in minutes; the last one repeats. */
const PAUZES = [1, 5, 15, 30, 60, 120, 240];
const MINUUT = 60_000;

/** How long after the confirmation a mail may still be sent, in milliseconds: 24 hours. */
const MAX_WACHTTIJD = 24 * 60 * MINUUT;

/** When to try again after so many attempts; null when that is too long after the confirmation. */
export function findVolgendePoging(pogingen: number, bevestigd: Date, nu: Date): Date | null {
  const pauze = PAUZES[Math.min(Math.max(pogingen, 1), PAUZES.length) - 1] ?? 0;
  const moment = new Date(nu.getTime() + pauze * MINUUT);
  return moment.getTime() - bevestigd.getTime() > MAX_WACHTTIJD ? null : moment;
}
