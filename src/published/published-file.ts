import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { NOTHING_PREPARED, type Prepared, prepare, toDigest } from './prepared.ts';

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

/** Gives a file that the build prepared, by the digest of its body; null when it did not. */
export function publishPrepared(
  prepared: Prepared,
  digest: string,
  file: Pick<PublishedFile, 'type' | 'cacheControl' | 'headers'>,
): PublishedFile | null {
  const gzip = prepared.find('gzip', digest);
  const br = prepared.find('br', digest);
  return gzip && br ? { ...file, etag: digestToEtag(digest), body: null, gzip, br } : null;
}

/** The file as it is. */
export function readBody({ body, gzip }: PublishedFile): Buffer {
  return body ?? gunzipSync(gzip ?? Buffer.alloc(0));
}

/** The tag of a body; weak, since it is the same for the compressed forms, which differ in their bytes. */
export function toEtag(body: Buffer | string): string {
  return digestToEtag(toDigest(body));
}

function digestToEtag(digest: string): string {
  return `W/"${digest.slice(0, 22)}"`;
}

/** Compresses text, as far as the build did not. */
export function compress(body: Buffer, type: string, prepared: Prepared = NOTHING_PREPARED): Compressed {
  if (!/^text\/|json|svg|xml|javascript/.test(type)) return { gzip: null, br: null };
  const digest = toDigest(body);
  return {
    gzip: prepare(prepared, 'gzip', digest, () => gzipSync(body)),
    // A page is small and there are many: half of the effort takes a tenth of the time at start.
    br: prepare(prepared, 'br', digest, () =>
      brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    ),
  };
}
