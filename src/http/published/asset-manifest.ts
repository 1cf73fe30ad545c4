import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses of the static files as the pages name them. */
export interface AssetPaths {
  readonly css: string;
  readonly font: string;
  readonly favicon: string;
  readonly js: readonly string[];
}

/**
 * Reads which files the build made.
 * @throws Error when the build was not run.
 */
export function readAssetPaths(publicDir: string): AssetPaths {
  let manifest: Readonly<Record<string, string>>;
  try {
    manifest = JSON.parse(readFileSync(join(publicDir, 'manifest.json'), 'utf8'));
  } catch {
    throw new Error('De opmaak van de site is nog niet gebouwd. Voer eerst npm run build uit.');
  }
  const toPath = (naam: string) => `/static/${manifest[naam] ?? naam}`;
  const scripts = Object.keys(manifest).filter((naam) => naam.endsWith('.js'));
  return {
    css: toPath('site.css'),
    font: toPath('source-sans-3.woff2'),
    favicon: toPath('favicon.svg'),
    js: scripts.map(toPath),
  };
}
