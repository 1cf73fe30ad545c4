import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAssets } from '../../src/build/build-assets.ts';

/** The folder of the project. */
export const project = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the real assets into a new folder and reads the style sheet back. */
export async function buildStyleSheet() {
  const target = await mkdtemp(join(tmpdir(), 'rdm-assets-'));
  const manifest = await buildAssets({ project, target });
  const css = await readFile(join(target, manifest['site.css'] ?? ''), 'utf8');
  return { target, manifest, css };
}
