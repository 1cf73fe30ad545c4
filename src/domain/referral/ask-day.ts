import { addWorkingDays } from '../calendar.ts';

/** After this many working days one asks whether a package arrived. Our own advice: no source gives a number. */
export const NABELLEN_DAYS = 5;

/** The day on which to look whether a table answered: the working day after its meeting, or else some days from today. */
export function findAskDay(today: string, overlegdatum: string | undefined): string {
  return overlegdatum && overlegdatum >= today
    ? addWorkingDays(overlegdatum, 1)
    : addWorkingDays(today, NABELLEN_DAYS);
}
