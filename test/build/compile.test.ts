import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  write(
    'tsconfig.json',
    '{ "compilerOptions": { "module": "NodeNext", "lib": ["ES5"], "types": [], "rewriteRelativeImportExtensions": true } }',
  );
  write('src/a.ts', 'export const a: number = 1;');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFileSync(join(project, file), text);
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const compile = (...options: string[]) =>
  spawnSync(process.execPath, [join(project, 'src/build/compile.mjs'), ...options]).status;

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

describe('met --quick', () => {
  it('maakt niets als er niets anders is, en gooit weg wat er niet meer hoort', () => {
    write('src/b.ts', "import { a } from './a.ts';\nexport const b = a;");
    expect(compile('--quick')).toBe(0);
    expect(read('dist/b.js')).toMatch(/from .\.\/a\.js/);
    write('dist/b.js', 'van de test');
    expect(compile('--quick')).toBe(0);
    expect(read('dist/b.js')).toBe('van de test');
    mkdirSync(join(project, 'dist/public'));
    write('dist/public/site.js', 'van de vormgeving');
    rmSync(join(project, 'src/b.ts'));
    expect(compile('--quick')).toBe(0);
    expect(existsSync(join(project, 'dist/b.js'))).toBe(false);
    expect(read('dist/public/site.js')).toBe('van de vormgeving');
  });

  it('stopt bij code die niet te lezen is, en zegt nooit dat de typen kloppen', () => {
    write('src/a.ts', 'export const a: = 1;');
    expect(compile('--quick')).not.toBe(0);
    expect(compile('--quick')).not.toBe(0);
    write('src/a.ts', "export const a: number = 'drie';");
    expect(compile('--quick')).toBe(0);
    expect(compile()).not.toBe(0);
    write('src/a.ts', 'export const a: number = 3;');
    expect(compile()).toBe(0);
    write('dist/a.js', 'van de test');
    expect(compile('--quick')).toBe(0);
    expect(read('dist/a.js')).toBe('van de test');
  });
});
