import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { builtRoot, postReport, startTestServer } from '../support/test-server.ts';

/** All of the project, with when it was changed; the packages are a link to somewhere else. */
function listProject(): Map<string, number> {
  const delen = readdirSync(builtRoot).filter((naam) => naam !== 'node_modules');
  const paden = delen.flatMap((deel) =>
    statSync(join(builtRoot, deel)).isDirectory()
      ? readdirSync(join(builtRoot, deel), { recursive: true, encoding: 'utf8' }).map((pad) =>
          join(deel, pad),
        )
      : [],
  );
  return new Map(['.', ...delen, ...paden].map((pad) => [pad, statSync(join(builtRoot, pad)).mtimeMs]));
}

it('runs with a project folder that nobody may write in, and changes nothing there', async () => {
  // Rights do not bind root; for root it is the comparison that tells.
  const mappen = execFileSync('find', [builtRoot, '-type', 'd'], { encoding: 'utf8' }).trim().split('\n');
  onTestFinished(() => {
    for (const map of mappen) chmodSync(map, 0o755);
  });
  for (const map of mappen) chmodSync(map, 0o555);
  const eerst = listProject();

  const server = await startTestServer();
  for (const pad of [
    '/',
    '/vragen/acuut-gevaar',
    '/beslisboom',
    '/zoeken?q=topx',
    '/statistiek',
    '/api/v1/vragen',
  ])
    expect((await fetch(server.url + pad)).status, pad).toBe(200);
  expect((await postReport(server, 'Bewaard.')).status).toBe(200);
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  expect(listProject()).toEqual(eerst);
});
