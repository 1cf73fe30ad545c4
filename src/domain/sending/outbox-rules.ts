import { isExpired, type OutgoingMail, VALIDITY } from './outgoing-mail.ts';

const DAY = 24 * 60 * 60_000;
/** How long it is remembered that a mail was sent or failed, in milliseconds: a week. */
const RETENTION = 7 * DAY;

/** The mail with what it said wiped, because nobody confirmed it in time. */
export function expire(outgoingMail: OutgoingMail, now: Date): OutgoingMail {
  return { ...outgoingMail, status: 'verlopen', gewijzigd: now.toISOString(), volgende: null, bestand: null };
}

/** Lets go of what is past its time; gives the very same list when there is nothing to do. */
export function cleanUp(zendingen: readonly OutgoingMail[], now: Date): readonly OutgoingMail[] {
  const over = zendingen
    .filter((outgoingMail) => !isOld(outgoingMail, now))
    .map((outgoingMail) =>
      outgoingMail.status === 'onbevestigd' && isExpired(outgoingMail, now)
        ? expire(outgoingMail, now)
        : outgoingMail,
    );
  const equal =
    over.length === zendingen.length &&
    over.every((outgoingMail, place) => outgoingMail === zendingen[place]);
  return equal ? zendingen : over;
}

function isOld({ status, gewijzigd }: OutgoingMail, now: Date): boolean {
  if (status === 'onbevestigd' || status === 'wachtrij' || status === 'bezig') return false;
  return now.getTime() - Date.parse(gewijzigd) > (status === 'verlopen' ? DAY : RETENTION);
}

/** The mail whose turn it is now: of those that wait, the one that waits longest. */
export function findDue(zendingen: readonly OutgoingMail[], now: Date): OutgoingMail | undefined {
  return zendingen
    .filter(({ volgende }) => volgende !== null && Date.parse(volgende) <= now.getTime())
    .toSorted((a, b) => String(a.volgende).localeCompare(String(b.volgende)))[0];
}

/** When something has to be done next: an attempt, or wiping what nobody confirmed; null when there is nothing. */
export function findNextMoment(zendingen: readonly OutgoingMail[]): Date | null {
  const moments = zendingen.flatMap(({ status, volgende, aangemaakt }) => [
    ...(volgende === null ? [] : [Date.parse(volgende)]),
    ...(status === 'onbevestigd' ? [Date.parse(aangemaakt) + VALIDITY] : []),
  ]);
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}

const HOUR = 60 * 60_000;

/** How many mails may be asked for in an hour. */
export interface Limits {
  readonly perSender: number;
  readonly totaal: number;
}

/** Which limit is reached, and from when one more may be asked for. */
export interface ReachedLimit {
  readonly van: 'afzender' | 'totaal';
  readonly from: Date;
}

/**
 * The limit that stands in the way of one more mail now, or null. `sender` holds the hashes of the address of the
 * sender, one for each secret that counts.
 */
export function findLimit(
  zendingen: readonly OutgoingMail[],
  sender: readonly string[],
  { perSender, totaal }: Limits,
  now: Date,
): ReachedLimit | null {
  const recent = zendingen.filter(
    ({ soort, aangemaakt }) => soort === 'aanmelding' && Date.parse(aangemaakt) > now.getTime() - HOUR,
  );
  const own = recent.filter((outgoingMail) => sender.includes(outgoingMail.afzender));
  const fromOwn = findRoom(own, perSender);
  if (fromOwn) return { van: 'afzender', from: fromOwn };
  const from = findRoom(recent, totaal);
  return from && { van: 'totaal', from };
}

/** When the oldest of the mails that fill the limit no longer counts; null when there is room now. */
function findRoom(zendingen: readonly OutgoingMail[], limit: number): Date | null {
  if (zendingen.length < limit) return null;
  const moments = zendingen.map(({ aangemaakt }) => Date.parse(aangemaakt)).sort((a, b) => a - b);
  return new Date((moments[moments.length - limit] ?? 0) + HOUR);
}
