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
/** In bytes: what stands before a block that is not compressed, and how long that may be. */
const STORED_HEAD = 5;
const MAX_STORED = 65_535;

/** Makes a part that is kept; it is compressed when its blocks are first asked for, which some pages never do. */
export function compressPart(text: string): GzipPart {
  const bytes = Buffer.from(text);
  let blocks: Buffer | null = null;
  return {
    bytes,
    get blocks() {
      blocks ??= deflate(bytes);
      return blocks;
    },
  };
}

/** Compresses without looking at any other part, so that it fits between any. */
function deflate(bytes: Buffer): Buffer {
  // A copy of just these bytes: what zlib gives is a corner of 16 KB, all of which would stay.
  return Buffer.from(deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH }));
}

/** Takes a part that differs per request as it is: compressing it would cost more than all the rest. */
export function storePart(text: string): GzipPart {
  const length = Buffer.byteLength(text);
  if (length > MAX_STORED) return storeLong(Buffer.from(text));
  const blocks = Buffer.allocUnsafe(STORED_HEAD + length);
  writeStoredHead(blocks, 0, length);
  blocks.write(text, STORED_HEAD);
  return { bytes: blocks.subarray(STORED_HEAD), blocks };
}

function storeLong(bytes: Buffer): GzipPart {
  const blocks = Buffer.alloc(bytes.length + STORED_HEAD * Math.ceil(bytes.length / MAX_STORED));
  for (let begin = 0, at = 0; begin < bytes.length; begin += MAX_STORED) {
    const part = bytes.subarray(begin, begin + MAX_STORED);
    writeStoredHead(blocks, at, part.length);
    part.copy(blocks, at + STORED_HEAD);
    at += STORED_HEAD + part.length;
  }
  return { bytes, blocks };
}

/** RFC 1951: a block that is stored, not the last one; its length, and the same with all bits turned. */
function writeStoredHead(blocks: Buffer, at: number, length: number): void {
  blocks[at] = 0;
  blocks.writeUInt16LE(length, at + 1);
  blocks.writeUInt16LE(~length & 0xffff, at + 3);
}

/** Joins parts to the bytes of the whole. */
export function joinPlain(parts: readonly GzipPart[]): Buffer {
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}

/** Joins parts to one gzip file. */
export function joinGzip(parts: readonly GzipPart[]): Buffer {
  const end = Buffer.allocUnsafe(8);
  const blocks: Buffer[] = [HEADER];
  let sum = 0;
  let length = 0;
  for (const part of parts) {
    // Without bytes the function would begin anew.
    if (part.bytes.length > 0) sum = crc32(part.bytes, sum);
    length += part.bytes.length;
    blocks.push(part.blocks);
  }
  end.writeUInt32LE(sum, 0);
  end.writeUInt32LE(length, 4);
  blocks.push(LAST_BLOCK, end);
  return Buffer.concat(blocks);
}
