import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waitUntilReady } from '../support/server-process.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { builtRoot, startTestProcess } from '../support/test-server.ts';

/** A copy of the built site, to change. */
function copyRoot(): string {
  const root = makeTempDir();
  for (const deel of ['rules', 'tables', 'views', 'dist', 'package.json'])
    cpSync(join(builtRoot, deel), join(root, deel), { recursive: true });
  symlinkSync(join(builtRoot, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** What a server in this folder gives, as it is and with the tag. */
async function readPages(root: string): Promise<string[]> {
  const env = { DATA_DIR: join(makeTempDir(), 'data'), BASE_URL: 'http://localhost:3000' };
  const server = await startTestProcess(env, root);
  await waitUntilReady(server);
  const paginas = ['/', '/overlegtafels', '/vragen/acuut-gevaar', '/api/v1/overlegtafels', '/beslisboom'];
  return Promise.all(
    paginas.map(async (pad) => {
      const antwoord = await fetch(server.url + pad);
      expect(antwoord.status, pad).toBe(200);
      return `${antwoord.headers.get('etag')} ${await antwoord.text()}`;
    }),
  );
}

describe('what the build made for the start', () => {
  it('has the bundle, which is what runs', async () => {
    const root = copyRoot();
    rmSync(join(root, 'dist/main.js'));
    expect((await readPages(root)).length).toBeGreaterThan(0);
  });

  it('has the compiled code, which V8 takes', () => {
    const vraag = `
      const { readFileSync } = require('node:fs');
      const cachedData = readFileSync('dist/server.cache').subarray(8);
      const { cachedDataRejected } = new vm.Script(readFileSync('dist/server.cjs', 'latin1'), { cachedData });
      process.stdout.write(String(cachedDataRejected));`;
    const uitvoer = execFileSync(process.execPath, ['-e', vraag], {
      cwd: builtRoot,
      encoding: 'utf8',
    });
    expect(uitvoer).toBe('false');
  });

  it.each<[wat: string, verander: (dist: string) => void]>([
    ['bundle is missing', (dist) => rmSync(join(dist, 'server.cjs'))],
    ['compiled code is missing', (dist) => rmSync(join(dist, 'server.cache'))],
    [
      'compiled code is of something else',
      (dist) => writeFileSync(join(dist, 'server.cache'), 'x'.repeat(1e5)),
    ],
    ['compiled code is cut off', (dist) => truncateSync(join(dist, 'server.cache'), 1e6)],
    ['prepared pages are missing', (dist) => rmSync(join(dist, 'prepared'))],
    ['prepared pages are cut off', (dist) => truncateSync(join(dist, 'prepared'), 1e5)],
  ])('makes no difference when the %s', async (_wat, verander) => {
    const root = copyRoot();
    verander(join(root, 'dist'));
    expect(await readPages(root)).toEqual(await readPages(builtRoot));
  });

  it('is not taken for the compiled code of another text of the same length', async () => {
    const root = copyRoot();
    const bundel = join(root, 'dist', 'server.cjs');
    const tekst = readFileSync(bundel, 'latin1');
    expect(tekst).toContain('Vind de overlegtafel die past');
    writeFileSync(
      bundel,
      tekst.replace('Vind de overlegtafel die past', 'Zoek de overlegtafel die past'),
      'latin1',
    );
    const server = await startTestProcess({ DATA_DIR: join(root, 'data') }, root);
    await waitUntilReady(server);
    const vraag = await (await fetch(`${server.url}/vragen/acuut-gevaar`)).text();
    expect(vraag).toContain('Zoek de overlegtafel die past');
  });

  it('is all there is to the start: nothing is checked or rendered again', () => {
    const vraag = `
      const { readStart } = await import('./dist/server/read-start.js');
      const { makeSite } = await import('./dist/make-site.js');
      const { readPrepared } = await import('./dist/published/prepared.js');
      const gemaakt = [];
      const prepared = { ...readPrepared('dist/prepared'), keep: (soort) => gemaakt.push(soort) };
      const start = await readStart('./', prepared);
      const site = makeSite(start, { publicDir: './dist/public/', prepared, now: () => new Date() });
      await site.publication.complete();
      process.stdout.write(JSON.stringify([start.content.tafels.length, gemaakt]));`;
    const uitvoer = execFileSync(process.execPath, ['--input-type=module', '-e', vraag], {
      cwd: builtRoot,
      encoding: 'utf8',
      env: { DATA_DIR: join(makeTempDir(), 'data'), BASE_URL: 'http://localhost:3000' },
    });
    expect(JSON.parse(uitvoer)).toEqual([8, []]);
  });

  it('is not taken for what is of other content', async () => {
    const root = copyRoot();
    const bestand = join(root, 'tables/overlegtafels/topx.json');
    const inhoud = JSON.parse(readFileSync(bestand, 'utf8'));
    writeFileSync(bestand, JSON.stringify({ ...inhoud, samenvatting: 'Een andere samenvatting.' }));
    const server = await startTestProcess({ DATA_DIR: join(root, 'data') }, root);
    await waitUntilReady(server);
    for (const pad of ['/overlegtafels/topx', '/api/v1/overlegtafels/topx'])
      expect(await (await fetch(server.url + pad)).text(), pad).toContain('Een andere samenvatting.');
  });

  it('is not taken for what is of other words', async () => {
    const root = copyRoot();
    writeFileSync(join(root, 'views/pages/woordenlijst.hbs'), '<h1>Andere woorden</h1>');
    const server = await startTestProcess({ DATA_DIR: join(root, 'data') }, root);
    await waitUntilReady(server);
    expect(await (await fetch(`${server.url}/woordenlijst`)).text()).toContain('<h1>Andere woorden</h1>');
  });
});
