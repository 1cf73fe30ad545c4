import { expect, it } from 'vitest';
import {
  beginCasus,
  putAntwoorden,
  putVelden,
  readAntwoorden,
  readVelden,
} from '../../../src/domain/casus/change-casus.ts';
import { chooseValue, listConflicts } from '../../../src/domain/casus/conflicts.ts';
import { mergeCasussen } from '../../../src/domain/casus/merge-casus.ts';
import { CODE, rules, toMoment } from '../../support/arbitrary-casus.ts';

const begun = beginCasus(CODE, toMoment(0));

it.each([0, 1])('whichever text is chosen (%i) counts, also after joining with the other again', (index) => {
  const both = ['de ene', 'de andere']
    .map((hulpvraag) => putVelden(begun, rules, 'topx', { hulpvraag }, toMoment(5)))
    .reduce(mergeCasussen);
  const [conflict] = listConflicts(both);
  if (!conflict) throw new Error('no conflict');
  // Even by a clock that is behind.
  const chosen = chooseValue(both, conflict, index, toMoment(2));
  const end = mergeCasussen(chosen, both);
  expect(listConflicts(end)).toEqual([]);
  expect(readVelden(end, rules, 'topx').hulpvraag).toBe(conflict.waarden[index]);
});

it.each([0, 1])('whichever answer is chosen (%i) counts', (index) => {
  const both = ['enschede', 'almelo']
    .map((gemeente) => putAntwoorden(begun, { gemeente }, toMoment(5)))
    .reduce(mergeCasussen);
  const [conflict] = listConflicts(both);
  if (!conflict) throw new Error('no conflict');
  const end = mergeCasussen(chooseValue(both, conflict, index, toMoment(9)), both);
  expect(listConflicts(end)).toEqual([]);
  expect(readAntwoorden(end).gemeente).toBe(conflict.waarden[index]);
});

it('a text of tables that do not differ stays as it is', () => {
  const ours = putVelden(begun, rules, 'topx', { hulpvraag: 'de ene' }, toMoment(5));
  const also = putVelden(ours, rules, 'regiotafel-wlz', { hulpvraag: 'de ene' }, toMoment(5));
  const both = mergeCasussen(also, putVelden(begun, rules, 'topx', { hulpvraag: 'de andere' }, toMoment(5)));
  const chosen = chooseValue(both, { soort: 'veld', naam: 'hulpvraag' }, 0, toMoment(9));
  expect(readVelden(chosen, rules, 'topx').hulpvraag).toBe('de andere');
  expect(readVelden(chosen, rules, 'regiotafel-wlz').hulpvraag).toBe('de ene');
});

it.each(['__proto__', 'constructor', 'hulpvraag'])('no conflict in %s, no change', (naam) => {
  for (const soort of ['antwoord', 'veld'] as const)
    expect(chooseValue(begun, { soort, naam }, 0, toMoment(9))).toBe(begun);
});
