import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiles src/ to dist/, unless dist/ was made of this very source: that takes half a minute, and whoever works on the
// content changes no code. In plain JavaScript, since it runs before anything is compiled.
const root = fileURLToPath(new URL('../../', import.meta.url));
const mark = `${root}dist/compiled-from`;

const source = hashSource();
if (readOrNull(mark) !== source) {
  // Before the compiler writes anything: when it fails halfway, what lies there is of no source at all.
  rmSync(mark, { force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', `${root}src`], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(mark, source);
}

/** The hash of all that decides what the compiler makes: by content, since a date says nothing after a copy or checkout. */
function hashSource() {
  const code = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|json)$/.test(name),
  );
  const hash = createHash('sha256');
  for (const name of [...code.map((name) => `src/${name}`).sort(), 'tsconfig.json', 'package-lock.json'])
    hash.update(`\n${name}\n`).update(readFileSync(`${root}${name}`));
  return hash.digest('hex');
}

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
