import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { NOTHING_PREPARED, type Prepared, prepare } from './prepared.ts';

/** Something that is the same for every visitor: made and compressed once at start, handed out from memory. */
export interface PublishedFile {
  readonly type: string;
  readonly cacheControl: string;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Null where compressing brings nothing. */
  readonly gzip: Buffer | null;
  readonly br: Buffer | null;
}

/** Published files by path. */
export type PublishedFiles = ReadonlyMap<string, PublishedFile>;

/** The compressed forms; null where compressing brings nothing. */
type Compressed = Pick<PublishedFile, 'gzip' | 'br'>;

/** Prepares a file for handing out; text is compressed unless that was done before. */
export function publish(
  body: Buffer,
  type: string,
  cacheControl: string,
  headers: Readonly<Record<string, string>> = {},
  compressed: Compressed = compress(body, type),
): PublishedFile {
  return { type, cacheControl, etag: toEtag(body), headers, body, ...compressed };
}

/** The tag of a body; weak, since it is the same for the compressed forms, which differ in their bytes. */
export function toEtag(body: Buffer | string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Compresses text, as far as the build did not. */
export function compress(body: Buffer, type: string, prepared: Prepared = NOTHING_PREPARED): Compressed {
  if (!/^text\/|json|svg|xml|javascript/.test(type)) return { gzip: null, br: null };
  return {
    gzip: prepare(prepared, 'gzip', body, () => gzipSync(body)),
    // A page is small and there are many: half of the effort takes a tenth of the time at start.
    br: prepare(prepared, 'br', body, () =>
      brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    ),
  };
}
