import { expect, it } from 'vitest';
import { maskCount } from '../../../src/domain/statistics/counts.ts';

it.each([
  [0, '< 5'],
  [1, '< 5'],
  [4, '< 5'],
  [5, '5'],
  [7, '5'],
  [8, '10'],
  [1_234, '1235'],
])('shows %i as %s', (count, tekst) => {
  expect(maskCount(count)).toBe(tekst);
});
