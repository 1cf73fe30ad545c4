import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';

/** Something that is the same for every visitor: made and compressed once, handed out from memory. */
export interface PublishedFile {
  readonly type: string;
  readonly cacheControl: string;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where it is kept in its compressed forms alone: hardly anyone asks for it as it is. */
  readonly body: Buffer | null;
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
  return {
    type,
    cacheControl,
    etag: toEtag(body),
    headers,
    body: compressed.gzip ? null : body,
    ...compressed,
  };
}

/** The file as it is. */
export function readBody({ body, gzip }: PublishedFile): Buffer {
  return body ?? gunzipSync(gzip ?? Buffer.alloc(0));
}

/** The tag of a body; weak, since it is the same for the compressed forms, which differ in their bytes. */
export function toEtag(body: Buffer | string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

function compress(body: Buffer, type: string): Compressed {
  if (!/^text\/|json|svg|xml|javascript/.test(type)) return { gzip: null, br: null };
  return {
    gzip: gzipSync(body),
    // A page is small and there are many: half of the effort takes a tenth of the time at start.
    br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  };
}
