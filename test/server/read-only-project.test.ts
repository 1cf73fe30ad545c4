import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { builtRoot, postReport, startTestServer } from '../support/test-server.ts';

/** All of the project, with when it was changed; the packages are a link to somewhere else, and in `data` the site of the other tests writes. */
function listProject(): Map<string, number> {
  const parts = readdirSync(builtRoot).filter((naam) => naam !== 'node_modules' && naam !== 'data');
  const paths = parts.flatMap((deel) =>
    statSync(join(builtRoot, deel)).isDirectory()
      ? readdirSync(join(builtRoot, deel), { recursive: true, encoding: 'utf8' }).map((path) =>
          join(deel, path),
        )
      : [],
  );
  return new Map(['.', ...parts, ...paths].map((path) => [path, statSync(join(builtRoot, path)).mtimeMs]));
}

it('runs with a project folder that nobody may write in, and changes nothing there', async () => {
  // Rights do not bind root; for root it is the comparison that tells.
  const folders = execFileSync('find', [builtRoot, '-type', 'd'], { encoding: 'utf8' }).trim().split('\n');
  onTestFinished(() => {
    for (const folder of folders) chmodSync(folder, 0o755);
  });
  for (const folder of folders) chmodSync(folder, 0o555);
  const first = listProject();

  const server = await startTestServer();
  for (const path of [
    '/',
    '/vragen/acuut-gevaar',
    '/beslisboom',
    '/zoeken?q=topx',
    '/statistiek',
    '/api/v1/vragen',
  ])
    expect((await fetch(server.url + path)).status, path).toBe(200);
  expect((await postReport(server, 'Bewaard.')).status).toBe(200);
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  expect(listProject()).toEqual(first);
});
