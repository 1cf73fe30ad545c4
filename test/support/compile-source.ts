import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll } from 'vitest';
import { ROOT } from './real-content.ts';

/** In milliseconds; a second on a quiet machine, far more between other tests. */
const PATIENCE = 60_000;

/**
 * Makes JavaScript of the source for the tests of a file, so that a test can run parts of it in a process of its own;
 * without checking types, so in a second. Gives the path of a compiled module, such as `storage/folder-lock.js`.
 */
export function useCompiledSource(): (module: string) => string {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'rdm-source-'));
    for (const bestand of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
      if (bestand.endsWith('.ts') && !bestand.endsWith('.d.ts')) compile(bestand, join(root, 'src'));
    }
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  }, PATIENCE);
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return (module) => join(root, 'src', module);
}

function compile(bestand: string, target: string): void {
  const { outputText } = ts.transpileModule(readFileSync(join(ROOT, 'src', bestand), 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  const path = join(target, bestand.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, outputText);
}
