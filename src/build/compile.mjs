import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

// Compiles src/ to dist/, unless dist/ was made of this very source: that takes half a minute, and whoever works on the
// content changes no code. With `--quick` only what changed is made, one file at a time and without checking types: for the
// commands that an editor waits for. In plain JavaScript, since it runs before anything is compiled.
const root = fileURLToPath(new URL('../../', import.meta.url));
/** Of which source dist/ was made and checked as a whole, and of which each file of it was made. */
const mark = `${root}dist/compiled-from`;
const perFile = `${root}dist/made-from.json`;
/** What decides for every file what becomes of it. */
const SHARED = ['src/tsconfig.json', 'tsconfig.json', 'package-lock.json'];

const require = createRequire(import.meta.url);
const sources = hashSources();
const source = hash(JSON.stringify(sources));
if (readOrNull(mark) !== source) {
  if (process.argv.includes('--quick')) compileQuickly();
  else compileAll();
}

/** Compiles everything, and checks types. */
function compileAll() {
  forget();
  const tsc = require.resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', `${root}src`], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(perFile, JSON.stringify(sources));
  writeFileSync(mark, source);
}

/** Makes JavaScript of what changed since each file was made; the next `npm run build` compiles it all. */
function compileQuickly() {
  const made = JSON.parse(readOrNull(perFile) ?? '{}');
  const isSame = SHARED.every((name) => made[name] === sources[name]);
  const changed = listModules(sources).filter((name) => !isSame || made[name] !== sources[name]);
  const gone = listModules(made).filter((name) => !(name in sources));
  if (changed.length + gone.length === 0) return;
  forget();
  for (const name of gone) rmSync(toOutput(name), { force: true });
  const ts = require('typescript');
  const { moduleResolution: _, ...options } = ts.getParsedCommandLineOfConfigFile(
    `${root}src/tsconfig.json`,
    {},
    ts.sys,
  ).options;
  const compilerOptions = { ...options, module: ts.ModuleKind.ESNext, sourceMap: false };
  const faults = changed.flatMap((name) => {
    const fileName = `${root}${name}`;
    const text = readFileSync(fileName, 'utf8');
    const { outputText, diagnostics } = ts.transpileModule(text, {
      compilerOptions,
      fileName,
      reportDiagnostics: true,
    });
    mkdirSync(dirname(toOutput(name)), { recursive: true });
    writeFileSync(toOutput(name), outputText);
    return diagnostics ?? [];
  });
  if (faults.length > 0) {
    process.stderr.write(
      ts.formatDiagnostics(faults, {
        getCurrentDirectory: () => root,
        getCanonicalFileName: (/** @type {string} */ name) => name,
        getNewLine: () => '\n',
      }),
    );
    process.exit(1);
  }
  writeFileSync(perFile, JSON.stringify(sources));
}

/** Before anything is written: when it fails halfway, what lies there is of no source at all. */
function forget() {
  for (const file of [mark, perFile]) rmSync(file, { force: true });
}

/** @param {Readonly<Record<string, string>>} hashes */
function listModules(hashes) {
  return Object.keys(hashes).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
}

/** @param {string} name */
function toOutput(name) {
  return `${root}dist/${name.replace(/^src\//, '').replace(/\.ts$/, '.js')}`;
}

/** The hash of all that decides what the compiler makes: by content, since a date says nothing after a copy or checkout. */
function hashSources() {
  const code = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|json)$/.test(name),
  );
  const names = [...code.map((name) => `src/${name}`).sort(), 'tsconfig.json', 'package-lock.json'];
  return Object.fromEntries(names.map((name) => [name, hash(readFileSync(`${root}${name}`))]));
}

/** @param {string | Buffer} text */
function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
