import { describe, expect, it } from 'vitest';
import { toClockText, toTimeText } from '../../src/domain/calendar.ts';

describe('a time that one reads', () => {
  it.each([
    ['2026-11-21T08:33:00Z', '9.33 uur'],
    ['2026-11-21T23:05:00Z', '0.05 uur'],
    ['2026-07-01T20:00:00Z', '22.00 uur'],
  ])('is written as opening hours are: %s', (moment, tekst) =>
    expect(toClockText(new Date(moment))).toBe(tekst),
  );

  it('stands with its day', () =>
    expect(toTimeText(new Date('2026-11-21T09:00:00Z'))).toBe('21 november 2026 om 10.00 uur'));
});
