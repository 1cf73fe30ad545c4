import { expect, it } from 'vitest';
import { toIsoWeek } from '../../../src/domain/statistics/counts.ts';

it.each([
  ['2026-11-21T09:00:00Z', '2026-W47'],
  ['2026-11-22T22:59:59Z', '2026-W47'],
  // Monday begins at midnight in the Netherlands.
  ['2026-11-22T23:00:00Z', '2026-W48'],
  ['2026-07-05T22:00:00Z', '2026-W28'],
  // A year has 52 or 53 weeks, and the first days may belong to the year before.
  ['2026-12-31T12:00:00Z', '2026-W53'],
  ['2027-01-03T12:00:00Z', '2026-W53'],
  ['2027-01-04T12:00:00Z', '2027-W01'],
  ['2024-12-30T12:00:00Z', '2025-W01'],
])('puts %s in %s', (moment, week) => {
  expect(toIsoWeek(new Date(moment))).toBe(week);
});

it('keeps the time of the Netherlands, also where the clock changes', () => {
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' });
  const HOUR = 60 * 60 * 1000;
  for (let moment = Date.UTC(2020, 0, 1); moment < Date.UTC(2040, 0, 1); moment += HOUR) {
    const now = new Date(moment);
    // The week of noon on that day is the week of the day wherever one is.
    const day = new Date(`${clock.format(now)}T12:00:00Z`);
    if (toIsoWeek(now) !== toIsoWeek(day)) expect(now.toISOString()).toBe(day.toISOString());
  }
});
