import { expect, it } from 'vitest';
import {
  addEvent,
  type CountsPerWeek,
  countAbandoned,
  countsPerWeekSchema,
  type SiteEvent,
} from '../../../src/domain/statistics/counts.ts';

const EVENTS: readonly SiteEvent[] = [
  { soort: 'gestart' },
  { soort: 'gesteld', feit: 'rol' },
  { soort: 'gesteld', feit: 'rol' },
  { soort: 'beantwoord', feit: 'rol', weetNiet: true },
  { soort: 'afgerond', uitkomst: 'aanmelden', tafels: ['topx', 'triage-transfertafel'] },
  { soort: 'afgerond', uitkomst: 'aanmelden', tafels: ['topx'] },
];

it('counts totals per week, and nothing that ties one answer to another', () => {
  const weken: CountsPerWeek = {};
  for (const event of EVENTS) addEvent(weken, '2026-W47', event);
  expect(weken).toEqual({
    '2026-W47': {
      gestart: 1,
      afgerond: 2,
      uitkomsten: { aanmelden: 2 },
      tafels: { topx: 2, 'triage-transfertafel': 1 },
      vragen: { rol: { gesteld: 2, beantwoord: 1, weetNiet: 1 } },
    },
  });
  expect(countsPerWeekSchema.safeParse(weken).success).toBe(true);
});

it('keeps weeks apart', () => {
  const weken: CountsPerWeek = {};
  for (const week of ['2026-W47', '2026-W48', '2026-W48']) addEvent(weken, week, { soort: 'gestart' });
  expect(Object.entries(weken).map(([week, { gestart }]) => [week, gestart])).toEqual([
    ['2026-W47', 1],
    ['2026-W48', 2],
  ]);
});

it('tells how many stopped at a question, never fewer than none', () => {
  expect(countAbandoned({ gesteld: 5, beantwoord: 3, weetNiet: 0 })).toBe(2);
  // Who comes back to a page by the browser answers it without being asked again.
  expect(countAbandoned({ gesteld: 3, beantwoord: 4, weetNiet: 0 })).toBe(0);
});
