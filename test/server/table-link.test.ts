import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestStore } from '../support/open-test-store.ts';
import { projectFiles } from '../support/real-content.ts';
import { publish } from '../support/records.ts';
import { site } from '../support/site.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const cli = join(site.root, 'dist', 'cli', 'table-link-cli.js');

const run = (dataDir: string, tafel: string) =>
  spawnSync(process.execPath, [cli, tafel], {
    env: { DATA_DIR: dataDir, BASE_URL: 'https://wegwijzer.example' },
    encoding: 'utf8',
  });

it('maakt de link van een tafel, ook zonder server', () => {
  const made = run(makeTempDir(), 'topx');
  expect([made.status, made.stdout]).toEqual([
    0,
    expect.stringMatching(/^https:\/\/wegwijzer\.example\/\S+\n$/),
  ]);
});

it('kent de tafels van de versie die op de site staat, niet die van de bestanden', async () => {
  const dataDir = makeTempDir();
  const { records } = await openTestStore(dataDir);
  const { 'tables/overlegtafels/topx.json': _, ...files } = projectFiles;
  await records.commit(publish(1, files));
  const refused = run(dataDir, 'topx');
  expect([refused.status, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toContain('rules/topx.json: hoort bij geen tafel.');
});
