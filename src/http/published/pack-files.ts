import type { PublishedFile, PublishedFiles } from './published-file.ts';

/** Where some bytes are among all. */
type Place = readonly [offset: number, length: number];
/** The bodies of a file; null where it has none in that form. */

type Bodies = Readonly<Record<'body' | 'gzip' | 'br', Place | null>>;

/** Published files as one thread hands them to another: all bytes in one piece, which moves and is not copied. */
export interface PackedFiles {
  readonly bytes: ArrayBuffer;
  readonly files: readonly (readonly [
    path: string,
    file: Omit<PublishedFile, keyof Bodies>,
    bodies: Bodies,
  ])[];
}

/** Packs files for another thread. */
export function packFiles(files: PublishedFiles): PackedFiles {
  const parts: Buffer[] = [];
  let length = 0;
  const put = (part: Buffer | null): Place | null => {
    if (!part) return null;
    const place = [length, part.length] as const;
    parts.push(part);
    length += part.length;
    return place;
  };
  const packed = [...files].map(
    ([path, { body, gzip, br, ...file }]) =>
      [path, file, { body: put(body), gzip: put(gzip), br: put(br) }] as const,
  );
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return { bytes: bytes.buffer, files: packed };
}

/** The files that were packed; they share their bytes. */
export function unpackFiles({ bytes, files }: PackedFiles): PublishedFiles {
  const take = (place: Place | null) => (place ? Buffer.from(bytes, ...place) : null);
  return new Map(
    files.map(([path, file, { body, gzip, br }]) => [
      path,
      { ...file, body: take(body), gzip: take(gzip), br: take(br) },
    ]),
  );
}
