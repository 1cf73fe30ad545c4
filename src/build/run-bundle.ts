import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

/** The first part of the bundled server; the others it loads when they are needed. */
const BUNDLE = fileURLToPath(new URL('../server.cjs', import.meta.url));

/** A part that is loaded. */
interface Part {
  readonly script: vm.Script;
  readonly module: { readonly exports: object };
}

const parts = new Map<string, Part>();

/** Runs the bundled server. */
export function runBundle(): void {
  loadPart(BUNDLE);
}

/** Keeps, beside each part that was loaded, what V8 has compiled of it up to now. */
export function keepCodeCaches(): void {
  for (const [file, { script }] of parts) writeFileSync(toCacheFile(file), script.createCachedData());
}

/**
 * Loads a part as Node loads a module, with what V8 compiled of it in the build. V8 itself refuses what comes from another
 * version or other flags, and compiles then.
 */
function loadPart(file: string): object {
  const loaded = parts.get(file);
  if (loaded) return loaded.module.exports;
  const script = new vm.Script(readFileSync(file, 'latin1'), {
    filename: file,
    cachedData: readCodeCache(file),
  });
  const module = { exports: {} };
  parts.set(file, { script, module });
  const require = createRequire(file);
  const load = (id: string): unknown =>
    id.startsWith('.') ? loadPart(join(dirname(file), id)) : require(id);
  script.runInThisContext()(module.exports, Object.assign(load, require), module, file, dirname(file));
  return module.exports;
}

function toCacheFile(file: string): string {
  return file.replace(/\.cjs$/, '.cache');
}

function readCodeCache(file: string): Buffer | undefined {
  try {
    return readFileSync(toCacheFile(file));
  } catch {
    return undefined;
  }
}
