import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashFiles, toCanonicalJson } from '../../../src/domain/editing/hash-files.ts';
import { toSha256 } from '../../../src/domain/editing/sha256.ts';

const toExpected = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

it('is the SHA-256 of every text, also at the edges of a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const text = 'é'.repeat(length % 3) + 'x'.repeat(length);
    expect(toSha256(text)).toBe(toExpected(text));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
      expect(toSha256(text)).toBe(toExpected(text));
    }),
  );
});

/** The same value, with the keys of every object the other way round. */
function turnAround(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnAround);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turnAround(part)]),
  );
}

it('the order of keys makes no difference, and everything else does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (files, other) => {
      expect(hashFiles(turnAround(files) as typeof files)).toBe(hashFiles(files));
      const changed = { ...files, nieuw: other };
      expect(hashFiles(changed) === hashFiles(files)).toBe(
        Object.hasOwn(files, 'nieuw') && toCanonicalJson(files.nieuw) === toCanonicalJson(other),
      );
    }),
  );
});

it('the order of a list counts', () => {
  expect(hashFiles({ a: [1, 2] })).not.toBe(hashFiles({ a: [2, 1] }));
});
