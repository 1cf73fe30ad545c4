import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ITEM_LISTS, VERWIJZING_STANDEN } from '../../../src/domain/casus/casus.ts';
import { beginCasus, putVelden, readVelden } from '../../../src/domain/casus/change-casus.ts';
import { listConflicts } from '../../../src/domain/casus/conflicts.ts';
import { mergeCasussen } from '../../../src/domain/casus/merge-casus.ts';
import { parseCasus } from '../../../src/domain/casus/parse-casus.ts';
import { writeCasus } from '../../../src/domain/casus/write-casus.ts';
import { CODE, histories, rules, toMoment } from '../../support/arbitrary-casus.ts';
import { chooseShare } from '../../support/long-form.ts';

const RUNS = chooseShare(2_000, 10_000);

it(`in ${RUNS} histories of three partners every order of exchange gives the same file`, () => {
  const ends = new Set<string>();
  let conflicts = 0;
  const removed = new Set<string>();
  const standen = new Set<string>();
  fc.assert(
    fc.property(histories, ([a, b, c]) => {
      const all = mergeCasussen(mergeCasussen(a, b), c);
      const end = JSON.stringify(all);
      // Associative and commutative: all orders, all ways of taking two together.
      for (const [x, y, z] of [
        [a, c, b],
        [b, a, c],
        [b, c, a],
        [c, a, b],
        [c, b, a],
      ] as const) {
        expect(JSON.stringify(mergeCasussen(mergeCasussen(x, y), z))).toBe(end);
        expect(JSON.stringify(mergeCasussen(x, mergeCasussen(y, z)))).toBe(end);
      }
      // Idempotent: what is in it already changes nothing.
      for (const one of [a, b, c, all]) expect(JSON.stringify(mergeCasussen(all, one))).toBe(end);
      // The file is the case: nothing falls away on the way through it.
      const read = parseCasus(rules, writeCasus(all), '2026-11-21', toMoment(0));
      if ('fout' in read) throw new Error(read.fout);
      expect(read.gevallen).toEqual([]);
      expect(JSON.stringify(read.casus)).toBe(end);
      ends.add(end);
      conflicts += listConflicts(all).length;
      for (const list of ITEM_LISTS) if (all[list].some(({ weg }) => weg)) removed.add(list);
      for (const { stand } of all.verwijzingen) standen.add(stand);
      // Nor does a second time through it change a letter.
      expect(writeCasus(read.casus)).toBe(writeCasus(all));
    }),
    { numRuns: RUNS },
  );
  // The histories differ, and partners did write at the same moment.
  expect(ends.size).toBeGreaterThan(RUNS / 3);
  expect(conflicts).toBeGreaterThan(10);
  // Of every list something was taken out, and packages got every state.
  expect([...removed].sort()).toEqual([...ITEM_LISTS].sort());
  expect([...standen].sort()).toEqual([...VERWIJZING_STANDEN].sort());
});

const write = (tafel: string, hulpvraag: string, tick: number, casus = beginCasus(CODE, toMoment(0))) =>
  putVelden(casus, rules, tafel, { hulpvraag }, toMoment(tick));

it('the last change of a text wins, and of one moment both are shown', () => {
  const late = mergeCasussen(write('topx', 'eerst', 1), write('topx', 'later', 2));
  expect(readVelden(late, rules, 'topx').hulpvraag).toBe('later');
  expect(listConflicts(late)).toEqual([]);
  const both = mergeCasussen(write('topx', 'de ene', 1), write('topx', 'de andere', 1));
  expect(listConflicts(both)).toEqual([
    { soort: 'veld', naam: 'hulpvraag', waarden: ['de andere', 'de ene'] },
  ]);
});

it('a text is in the file once, and per table only where it differs', () => {
  const first = write('topx', 'dezelfde vraag', 1);
  expect(readVelden(first, rules, 'regiotafel-wlz').hulpvraag).toBe('dezelfde vraag');
  const same = write('regiotafel-wlz', 'dezelfde vraag', 2, first);
  expect(same.velden.hulpvraag).toHaveLength(1);
  const other = write('regiotafel-wlz', 'een andere vraag', 3, same);
  expect(readVelden(other, rules, 'topx').hulpvraag).toBe('dezelfde vraag');
  expect(readVelden(other, rules, 'regiotafel-wlz').hulpvraag).toBe('een andere vraag');
  // A table that has none yet begins with what was written last.
  expect(readVelden(other, rules, 'mobiel-p10-team').hulpvraag).toBe('een andere vraag');
});

it('the name, number and address of who refers do not go along', () => {
  const casus = putVelden(
    beginCasus(CODE, toMoment(0)),
    rules,
    'topx',
    { aanmelderNaam: 'Kim', telefoon: '053-4815700', email: 'kim@voorbeeld.nl', functie: 'wijkcoach' },
    toMoment(1),
  );
  expect(Object.keys(casus.velden)).toEqual(['functie']);
});
