import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Compiles src/ to dist/, unless dist/ was made of this very source: whoever works on the content changes no code. With
// `--quick` types are not checked, which takes most of the time: for the commands that an editor waits for. In plain
// JavaScript, since it runs before anything is compiled.
const root = fileURLToPath(new URL('../../', import.meta.url));
/** Of which source dist/ was made, and whether its types were checked. */
const mark = `${root}dist/made-from`;
const isQuick = process.argv.includes('--quick');

const source = hashSource();
const checked = `${source} checked`;
const unchecked = `${source} unchecked`;
const made = readOrNull(mark);
if (made !== checked && !(isQuick && made === unchecked)) compile();

function compile() {
  // First: when it fails halfway, what lies there is of no source at all.
  rmSync(mark, { force: true });
  removeLeftovers();
  const compiler = createRequire(import.meta.url).resolve('@typescript/native/package.json');
  const tsc = join(compiler, '../bin/tsc');
  const options = isQuick ? ['--noCheck'] : [];
  const { status } = spawnSync(process.execPath, [tsc, '-p', `${root}src`, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(mark, isQuick ? unchecked : checked);
}

/** Removes what was made of a source that is gone; beside it stands only what the build of the assets made. */
function removeLeftovers() {
  for (const name of list(`${root}dist`)) {
    const from = `${root}src/${name.replace(/\.js(\.map)?$/, '')}`;
    const isOurs = /\.js(\.map)?$/.test(name) && !name.startsWith('public/');
    if (isOurs && !existsSync(`${from}.ts`)) rmSync(`${root}dist/${name}`);
  }
}

/** The hash of all that decides what the compiler makes: by content, since a date says nothing after a copy or checkout. */
function hashSource() {
  const code = list(`${root}src`).filter((name) => /\.(ts|json)$/.test(name));
  const names = [...code.map((name) => `src/${name}`).sort(), 'tsconfig.json', 'package-lock.json'];
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(`${root}${name}`));
  return hash.digest('hex');
}

/** @param {string} folder */
function list(folder) {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
}

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
