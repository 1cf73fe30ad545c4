import { access, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toHashedName } from '../../src/build/build-assets.ts';
import { findUsedProperties, listImports, readProperties } from '../../src/build/collect-css.ts';
import { buildStyleSheet, project } from './built-assets.ts';

describe('building the assets', () => {
  let site: Awaited<ReturnType<typeof buildStyleSheet>>;

  beforeAll(async () => {
    site = await buildStyleSheet();
  });
  afterAll(() => rm(site.target, { recursive: true }));

  it('names style sheet, font, icon and scripts in a manifest, and has every file', async () => {
    const manifest: Record<string, string> = JSON.parse(
      await readFile(join(site.target, 'manifest.json'), 'utf8'),
    );
    expect(manifest).toEqual(site.manifest);
    expect(Object.keys(manifest)).toEqual(
      expect.arrayContaining(['site.css', 'source-sans-3.woff2', 'favicon.svg', 'site.js']),
    );
    for (const file of Object.values(manifest)) await access(join(site.target, file));
  });

  it('puts a hash of the content in each name', async () => {
    for (const [name, file] of Object.entries(site.manifest)) {
      expect(file).toBe(toHashedName(name, await readFile(join(site.target, file))));
    }
    expect(toHashedName('a.css', Buffer.from('one'))).not.toBe(toHashedName('a.css', Buffer.from('two')));
  });

  it('writes each text compressed as well, and the font not', async () => {
    const files = await readdir(site.target);
    for (const [name, file] of Object.entries(site.manifest)) {
      const content = await readFile(join(site.target, file));
      if (name.endsWith('.woff2')) {
        expect(files).not.toContain(`${file}.gz`);
      } else {
        expect(gunzipSync(await readFile(join(site.target, `${file}.gz`)))).toEqual(content);
        expect(brotliDecompressSync(await readFile(join(site.target, `${file}.br`)))).toEqual(content);
      }
    }
  });

  it('keeps the style sheet at 40 KB or less, compressed with gzip', async () => {
    const zipped = await readFile(join(site.target, `${site.manifest['site.css']}.gz`));
    expect(zipped.byteLength).toBeLessThanOrEqual(40 * 1024);
  });

  it('lets the style sheet name only files beside it', () => {
    const named = [...site.css.matchAll(/url\("?([^")]+)"?\)/g)].map((match) => match[1]);
    expect(named.sort()).toEqual([site.manifest['favicon.svg'], site.manifest['source-sans-3.woff2']].sort());
    expect(site.css).not.toMatch(/@import|https?:|data:/);
  });

  it('sets every token that is read and has a value, and none that is not read', async () => {
    const tokens = 'node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.css';
    const available = readProperties(await readFile(join(project, tokens), 'utf8'));
    const used = findUsedProperties(site.css);
    const declared = readProperties(site.css);
    expect([...used].filter((name) => available.has(name) && !declared.has(name))).toEqual([]);
    const roots = [...site.css.matchAll(/:root{([^}]*)}/g)].map((match) => match[1]).join(';');
    expect([...readProperties(roots).keys()].filter((name) => !used.has(name))).toEqual([]);
  });

  it('gives a value to every property that our own css reads', async () => {
    const declared = readProperties(site.css);
    const folder = join(project, 'views/assets/css');
    const parts = listImports(await readFile(join(folder, 'site.css'), 'utf8'));
    for (const part of [...parts, 'tokens.css', 'theme.css']) {
      const used = findUsedProperties(await readFile(join(folder, part), 'utf8'));
      expect([...used].filter((name) => !declared.has(name), part)).toEqual([]);
    }
  });

  it('uses every component package that is installed, and no other', async () => {
    const { devDependencies } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
    const installed = Object.keys(devDependencies).filter((name) => name.startsWith('@utrecht/'));
    const imports = listImports(await readFile(join(project, 'views/assets/css/components.css'), 'utf8'));
    expect(imports.map((file) => file.split('/').slice(0, 2).join('/')).sort()).toEqual(installed.sort());
  });
});
