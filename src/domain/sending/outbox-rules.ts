import { CLOCK_SLACK, isExpired, MAX_DELAY, type OutgoingMail, VALIDITY } from './outgoing-mail.ts';

/** Over how long the limits count, in milliseconds: an hour. */
export const LIMIT_WINDOW = 60 * 60_000;
/** How long it is remembered that nobody confirmed a mail, in milliseconds: a day. */
export const EXPIRED_RETENTION = 24 * 60 * 60_000;
/** How long it is remembered that a mail was sent or failed, in milliseconds: a week. */
export const RETENTION = 7 * EXPIRED_RETENTION;
/** No attempt is planned this far ahead, in milliseconds: one that seems so was planned by a clock that was wrong. */
export const FARTHEST_ATTEMPT = MAX_DELAY + LIMIT_WINDOW;

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
  return now.getTime() - Date.parse(gewijzigd) > (status === 'verlopen' ? EXPIRED_RETENTION : RETENTION);
}

/** The mail whose turn it is now: of those that wait, the one that waits longest. */
export function findDue(zendingen: readonly OutgoingMail[], now: Date): OutgoingMail | undefined {
  return zendingen
    .filter(({ volgende }) => volgende !== null && isDue(Date.parse(volgende) - now.getTime()))
    .toSorted((a, b) => String(a.volgende).localeCompare(String(b.volgende)))[0];
}

function isDue(ahead: number): boolean {
  return ahead <= 0 || ahead > FARTHEST_ATTEMPT;
}

/** When something has to be done next: an attempt, or wiping what nobody confirmed; null when there is nothing. */
export function findNextMoment(zendingen: readonly OutgoingMail[]): Date | null {
  const moments = zendingen.flatMap(({ status, volgende, aangemaakt }) => [
    ...(volgende === null ? [] : [Date.parse(volgende)]),
    ...(status === 'onbevestigd' ? [Date.parse(aangemaakt) + VALIDITY] : []),
  ]);
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}

/** How often one address may be asked to confirm in an hour without doing so: whoever is mailed did not ask for it, perhaps. */
const UNCONFIRMED = 3;

/** How many mails a sender may ask for in an hour, and how many may be confirmed by all together. */
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
  const own = zendingen.filter(({ soort, afzender }) => soort === 'aanmelding' && sender.includes(afzender));
  const unconfirmed = own.filter(({ bevestigd }) => bevestigd === null);
  const fromOwn =
    findFreeMoment(
      own.map(({ aangemaakt }) => aangemaakt),
      perSender,
      now,
    ) ??
    findFreeMoment(
      unconfirmed.map(({ aangemaakt }) => aangemaakt),
      UNCONFIRMED,
      now,
    );
  if (fromOwn) return { van: 'afzender', from: fromOwn };
  const from = findTotalRoom(zendingen, totaal, now);
  return from && { van: 'totaal', from };
}

/**
 * When one more mail may go out; null for now. Only what was confirmed counts: who asks and does not confirm takes
 * nothing away from others.
 */
export function findTotalRoom(zendingen: readonly OutgoingMail[], totaal: number, now: Date): Date | null {
  const confirmed = zendingen.flatMap(({ soort, bevestigd }) =>
    soort === 'aanmelding' && bevestigd !== null ? [bevestigd] : [],
  );
  return findFreeMoment(confirmed, totaal, now);
}

/** When the oldest of the moments of the last hour that fill the limit no longer counts; null when there is room now. */
function findFreeMoment(moments: readonly string[], limit: number, now: Date): Date | null {
  const recent = moments
    .map((moment) => Date.parse(moment))
    // A clock that was ahead must not close sending for days.
    .filter((moment) => moment > now.getTime() - LIMIT_WINDOW && moment <= now.getTime() + CLOCK_SLACK)
    .sort((a, b) => a - b);
  return recent.length < limit ? null : new Date((recent[recent.length - limit] ?? 0) + LIMIT_WINDOW);
}
