import { toIsoWeek } from '../domain/statistics/counts.ts';

const HOUR = 60 * 60 * 1000;

/** Tells the ISO week of now. A week begins on the hour, so it is worked out once an hour. */
export function createWeekClock(now: () => Date): () => string {
  let week = { hour: Number.NaN, naam: '' };
  return () => {
    const moment = now();
    const hour = Math.floor(moment.getTime() / HOUR);
    if (hour !== week.hour) week = { hour, naam: toIsoWeek(moment) };
    return week.naam;
  };
}
