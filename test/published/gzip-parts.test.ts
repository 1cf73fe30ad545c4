import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compressPart, joinGzip, storePart } from '../../src/published/gzip-parts.ts';

it('joins parts, compressed or not, to a file that unpacks to all of them in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ bytes: fc.uint8Array({ maxLength: 2_000 }), compress: fc.boolean() })),
      (parts) => {
        const joined = joinGzip(
          parts.map(({ bytes, compress }) => (compress ? compressPart : storePart)(Buffer.from(bytes))),
        );
        expect(gunzipSync(joined)).toEqual(Buffer.concat(parts.map(({ bytes }) => bytes)));
      },
    ),
  );
});

it('takes a part of any length as it is', () => {
  const long = Buffer.alloc(200_000, 'een lange tekst ');
  expect(gunzipSync(joinGzip([storePart(long), compressPart(long)]))).toEqual(Buffer.concat([long, long]));
});
