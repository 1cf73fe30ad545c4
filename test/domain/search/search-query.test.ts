import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toSearchQuery } from '../../../src/domain/search/search-query.ts';

it.each([
  ['  wacht \t\n lijst ', 'wacht lijst'],
  ['zorg\u00adkantoor', 'zorgkantoor'],
  ['top\u0000x\u001b[31m', 'top x [31m'],
  ['a\u202eb', 'ab'],
  ['', ''],
])('makes one clean line of %j', (tekst, vraag) => {
  expect(toSearchQuery(tekst)).toEqual({ vraag, ingekort: false });
});

it('keeps the first 100 characters and says so', () => {
  expect(toSearchQuery('é'.repeat(101))).toEqual({ vraag: 'é'.repeat(100), ingekort: true });
  expect(toSearchQuery('x'.repeat(100_000)).ingekort).toBe(true);
  expect(toSearchQuery(`${' '.repeat(5_000)}x`)).toEqual({ vraag: '', ingekort: true });
});

it('never gives half a character, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (tekst) => {
      const { vraag } = toSearchQuery(tekst);
      expect(Array.from(vraag).length).toBeLessThanOrEqual(100);
      expect(() => encodeURIComponent(vraag)).not.toThrow();
    }),
  );
});
