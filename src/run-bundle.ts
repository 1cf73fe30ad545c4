import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { crc32 } from 'node:zlib';

/** The first part of the bundled server; the others it loads when they are needed. */
const BUNDLE = fileURLToPath(new URL('./server.cjs', import.meta.url));

/** A part that is loaded. */
interface Part {
  readonly script: vm.Script;
  /** Of the text that was compiled. */
  readonly sum: Buffer;
  readonly module: { readonly exports: object };
}

const parts = new Map<string, Part>();

/** Runs the bundled server; false where the build made none. */
export function runBundle(): boolean {
  if (!existsSync(BUNDLE)) return false;
  loadPart(BUNDLE);
  return true;
}

/** Keeps, beside each part that was loaded, what V8 has compiled of it up to now. */
export function keepCodeCaches(): void {
  for (const [file, { script, sum }] of parts)
    writeFileSync(toCacheFile(file), Buffer.concat([sum, script.createCachedData()]));
}

/**
 * Loads a part as Node loads a module, with what V8 compiled of it in the build. V8 itself refuses what comes from another
 * version or other flags, and compiles then.
 */
function loadPart(file: string): object {
  const loaded = parts.get(file);
  if (loaded) return loaded.module.exports;
  const text = readFileSync(file);
  const sum = toSum(text);
  const script = new vm.Script(text.toString('latin1'), {
    filename: file,
    cachedData: readCodeCache(file, sum),
  });
  const module = { exports: {} };
  parts.set(file, { script, sum, module });
  const require = createRequire(file);
  const load = (id: string): unknown =>
    id.startsWith('.') ? loadPart(join(dirname(file), id)) : require(id);
  script.runInThisContext()(module.exports, Object.assign(load, require), module, file, dirname(file));
  return module.exports;
}

function toCacheFile(file: string): string {
  return file.replace(/\.cjs$/, '.cache');
}

/** What V8 compiled of a text with this sum. V8 itself looks only whether a text is as long as the one that it compiled. */
function readCodeCache(file: string, sum: Buffer): Buffer | undefined {
  try {
    const cache = readFileSync(toCacheFile(file));
    return cache.subarray(0, sum.length).equals(sum) ? cache.subarray(sum.length) : undefined;
  } catch {
    return undefined;
  }
}

/** As many bytes as V8 wants its data to be in line with. */
function toSum(text: Buffer): Buffer {
  const sum = Buffer.alloc(8);
  sum.writeUInt32LE(crc32(text));
  return sum;
}
