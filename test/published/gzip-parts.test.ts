import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  compressPart,
  type GzipPart,
  joinGzip,
  joinPlain,
  storePart,
} from '../../src/published/gzip-parts.ts';

/** What a browser makes of the parts, joined as gzip. */
const unzip = (parts: readonly GzipPart[]) => gunzipSync(Buffer.from(joinGzip(parts), 'latin1'));

it('joins parts, compressed or not, to a file that unpacks to all of them in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ text: fc.string({ unit: 'binary', maxLength: 2_000 }), compress: fc.boolean() })),
      (texts) => {
        const parts = texts.map(({ text, compress }) => (compress ? compressPart : storePart)(text));
        expect(joinPlain(parts)).toEqual(Buffer.concat(texts.map(({ text }) => Buffer.from(text))));
        expect(unzip(parts)).toEqual(joinPlain(parts));
      },
    ),
  );
});

it.each([65_535, 65_536, 131_070, 200_001])('takes a text of %i bytes as it is', (length) => {
  const long = 'één lange tekst '.repeat(length).slice(0, length - 100);
  const bytes = Buffer.from(long);
  const ascii = 'x'.repeat(length);
  expect(unzip([storePart(ascii), compressPart(long), storePart(long)])).toEqual(
    Buffer.concat([Buffer.from(ascii), bytes, bytes]),
  );
});

it('compresses what is kept', () => {
  expect(compressPart('een lange tekst '.repeat(100)).blocks.length).toBeLessThan(100);
});
