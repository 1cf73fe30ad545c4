import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePercent } from '../../src/web/form.ts';

const asNode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
/** What comes of it, or that nothing does. */
const attempt = (decode: (text: string) => string, text: string) => {
  try {
    return { text: decode(text) };
  } catch {
    return 'refused';
  }
};

describe('a part of a form', () => {
  it('is what was typed, however it was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const [[, value]] = [...new URLSearchParams({ typed })] as [[string, string]];
        expect(decodePercent(new URLSearchParams({ typed }).toString().slice('typed='.length))).toBe(value);
        expect(decodePercent(encodeURIComponent(value))).toBe(value);
      }),
    );
  });

  it('is, or is not, what Node makes of it', () => {
    const piece = fc.constantFrom(
      ...[
        '%',
        '%4',
        '%41',
        '%4g',
        '%E2%82%AC',
        '%e2%82',
        '%F0%9F%98%80',
        '%ED%A0%80',
        '%C0%80',
        '%EF%BB%BF',
        '%00',
      ],
      ...['+', 'a', 'é', '€', '😀', '\ufeff', '\0', '%25', '%2B', '%FF', '%f4%90%80%80'],
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        const expected = attempt(asNode, text);
        if (expected === 'refused') refused += 1;
        expect(attempt(decodePercent, text)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});
