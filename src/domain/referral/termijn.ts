import type { Overlegtafel } from '../model/overlegtafel.ts';

const DAG = 24 * 60 * 60 * 1000;

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDatum(tekst: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(tekst) && toDatum(Date.parse(`${tekst}T00:00:00Z`)) === tekst;
}

/**
 * The calendar date a number of whole days later, or earlier when it is negative; YYYY-MM-DD.
 * @throws RangeError when the date does not exist, or the years 0000 to 9999 do not hold the answer.
 */
export function addDagen(datum: string, dagen: number): string {
  // Days count in UTC, where each has 24 hours: a time zone would make the days of the clock change longer or shorter.
  const later = isDatum(datum) ? toDatum(Date.parse(`${datum}T00:00:00Z`) + dagen * DAG) : null;
  if (later === null || !Number.isInteger(dagen)) {
    throw new RangeError(`No calendar date: "${datum}" and ${dagen} days.`);
  }
  return later;
}

/**
 * The last day to hand in a case for a meeting, when that must be a number of days before it; YYYY-MM-DD.
 * @throws RangeError when the date of the meeting does not exist.
 */
export function findUiterlijk(overlegDatum: string, dagen: number): string {
  return addDagen(overlegDatum, -dagen);
}

/** Whether the last day to hand in has gone by; on the day itself it has not. Both are YYYY-MM-DD. */
export function isTeLaat(uiterlijk: string, vandaag: string): boolean {
  return vandaag > uiterlijk;
}

function toDatum(tijd: number): string | null {
  const datum = new Date(tijd);
  if (Number.isNaN(datum.getTime())) return null;
  const jaar = datum.getUTCFullYear();
  return jaar >= 0 && jaar <= 9999 ? datum.toISOString().slice(0, 10) : null;
}

/** The last day to hand in a case for a meeting; calendar dates, YYYY-MM-DD. */
export interface Termijn {
  readonly overlegdatum: string;
  readonly uiterlijk: string;
  readonly teLaat: boolean;
}

/** The deadline of a table for the meeting that was filled in; null without a deadline or a date. */
export function findTermijn(
  { termijn }: Overlegtafel,
  overlegdatum: string | undefined,
  vandaag: string,
): Termijn | null {
  if (!overlegdatum || !termijn?.dagenVoorOverleg) return null;
  const uiterlijk = findUiterlijk(overlegdatum, termijn.dagenVoorOverleg);
  return { overlegdatum, uiterlijk, teLaat: isTeLaat(uiterlijk, vandaag) };
}
