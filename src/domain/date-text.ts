import { addDays, toDutchDay } from './calendar.ts';

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** Made when it is first used: that reads the data of a language, for 9 ms of the start. */
let time: Intl.DateTimeFormat | null = null;

/** A date (YYYY-MM-DD) in words: "21 november 2026". */
export function toDateText(date: string): string {
  const [jaar, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 0) - 1]} ${jaar}`;
}

/** A moment as it is on the clock in Twente: "21 november 2026 om 10:00". */
export function toTimeText(moment: Date): string {
  time ??= new Intl.DateTimeFormat('nl-NL', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  });
  return time.format(moment);
}

/**
 * After this many days an address or number is to be checked again: functions and shared mailboxes change about once a
 * year, with budgets and reorganisations, and a yearly round is what a small region can keep up.
 */
const SHELF_LIFE = 365;

const DAY = 24 * 60 * 60 * 1000;

/** How many whole days ago something was checked; `gecontroleerd` is a date, YYYY-MM-DD. */
export function countDays(gecontroleerd: string, now: Date): number {
  return (toDutchDay(now).getTime() - Date.parse(gecontroleerd)) / DAY;
}

/** The last day on which a check still counts, YYYY-MM-DD. */
export function toShelfEnd(gecontroleerd: string): string {
  return addDays(gecontroleerd, SHELF_LIFE);
}

/** Whether something was checked too long ago to trust it without asking. */
export function isStale(gecontroleerd: string, now: Date): boolean {
  return countDays(gecontroleerd, now) > SHELF_LIFE;
}
