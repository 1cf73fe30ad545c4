import { GELDIGHEID, isVerlopen } from './overgangen.ts';
import type { Zending } from './zending.ts';

const DAG = 24 * 60 * 60_000;
/** How long it is remembered that a mail was sent or failed, in milliseconds: a week. */
const BEWAARTIJD = 7 * DAG;

/** The mail with what it said wiped, because nobody confirmed it in time. */
export function laatVerlopen(zending: Zending, nu: Date): Zending {
  return { ...zending, status: 'verlopen', gewijzigd: nu.toISOString(), volgende: null, bestand: null };
}

/** Lets go of what is past its time; gives the very same list when there is nothing to do. */
export function ruimOp(zendingen: readonly Zending[], nu: Date): readonly Zending[] {
  const over = zendingen
    .filter((zending) => !isOud(zending, nu))
    .map((zending) =>
      zending.status === 'onbevestigd' && isVerlopen(zending, nu) ? laatVerlopen(zending, nu) : zending,
    );
  const gelijk =
    over.length === zendingen.length && over.every((zending, plaats) => zending === zendingen[plaats]);
  return gelijk ? zendingen : over;
}

function isOud({ status, gewijzigd }: Zending, nu: Date): boolean {
  if (status === 'onbevestigd' || status === 'wachtrij' || status === 'bezig') return false;
  return nu.getTime() - Date.parse(gewijzigd) > (status === 'verlopen' ? DAG : BEWAARTIJD);
}

/** The mail whose turn it is now: of those that wait, the one that waits longest. */
export function findAanDeBeurt(zendingen: readonly Zending[], nu: Date): Zending | undefined {
  return zendingen
    .filter(({ volgende }) => volgende !== null && Date.parse(volgende) <= nu.getTime())
    .toSorted((a, b) => String(a.volgende).localeCompare(String(b.volgende)))[0];
}

/** When something has to be done next: an attempt, or wiping what nobody confirmed; null when there is nothing. */
export function findVolgendMoment(zendingen: readonly Zending[]): Date | null {
  const momenten = zendingen.flatMap(({ status, volgende, aangemaakt }) => [
    ...(volgende === null ? [] : [Date.parse(volgende)]),
    ...(status === 'onbevestigd' ? [Date.parse(aangemaakt) + GELDIGHEID] : []),
  ]);
  return momenten.length === 0 ? null : new Date(Math.min(...momenten));
}
