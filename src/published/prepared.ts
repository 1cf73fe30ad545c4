import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { CODE_ID } from './code-id.ts';

/**
 * What takes long to make and depends on nothing but what it is made of: made in the build, found back at the start by
 * the digest of what went in. So it is never out of date: other content is found under another digest, or not at all.
 */
export interface Prepared {
  /** What was made of this; null where that is still to be done. `kind` tells apart what is made of the same. */
  find(kind: string, digest: string): Buffer | null;
  /** Keeps what was made, where that is of use: in the build. */
  keep(kind: string, digest: string, output: Buffer): void;
}

/** In the file of the build. */
interface Saved {
  /** The code that made it: other code may make something else of the same. */
  readonly codeId: string | null;
  readonly outputs: ReadonlyMap<string, Uint8Array>;
}

/** By what something is found back. */
export function toDigest(input: string | Buffer): string {
  return createHash('sha256').update(input).digest('base64url');
}

/** Finds what `make` would make, or lets it. */
export function prepare(prepared: Prepared, kind: string, digest: string, make: () => Buffer): Buffer {
  const found = prepared.find(kind, digest);
  if (found) return found;
  const output = make();
  prepared.keep(kind, digest, output);
  return output;
}

/** Nothing is there, nothing is kept. */
export const NOTHING_PREPARED: Prepared = { find: () => null, keep: () => {} };

/** Reads what the build prepared; without that file, or with one of other code, everything is made at the start. */
export function readPrepared(file: string): Prepared {
  const outputs = readOutputs(file);
  if (!outputs) return NOTHING_PREPARED;
  return {
    find: (kind, digest) => {
      const output = outputs.get(`${kind} ${digest}`);
      return output ? Buffer.from(output.buffer, output.byteOffset, output.byteLength) : null;
    },
    keep: () => {},
  };
}

function readOutputs(file: string): Saved['outputs'] | null {
  try {
    const { codeId, outputs }: Saved = deserialize(readFileSync(file));
    return codeId === CODE_ID && outputs instanceof Map ? outputs : null;
  } catch {
    return null;
  }
}

/** For the build: keeps everything that is made, to be saved in a file. */
export function createPreparation(): Prepared & { save(file: string): void } {
  const outputs = new Map<string, Buffer>();
  return {
    find: (kind, digest) => outputs.get(`${kind} ${digest}`) ?? null,
    keep: (kind, digest, output) => outputs.set(`${kind} ${digest}`, output),
    save: (file) => writeFileSync(file, serialize({ codeId: CODE_ID, outputs } satisfies Saved)),
  };
}
