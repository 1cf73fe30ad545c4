import { findVolgendePoging, MAX_WACHTTIJD } from './find-volgende-poging.ts';
import type { Uitkomst, Zending, ZendingStatus } from './zending.ts';

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
