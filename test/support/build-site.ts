import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { ROOT } from './real-content.ts';

/**
 * What the built site does not need, or must not share with a site that runs here already. What was compiled goes along:
 * the build knows whether it is of this very source, and then leaves out what takes longest.
 */
const LEFT_OUT = new Set(['.git', 'coverage', 'data', 'node_modules', 'screenshots', 'test']);

/** A built site that does not run yet. */
export interface BuiltSite {
  /** The folder in which it was built: a copy of the project. */
  readonly root: string;
  readonly remove: () => void;
}

/**
 * Builds the site with the real build, in a copy, so that a site that runs from `dist/` meanwhile stays whole.
 * @throws Error with what the build said when it fails.
 */
export function buildSite(): BuiltSite {
  const root = mkdtempSync(join(tmpdir(), 'rdm-site-'));
  const remove = () => rmSync(root, { recursive: true, force: true });
  try {
    cpSync(ROOT, root, {
      recursive: true,
      filter: (path) => !LEFT_OUT.has(relative(ROOT, path).split(sep)[0] ?? ''),
    });
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'pipe', encoding: 'utf8' });
    return { root, remove };
  } catch (error) {
    remove();
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`npm run build fails, so there is no site to test:\n${stdout}${stderr}`, {
      cause: error,
    });
  }
}
