import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isDate } from '../../../src/domain/calendar.ts';
import { findDeadline, isDeadlinePast } from '../../../src/domain/referral/referral-days.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2110-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('de laatste dag om in te dienen', () => {
  it.each([
    ['drie weken voor het overleg', '2026-12-14', 21, '2026-11-23'],
    ['over de jaarwisseling', '2027-01-05', 21, '2026-12-15'],
    ['over 29 februari', '2028-03-10', 21, '2028-02-18'],
    ['op 29 februari', '2028-03-21', 21, '2028-02-29'],
    ['over februari zonder 29', '2027-03-21', 21, '2027-02-28'],
    ['over het ingaan van de zomertijd', '2027-04-01', 21, '2027-03-11'],
    ['over het ingaan van de wintertijd', '2026-11-02', 21, '2026-10-12'],
    ['op de dag zelf', '2026-12-14', 0, '2026-12-14'],
  ])('%s', (_name, overleg, days, deadline) => {
    expect(findDeadline(overleg, days)).toBe(deadline);
  });

  it('is nog niet voorbij op de dag zelf, en een dag later wel', () => {
    expect(isDeadlinePast('2026-11-23', '2026-11-22')).toBe(false);
    expect(isDeadlinePast('2026-11-23', '2026-11-23')).toBe(false);
    expect(isDeadlinePast('2026-11-23', '2026-11-24')).toBe(true);
    expect(isDeadlinePast('2026-12-31', '2027-01-01')).toBe(true);
  });

  it('ligt precies zoveel dagen eerder, in elke tijdzone waarin de server staat', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (overleg, days) => {
        const deadline = findDeadline(overleg, days);
        expect(addDays(deadline, days)).toBe(overleg);
        expect((Date.parse(overleg) - Date.parse(deadline)) / 86_400_000).toBe(days);
        expect(isDeadlinePast(deadline, overleg)).toBe(days > 0);
      }),
    );
  });

  it.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-1-1',
    '14-12-2026',
    '2026-12-14T00:00',
    '',
    ' 2026-12-14',
  ])('kan niet bij een dag die niet bestaat: %j', (noDay) => {
    expect(isDate(noDay)).toBe(false);
    expect(() => findDeadline(noDay, 21)).toThrow(RangeError);
  });

  it('kan niet met een half aantal dagen of buiten de kalender', () => {
    expect(isDate('2028-02-29')).toBe(true);
    expect(() => findDeadline('2026-12-14', 1.5)).toThrow(RangeError);
    expect(() => findDeadline('0000-01-01', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });
});
