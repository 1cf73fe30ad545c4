import { constants, crc32, deflateRawSync } from 'node:zlib';

/** One part of a page: its bytes, and the blocks of deflate that they become. */
export interface GzipPart {
  readonly bytes: Buffer;
  readonly blocks: Buffer;
}

/** RFC 1952: magic numbers, deflate, no flags, no time, no level, system unknown. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** RFC 1951: an empty last block. */
const LAST_BLOCK = Buffer.from([3, 0]);
const MAX_STORED = 65_535;

/** Compresses a part that is made at start; it looks at no other part, so it fits between any. */
export function compressPart(bytes: Buffer): GzipPart {
  return { bytes, blocks: deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH }) };
}

/** Takes a part that differs per request as it is: compressing it would cost more than all the rest. */
export function storePart(bytes: Buffer): GzipPart {
  const blocks: Buffer[] = [];
  for (let begin = 0; begin < bytes.length; begin += MAX_STORED) {
    const deel = bytes.subarray(begin, begin + MAX_STORED);
    const kop = Buffer.alloc(5);
    kop.writeUInt16LE(deel.length, 1);
    kop.writeUInt16LE(~deel.length & 0xffff, 3);
    blocks.push(kop, deel);
  }
  return { bytes, blocks: Buffer.concat(blocks) };
}

/** Joins parts to one gzip file. */
export function joinGzip(parts: readonly GzipPart[]): Buffer {
  const eind = Buffer.alloc(8);
  let som = 0;
  let lengte = 0;
  for (const { bytes } of parts) {
    // Without bytes the function would begin anew.
    if (bytes.length > 0) som = crc32(bytes, som);
    lengte += bytes.length;
  }
  eind.writeUInt32LE(som, 0);
  eind.writeUInt32LE(lengte, 4);
  return Buffer.concat([HEADER, ...parts.map(({ blocks }) => blocks), LAST_BLOCK, eind]);
}
