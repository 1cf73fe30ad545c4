import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ROOT } from './real-content.ts';

const COMPILER = join(ROOT, 'node_modules/@typescript/native/bin/tsc');

/**
 * Makes JavaScript of the source for the tests of a file, so that a test can run parts of it in a process of its own;
 * without checking types, so in a second. Gives the path of a compiled module, such as `storage/folder-lock.js`.
 */
export function useCompiledSource(): (module: string) => string {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'rdm-source-'));
    execFileSync(process.execPath, [
      COMPILER,
      '-p',
      join(ROOT, 'src'),
      '--noCheck',
      '--outDir',
      join(root, 'src'),
    ]);
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return (module) => join(root, 'src', module);
}
