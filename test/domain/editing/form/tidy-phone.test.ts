import { expect, it } from 'vitest';
import { tidyPhone } from '../../../../src/domain/editing/form/as-kept.ts';

const tidy = (waarde: string) => tidyPhone({ soort: 'telefoon', waarde });

it.each([
  ['0546 54 11 12', '0546541112'],
  ['(0546) 54-11-12', '0546541112'],
  ['06 – 12 34 56 78', '0612345678'],
  ['+31 (0)53 481 81 81', '+31534818181'],
  ['0031 53 481 81 81', '+31534818181'],
  ['14 0546', '140546'],
  ['112', '112'],
])('bewaart %s als %s', (typed, kept) => {
  expect(tidy(typed)).toEqual({ soort: 'telefoon', waarde: kept });
});

it.each(['bel maar', '0546 54 11 12 toestel 3', ''])('laat %j staan zoals het is getypt', (typed) => {
  expect(tidy(typed)).toEqual({ soort: 'telefoon', waarde: typed });
});

it('laat met rust wat geen nummer is', () => {
  const site = { soort: 'website', waarde: 'https://een.example/a-b (c)' };
  expect(tidyPhone(site)).toBe(site);
  expect(tidyPhone(null)).toBe(null);
  expect(tidyPhone({ soort: 'telefoon', waarde: null })).toEqual({ soort: 'telefoon', waarde: null });
});
