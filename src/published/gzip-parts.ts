import { constants, crc32, deflateRawSync } from 'node:zlib';

/** One part of a page: its bytes, and the blocks of deflate that they become, with a character for each byte (latin1). */
export interface GzipPart {
  readonly bytes: Buffer;
  readonly blocks: string;
}

/** RFC 1952: magic numbers, deflate, no flags, no time, no level, system unknown. */
const HEADER = '\x1f\x8b\x08\0\0\0\0\0\0\xff';
/** RFC 1951: an empty last block. */
const LAST_BLOCK = '\x03\0';
/** How many bytes fit in a block that is not compressed. */
const MAX_STORED = 65_535;

/** Makes a part that is kept; it is compressed when its blocks are first asked for, which some pages never do. */
export function compressPart(text: string): GzipPart {
  const bytes = Buffer.from(text);
  let blocks: string | null = null;
  return {
    bytes,
    get blocks() {
      blocks ??= deflate(bytes);
      return blocks;
    },
  };
}

/** Compresses without looking at any other part, so that it fits between any. */
function deflate(bytes: Buffer): string {
  return deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH }).toString('latin1');
}

/** Takes a part that differs per request as it is: compressing it would cost more than all the rest. */
export function storePart(text: string): GzipPart {
  const bytes = Buffer.from(text);
  let blocks = '';
  for (let begin = 0; begin < bytes.length; begin += MAX_STORED) {
    const end = Math.min(begin + MAX_STORED, bytes.length);
    blocks += toStoredHead(end - begin) + bytes.toString('latin1', begin, end);
  }
  return { bytes, blocks };
}

/** RFC 1951: what stands before a block that is not compressed, and not the last: its length, also with all bits turned. */
function toStoredHead(length: number): string {
  return String.fromCharCode(0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255);
}

/** Joins parts to the bytes of the whole. */
export function joinPlain(parts: readonly GzipPart[]): Buffer {
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}

/** Joins parts to one gzip file, with a character for each byte (latin1): Node sends that in one go with the headers. */
export function joinGzip(parts: readonly GzipPart[]): string {
  let file = HEADER;
  let sum = 0;
  let length = 0;
  for (const { bytes, blocks } of parts) {
    // Without bytes the function would begin anew.
    if (bytes.length > 0) sum = crc32(bytes, sum);
    length += bytes.length;
    file += blocks;
  }
  return file + LAST_BLOCK + toLatin1(sum) + toLatin1(length);
}

/** A number of 32 bits, the lowest byte first. */
function toLatin1(number: number): string {
  return String.fromCharCode(
    number & 255,
    (number >>> 8) & 255,
    (number >>> 16) & 255,
    (number >>> 24) & 255,
  );
}
