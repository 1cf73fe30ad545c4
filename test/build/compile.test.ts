import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../support/real-content.ts';

let project = '';

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'rdm-compile-'));
  mkdirSync(join(project, 'src/build'), { recursive: true });
  for (const file of ['src/build/compile.mjs', 'src/tsconfig.json', 'package-lock.json'])
    cpSync(join(ROOT, file), join(project, file));
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  write('package.json', '{ "type": "module" }');
  // Without the types of Node and of the browser, which take the compiler most of its time.
  write('tsconfig.json', '{ "compilerOptions": { "module": "NodeNext", "lib": ["ES5"], "types": [] } }');
  write('src/a.ts', 'export const a: number = 1;');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFileSync(join(project, file), text);
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const compile = () => spawnSync(process.execPath, [join(project, 'src/build/compile.mjs')]).status;

it('compileert wat er nog niet is of anders is, en anders niets', () => {
  expect(compile()).toBe(0);
  expect(read('dist/a.js')).toContain('a = 1');
  // What only this test writes there would not survive another run of the compiler.
  write('dist/a.js', 'van de test');
  expect(compile()).toBe(0);
  expect(read('dist/a.js')).toBe('van de test');
  write('src/a.ts', 'export const a: number = 2;');
  expect(compile()).toBe(0);
  expect(read('dist/a.js')).toContain('a = 2');
});

it('laat na een fout geen oude code doorgaan voor de nieuwe, ook niet als de fout is teruggedraaid', () => {
  expect(compile()).toBe(0);
  write('src/a.ts', "export const a: number = 'drie';");
  expect(compile()).not.toBe(0);
  expect(compile()).not.toBe(0);
  write('src/a.ts', 'export const a: number = 1;');
  expect(compile()).toBe(0);
  expect(read('dist/a.js')).toContain('a = 1');
});
