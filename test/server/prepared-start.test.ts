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

  it('is not taken for what is of other words', async () => {
    const root = copyRoot();
    writeFileSync(join(root, 'views/pages/woordenlijst.hbs'), '<h1>Andere woorden</h1>');
    const server = await startTestProcess({ DATA_DIR: join(root, 'data') }, root);
    await waitUntilReady(server);
    expect(await (await fetch(`${server.url}/woordenlijst`)).text()).toContain('<h1>Andere woorden</h1>');
  });
});
