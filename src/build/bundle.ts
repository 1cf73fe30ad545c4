import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'rolldown';
import { findFreePort } from './free-port.ts';

// Puts the server and the thread that makes PDFs, with the packages that they use, into a few files: to look up, read and
// compile the thousand files that they come in takes longer than all the rest of the start.
const dist = fileURLToPath(new URL('../', import.meta.url));
const common: BuildOptions = {
  platform: 'node',
  // What is loaded only when it is needed, or finds its own files beside it, stays where it is.
  external: [/^@viz-js\//, /^nodemailer/, 'pdfkit', 'fontkit'],
  logLevel: 'warn',
};

// What an earlier build left.
rmSync(`${dist}server.cache`, { force: true });
rmSync(`${dist}server.cjs`, { force: true });
rmSync(`${dist}chunks`, { recursive: true, force: true });
const { output } = await build({
  ...common,
  input: { server: `${dist}main.js` },
  output: {
    dir: dist,
    format: 'cjs',
    strict: true,
    comments: false,
    // V8 forgets, with a program that it compiled before, by whom `import()` is to be done.
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
  },
});
for (const part of output) {
  if (part.type === 'chunk') writeFileSync(`${dist}${part.fileName}`, toFunction(part.code), 'latin1');
}
await build({
  ...common,
  input: `${dist}adapters/pdf/render-worker.js`,
  output: { dir: dist, format: 'esm', comments: false, codeSplitting: false },
});

keepCodeCache(await findFreePort());

/**
 * A module as Node wraps it, in ASCII: V8 keeps the text of a program, and takes two bytes for each character of it as soon
 * as one does not fit in one. @throws Error where a letter follows a backslash, and so cannot be written as another.
 */
function toFunction(code: string): string {
  const [plek] = /\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.exec(code) ?? [];
  if (plek)
    throw new Error(`The bundle cannot be written in ASCII. Write \\u… for the last letter of: ${plek}`);
  const ascii = code.replaceAll(
    /[^\0-\x7f]/g,
    (teken) => `\\u${teken.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `(function (exports, require, module, __filename, __dirname) {${ascii}\n})`;
}

/** Starts the server as it starts without settings. One that cannot start says why when it is started in earnest. */
function keepCodeCache(port: number): void {
  const map = mkdtempSync(join(tmpdir(), 'rdm-code-cache-'));
  spawnSync(process.execPath, [`${dist}build/code-cache.js`, `http://127.0.0.1:${port}`], {
    env: { PORT: String(port), BASE_URL: 'http://localhost:3000', DATA_DIR: map, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
    timeout: 60_000,
  });
  rmSync(map, { recursive: true, force: true });
}
