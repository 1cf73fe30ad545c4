import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeForm } from '../../src/http/decode-form.ts';

/** What may stand in a body: pieces of which some are no encoding of anything. */
const piece = fc.oneof(
  fc.constantFrom(
    '&',
    '=',
    '+',
    '?',
    '%',
    '%2',
    '%zz',
    '%00',
    '%C3%A9',
    '%e2%82%ac',
    '%F0%9F%98%80',
    '%ED%A0%80',
    '%C3',
    '%EF%BB%BF',
    '\uFEFF',
    '\0',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.string({ unit: 'grapheme', maxLength: 5 }).map(encodeURIComponent),
);
const body = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

function isReadable(tekst: string): boolean {
  try {
    decodeURIComponent(tekst);
    return true;
  } catch {
    return false;
  }
}

test('a form is read as URLSearchParams reads it, and refused when percent signs stand for no UTF-8', () => {
  fc.assert(
    fc.property(body, (tekst) => {
      const expected = isReadable(tekst) ? [...new URLSearchParams(tekst)] : null;
      const form = decodeForm(tekst);
      expect(form && [...form]).toEqual(expected);
    }),
    {
      numRuns: 2_000,
      examples: [['?a=1&?b=2'], ['&&=&a&=b&a=b=c'], ['%C3&%A9'], ['a%'], ['%EF%BB%BFa=%EF%BB%BFb'], ['']],
    },
  );
});
