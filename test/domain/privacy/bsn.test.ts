import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBsn } from '../../../src/domain/privacy/find-number.ts';

const digit = fc.integer({ min: 0, max: 9 });

describe('isBsn', () => {
  it.each(['123456782', '111222333', '999990019', '010000008', '10000008', '12345672'])(
    'takes %s, which is right by the 11-proef',
    (digits) => {
      expect(isBsn(digits)).toBe(true);
    },
  );

  it.each([
    ['123456789', 'wrong by the 11-proef'],
    ['000000000', 'all zeros'],
    ['00000000', 'all zeros, eight digits'],
    ['', 'nothing'],
    ['1234567', 'seven digits'],
    ['1234567820', 'ten digits'],
    ['123.456.782', 'not bare digits'],
    ['12345678a', 'a letter'],
    ['12345678\n', 'a line end'],
    ['١٢٣٤٥٦٧٨٢', 'digits of another script'],
  ])('refuses %j: %s', (digits) => {
    expect(isBsn(digits)).toBe(false);
  });

  it('reads eight digits as nine with a zero in front', () => {
    fc.assert(
      fc.property(fc.array(digit, { minLength: 8, maxLength: 8 }), (digits) => {
        expect(isBsn(digits.join(''))).toBe(isBsn(`0${digits.join('')}`));
      }),
    );
  });

  it('sees every typing error of one digit', () => {
    const index = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(index, fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = [...'123456782'];
        digits[at] = String((Number(digits[at]) + shift) % 10);
        expect(isBsn(digits.join(''))).toBe(false);
      }),
    );
  });
});
