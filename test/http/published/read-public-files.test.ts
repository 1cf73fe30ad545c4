import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAssetPaths } from '../../../src/http/published/read-public-files.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

/** A folder as the build leaves it, with this manifest. */
function makePublicDir(manifest: string): string {
  const dir = makeTempDir();
  writeFileSync(join(dir, 'manifest.json'), manifest);
  return dir;
}

describe('de adressen van de opmaak', () => {
  it('zijn die van de gebouwde bestanden', () => {
    const manifest = {
      'site.css': 'site.a1.css',
      'favicon.svg': 'favicon.b2.svg',
      'source-sans-3.woff2': 'source.c3.woff2',
      'copy.js': 'copy.d4.js',
    };
    expect(readAssetPaths(makePublicDir(JSON.stringify(manifest)))).toMatchObject({
      css: '/static/site.a1.css',
      favicon: '/static/favicon.b2.svg',
      font: '/static/source.c3.woff2',
      js: ['/static/copy.d4.js'],
    });
  });

  it('zeggen dat er nog niet is gebouwd als de lijst er niet is of stuk is', () => {
    const uitleg = 'De opmaak van de site is nog niet gebouwd. Voer eerst npm run build uit.';
    expect(() => readAssetPaths(makeTempDir())).toThrow(uitleg);
    expect(() => readAssetPaths(makePublicDir('{'))).toThrow(uitleg);
  });
});
