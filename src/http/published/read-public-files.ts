import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type PublishedFile, type PublishedFiles, publish } from './published-file.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
/** The names hold a hash of the contents, so a browser may keep them for ever. */
const FOR_ALWAYS = 'public, max-age=31536000, immutable';

/** Reads the static files that the build made, with the compressed forms beside them, for below /static. */
export function readPublicFiles(publicDir: string): PublishedFiles {
  return new Map(
    readdirSync(publicDir)
      .filter((naam) => extname(naam) in TYPES)
      .map((naam): [string, PublishedFile] => {
        const path = join(publicDir, naam);
        const read = (other: string) => (existsSync(other) ? readFileSync(other) : null);
        const compressed = { gzip: read(`${path}.gz`), br: read(`${path}.br`) };
        return [
          `/static/${naam}`,
          publish(readFileSync(path), TYPES[extname(naam)] ?? '', FOR_ALWAYS, {}, compressed),
        ];
      }),
  );
}

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
