import { addDays, addWorkingDays } from '../calendar.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';

/**
 * The last day to hand in a case for a meeting, when that must be a number of days before it; YYYY-MM-DD.
 * @throws RangeError when the date of the meeting does not exist.
 */
export function findDeadline(overlegDate: string, days: number): string {
  return addDays(overlegDate, -days);
}

/** Whether the last day to hand in has gone by; on the day itself it has not. Both are YYYY-MM-DD. */
export function isDeadlinePast(deadline: string, today: string): boolean {
  return today > deadline;
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
  return { overlegdatum, uiterlijk, teLaat: isDeadlinePast(uiterlijk, today) };
}

/** After this many working days one asks whether a package arrived. Our own advice: no source gives a number. */
export const NABELLEN_DAYS = 5;

/** The day on which to look whether a table answered: the working day after its meeting, or else some days from today. */
export function findAskDay(today: string, overlegdatum: string | undefined): string {
  return overlegdatum && overlegdatum >= today
    ? addWorkingDays(overlegdatum, 1)
    : addWorkingDays(today, NABELLEN_DAYS);
}
