import { addDays, isDate } from '../calendar.ts';

/** Of which day a field asks the date: of a meeting that is to come, or of something that happened. */
export type Dag = 'overleg' | 'feit';

/** A fault in a date, or what to ask about one that is possible but not likely; null when it is as one expects. */
export type DateOordeel = 'geenDatum' | 'jaar' | 'toekomst' | 'geweest' | 'ver' | null;

/** Nothing that a referral tells is older, and no meeting is planned further away than so many days. */
const FIRST = '1900-01-01';
const LAST = '2199-12-31';
const TWO_YEARS = 731;

/** Judges a date of a referral; `today` is the date in the Netherlands. The one check for every field with a date. */
export function judgeDate(tekst: string, dag: Dag, today: string): DateOordeel {
  if (!isDate(tekst)) return 'geenDatum';
  if (!isLikelyDate(tekst)) return 'jaar';
  if (dag === 'feit') return tekst > today ? 'toekomst' : null;
  if (tekst < today) return 'geweest';
  return tekst > addDays(today, TWO_YEARS) ? 'ver' : null;
}

/** Whether a text is a day that somebody can mean: not a typing error in the year. */
export function isLikelyDate(tekst: string): boolean {
  return isDate(tekst) && tekst >= FIRST && tekst <= LAST;
}
