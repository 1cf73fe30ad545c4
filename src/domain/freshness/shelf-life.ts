/**
 * After this many days an address or number is to be checked again: functions and shared mailboxes change about once a
 * year, with budgets and reorganisations, and a yearly round is what a small region can keep up.
 */
const SHELF_LIFE = 365;

const DAY = 24 * 60 * 60 * 1000;

/** How many whole days ago something was checked; `gecontroleerd` is a date, YYYY-MM-DD. */
export function countDays(gecontroleerd: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(gecontroleerd)) / DAY);
}

/** Whether something was checked too long ago to trust it without asking. */
export function isStale(gecontroleerd: string, now: Date): boolean {
  return countDays(gecontroleerd, now) > SHELF_LIFE;
}
