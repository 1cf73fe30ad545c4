import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

/**
 * What takes long to make and depends on nothing but what it is made of: made in the build, found back at the start by
 * the hash of what went in. So it is never out of date: other content is found under another hash, or not at all.
 */
export interface Prepared {
  /** What was made of this; null where that is still to be done. `kind` tells apart what is made of the same. */
  find(kind: string, input: string | Buffer): Buffer | null;
  /** Keeps what was made, where that is of use: in the build. */
  keep(kind: string, input: string | Buffer, output: Buffer): void;
}

/** Finds what `make` would make, or lets it. */
export function prepare(
  prepared: Prepared,
  kind: string,
  input: string | Buffer,
  make: () => Buffer,
): Buffer {
  const found = prepared.find(kind, input);
  if (found) return found;
  const output = make();
  prepared.keep(kind, input, output);
  return output;
}

/** Nothing is there, nothing is kept. */
export const NOTHING_PREPARED: Prepared = { find: () => null, keep: () => {} };

/** Reads what the build prepared; without that file, or with one that cannot be read, everything is made at the start. */
export function readPrepared(file: string): Prepared {
  let outputs: ReadonlyMap<string, Uint8Array>;
  try {
    outputs = deserialize(readFileSync(file));
  } catch {
    return NOTHING_PREPARED;
  }
  return {
    find: (kind, input) => {
      const output = outputs.get(toKey(kind, input));
      return output ? Buffer.from(output.buffer, output.byteOffset, output.byteLength) : null;
    },
    keep: () => {},
  };
}

/** For the build: keeps everything that is made, to be saved in a file. */
export function createPreparation(): Prepared & { save(file: string): void } {
  const outputs = new Map<string, Buffer>();
  return {
    find: (kind, input) => outputs.get(toKey(kind, input)) ?? null,
    keep: (kind, input, output) => outputs.set(toKey(kind, input), output),
    save: (file) => writeFileSync(file, serialize(outputs)),
  };
}

function toKey(kind: string, input: string | Buffer): string {
  return `${kind} ${createHash('sha256').update(input).digest('base64url')}`;
}
