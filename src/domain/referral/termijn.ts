import type { Overlegtafel } from '../model/overlegtafel.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDate(tekst: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(tekst) && toDate(Date.parse(`${tekst}T00:00:00Z`)) === tekst;
}

/**
 * The calendar date a number of whole days later, or earlier when it is negative; YYYY-MM-DD.
 * @throws RangeError when the date does not exist, or the years 0000 to 9999 do not hold the answer.
 */
export function addDays(date: string, days: number): string {
  // Days count in UTC, where each has 24 hours: a time zone would make the days of the clock change longer or shorter.
  const later = isDate(date) ? toDate(Date.parse(`${date}T00:00:00Z`) + days * DAY) : null;
  if (later === null || !Number.isInteger(days)) {
    throw new RangeError(`No calendar date: "${date}" and ${days} days.`);
  }
  return later;
}

/**
 * The last day to hand in a case for a meeting, when that must be a number of days before it; YYYY-MM-DD.
 * @throws RangeError when the date of the meeting does not exist.
 */
export function findDeadline(overlegDate: string, days: number): string {
  return addDays(overlegDate, -days);
}

/** Whether the last day to hand in has gone by; on the day itself it has not. Both are YYYY-MM-DD. */
export function isTooLate(deadline: string, today: string): boolean {
  return today > deadline;
}

function toDate(time: number): string | null {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return null;
  const jaar = date.getUTCFullYear();
  return jaar >= 0 && jaar <= 9999 ? date.toISOString().slice(0, 10) : null;
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
  today: string,
): Termijn | null {
  if (!overlegdatum || !termijn?.dagenVoorOverleg) return null;
  const uiterlijk = findDeadline(overlegdatum, termijn.dagenVoorOverleg);
  return { overlegdatum, uiterlijk, teLaat: isTooLate(uiterlijk, today) };
}
