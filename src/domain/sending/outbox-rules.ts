import { GELDIGHEID, isVerlopen, type Zending } from './outgoing-mail.ts';

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

const UUR = 60 * 60_000;

/** How many mails may be asked for in an hour. */
export interface Limieten {
  readonly perAfzender: number;
  readonly totaal: number;
}

/** Which limit is reached, and from when one more may be asked for. */
export interface BereikteLimiet {
  readonly van: 'afzender' | 'totaal';
  readonly vanaf: Date;
}

/**
 * The limit that stands in the way of one more mail now, or null. `afzender` holds the hashes of the address of the
 * sender, one for each secret that counts.
 */
export function findLimiet(
  zendingen: readonly Zending[],
  afzender: readonly string[],
  { perAfzender, totaal }: Limieten,
  nu: Date,
): BereikteLimiet | null {
  const recent = zendingen.filter(
    ({ soort, aangemaakt }) => soort === 'aanmelding' && Date.parse(aangemaakt) > nu.getTime() - UUR,
  );
  const eigen = recent.filter((zending) => afzender.includes(zending.afzender));
  const vanafEigen = findRuimte(eigen, perAfzender);
  if (vanafEigen) return { van: 'afzender', vanaf: vanafEigen };
  const vanaf = findRuimte(recent, totaal);
  return vanaf && { van: 'totaal', vanaf };
}

/** When the oldest of the mails that fill the limit no longer counts; null when there is room now. */
function findRuimte(zendingen: readonly Zending[], limiet: number): Date | null {
  if (zendingen.length < limiet) return null;
  const momenten = zendingen.map(({ aangemaakt }) => Date.parse(aangemaakt)).sort((a, b) => a - b);
  return new Date((momenten[momenten.length - limiet] ?? 0) + UUR);
}
