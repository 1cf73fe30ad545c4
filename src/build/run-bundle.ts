import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

/** The server in one file, as a function; in ASCII. */
export const BUNDLE = fileURLToPath(new URL('../server.cjs', import.meta.url));
/** What V8 made of it in the build. */
export const CODE_CACHE = fileURLToPath(new URL('../server.cache', import.meta.url));

/**
 * Compiles the bundled server, or takes what V8 compiled in the build. V8 itself refuses what comes from another version
 * or other flags, and compiles then.
 */
export function compileBundle(): vm.Script {
  return new vm.Script(readFileSync(BUNDLE, 'latin1'), {
    filename: BUNDLE,
    cachedData: readCodeCache(),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

/** Runs the compiled server, as Node runs a module. */
export function runBundle(script: vm.Script): void {
  const bundle = new Module(BUNDLE);
  const require = createRequire(BUNDLE);
  // The parts that are loaded when they are needed use what is in this one.
  require.cache[BUNDLE] = bundle;
  script.runInThisContext()(bundle.exports, require, bundle, BUNDLE, dirname(BUNDLE));
}

function readCodeCache(): Buffer | undefined {
  try {
    return readFileSync(CODE_CACHE);
  } catch {
    return undefined;
  }
}
