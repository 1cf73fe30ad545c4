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
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The worker of the PDFs as the build makes it, in a folder of its own. */
export interface CompiledPdfWorker {
  readonly entry: URL;
  readonly remove: () => void;
}

/**
 * Compiles the worker: a thread reads its own file, past Vitest, and the oldest Node that this runs on takes no
 * TypeScript. Types are not checked here, so that this takes well under a second.
 */
export function compilePdfWorker(): CompiledPdfWorker {
  const dir = mkdtempSync(join(tmpdir(), 'rdm-pdf-'));
  writeFileSync(join(dir, 'package.json'), '{"type": "module"}');
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  const map = 'adapters/pdf';
  mkdirSync(join(dir, map), { recursive: true });
  for (const naam of readdirSync(join(ROOT, 'src', map))) {
    const { outputText } = ts.transpileModule(readFileSync(join(ROOT, 'src', map, naam), 'utf8'), {
      fileName: naam,
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    });
    writeFileSync(join(dir, map, naam.replace(/\.ts$/, '.js')), outputText);
  }
  return {
    entry: pathToFileURL(join(dir, map, 'render-worker.js')),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
