import { addDays, countDays, toDutchDate } from './calendar.ts';

/**
 * After this many days an address or number is to be checked again: functions and shared mailboxes change about once a
 * year, with budgets and reorganisations, and a yearly round is what a small region can keep up.
 */
const SHELF_LIFE = 365;

/** The last day on which a check still counts, YYYY-MM-DD. */
export function toShelfEnd(gecontroleerd: string): string {
  return addDays(gecontroleerd, SHELF_LIFE);
}

/** Whether something was checked too long ago to trust it without asking. */
export function isStale(gecontroleerd: string, now: Date): boolean {
  return countDays(gecontroleerd, toDutchDate(now)) > SHELF_LIFE;
}
