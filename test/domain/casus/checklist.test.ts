import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import type { Aantekening, Casus } from '../../../src/domain/casus/casus.ts';
import { beginCasus } from '../../../src/domain/casus/change-casus.ts';
import { findCoincidingSignals, listTrends, SIGNAL_DAYS } from '../../../src/domain/casus/checklist.ts';
import { mergeCasussen } from '../../../src/domain/casus/merge-casus.ts';
import { CODE, toMoment } from '../../support/arbitrary-casus.ts';

const FACTORS = ['slapen', 'eten', 'buren'];
type Line = readonly [day: number, factor: string, verloop: Aantekening['verloop']];

function toCasus(lines: readonly Line[]): Casus {
  const casus: Casus = {
    ...beginCasus(CODE, toMoment(0)),
    checklist: FACTORS.map((id) => ({ id, genoteerd: toMoment(0), soort: 'risico', naam: id, signaal: '' })),
    logboek: lines.map(([day, factor, verloop], index) => ({
      id: `regel-${String(index).padStart(3, '0')}`,
      genoteerd: toMoment(0),
      datum: addDays('2026-01-01', day),
      functie: 'wijkcoach',
      organisatie: 'gemeente',
      gezien: 'iets',
      factor,
      verloop,
      teDoen: '',
      gedaan: '',
    })),
  };
  return mergeCasussen(casus, casus);
}
const find = (...lines: Line[]) =>
  findCoincidingSignals(toCasus(lines)).map(({ factor, datum }) => [factor.id, datum]);

it('a factor goes as its last entry says, by day and not by when it was written down', () => {
  const trends = listTrends(
    toCasus([
      [9, 'slapen', 'slechter'],
      [2, 'slapen', 'beter'],
      [12, 'slapen', ''],
      [5, 'slapen', 'gelijk'],
      [9, '', 'beter'],
    ]),
  );
  const [slapen, eten] = ['slapen', 'eten'].map((id) => trends.find(({ factor }) => factor.id === id));
  expect([slapen?.laatste?.verloop, slapen?.laatste?.datum]).toEqual(['slechter', '2026-01-10']);
  expect(slapen?.daarvoor?.verloop).toBe('gelijk');
  expect([eten?.laatste, eten?.daarvoor]).toEqual([null, null]);
});

it(`signals on two factors within ${SIGNAL_DAYS} days coincide; a day more and they do not`, () => {
  expect(find([1, 'slapen', 'slechter'], [1 + SIGNAL_DAYS, 'eten', 'slechter'])).toEqual([
    ['slapen', '2026-01-02'],
    ['eten', '2026-01-16'],
  ]);
  expect(find([1, 'slapen', 'slechter'], [2 + SIGNAL_DAYS, 'eten', 'slechter'])).toEqual([]);
  expect(find([1, 'slapen', 'slechter'], [2, 'slapen', 'slechter'])).toEqual([]);
  expect(find([1, 'slapen', 'slechter'], [2, 'onbekend', 'slechter'], [2, '', 'slechter'])).toEqual([]);
});

it('a signal stands until somebody writes that it no longer gets worse', () => {
  const signals: Line[] = [
    [1, 'slapen', 'slechter'],
    [2, 'eten', 'slechter'],
  ];
  expect(find(...signals, [90, 'buren', 'beter'])).toHaveLength(2);
  expect(find(...signals, [3, 'eten', 'gelijk'])).toEqual([]);
});

it('finds the last coincidence that there is, as looking at every pair does', () => {
  const line = fc.tuple(
    fc.nat(60),
    fc.constantFrom(...FACTORS),
    fc.constantFrom('slechter' as const, 'slechter' as const, 'beter' as const),
  );
  let found = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const casus = toCasus(lines);
      const standing = listTrends(casus).flatMap(({ factor, signalen }) =>
        signalen.map(({ datum }) => ({ id: factor.id, datum })),
      );
      const ends = standing
        .filter(({ id, datum }) =>
          standing.some(
            (other) => other.id !== id && other.datum <= datum && other.datum >= addDays(datum, -SIGNAL_DAYS),
          ),
        )
        .map(({ datum }) => datum)
        .sort();
      const coinciding = findCoincidingSignals(casus);
      expect(
        coinciding
          .map(({ datum }) => datum)
          .sort()
          .at(-1),
      ).toBe(ends.at(-1));
      expect(coinciding).toHaveLength(new Set(coinciding.map(({ factor }) => factor.id)).size);
      found += coinciding.length;
    }),
    { numRuns: 2_000 },
  );
  expect(found).toBeGreaterThan(500);
});
