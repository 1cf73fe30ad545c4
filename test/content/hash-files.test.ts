import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashFiles, toCanonicalJson } from '../../src/content/content-source.ts';

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
