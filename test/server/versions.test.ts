import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readFolderFiles } from '../../src/content/content-source.ts';
import { breakContent, editContent, readNumbers } from '../support/edited-content.ts';
import { chooseShare } from '../support/long-form.ts';
import { createPostgresServer, installPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { publish } from '../support/records.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { makeDatabase, makeFolder, type TestPlace } from '../support/test-places.ts';
import { builtRoot, startTestServer } from '../support/test-server.ts';

let postgres: PostgresServer;
beforeAll(async () => {
  installPostgres();
  postgres = await createPostgresServer();
});
afterAll(() => postgres.remove());

const files = readFolderFiles(builtRoot);
const ENV = { LOG_LEVEL: 'warn' };
/** How often a server is killed in the middle of a switch. */
const SWITCHES = chooseShare(1, 5);
/** What is made ahead, what is made for a request, and the data: each tells the version that it is of. */
const PATHS = ['/woordenlijst', '/vragen/acuut-gevaar', '/api/v1/vragen'];

/** The one version that a server shows; 0 is the content of the program. */
async function readShown({ url }: ServerProcess): Promise<number> {
  const texts = await Promise.all(
    PATHS.map(async (path) => {
      const answer = await fetch(url + path);
      expect(answer.status).toBe(200);
      return answer.text();
    }),
  );
  const shown = new Set(texts.map((text) => Math.max(0, ...readNumbers(text))));
  expect(shown.size, 'one version, never some of each').toBe(1);
  return [...shown][0] as number;
}

/**
 * Waits until a server shows a version: the only moment at which two can be seen is that of the switch. Who asks without a
 * pause keeps the server from making it.
 */
const expectShown = (server: ServerProcess, nummer: number) =>
  vi.waitFor(async () => expect(await readShown(server)).toBe(nummer), { interval: 250 });

describe('servers on one PostgreSQL', () => {
  it('all show what is published on any of them, and whoever starts later too', async () => {
    const place = await makeDatabase(postgres.port);
    const servers = await Promise.all([1, 2].map(() => startTestServer({ ...ENV, ...place.env })));
    for (const server of servers) expect(await readShown(server)).toBe(0);
    const { records } = await place.open();
    // Two that follow quickly: the last one wins.
    await records.commit(publish(1, editContent(files, 1)));
    await records.commit(publish(2, editContent(files, 2)));
    for (const server of servers) await expectShown(server, 2);
    expect(await readShown(await startTestServer({ ...ENV, ...place.env }))).toBe(2);
  });

  it('go on with what they show when a version has faults, say so, and start with it', async () => {
    const place = await makeDatabase(postgres.port);
    const { records } = await place.open();
    await records.commit(publish(1, editContent(files, 1)));
    const server = await startTestServer({ ...ENV, ...place.env });
    await records.commit(publish(2, breakContent(files)));
    await vi.waitFor(() => expect(server.output()).toContain('VERSIE 2 VAN DE INHOUD IS NIET TE TONEN'));
    expect(server.output()).toContain('tables/contacten.json');
    expect(await readShown(server)).toBe(1);
    const later = await startTestServer({ ...ENV, ...place.env });
    expect(await readShown(later)).toBe(1);
    expect(later.output()).toContain('VERSIE 2 VAN DE INHOUD IS NIET TE TONEN');
  });

  it('killed in the middle of a switch, a server starts with one whole version: the newest', async () => {
    const place = await makeDatabase(postgres.port);
    const { records } = await place.open();
    let server = await startTestServer({ ...ENV, ...place.env });
    for (let nummer = 1; nummer <= SWITCHES; nummer += 1) {
      await records.commit(publish(nummer, editContent(files, nummer)));
      const killed = server;
      setTimeout(() => killed.child.kill('SIGKILL'), Math.random() * 1_000);
      await killed.ended;
      server = await startTestServer({ ...ENV, ...place.env });
      expect(await readShown(server)).toBe(nummer);
    }
  });
});

/** Publishes versions one after another, says of each that it is acknowledged, and kills itself somewhere after a number. */
const SCRIPT = `
  const { chooseStorage } = await import(process.argv[1]);
  const { default: commits } = await import(process.argv[2], { with: { type: 'json' } });
  const where = JSON.parse(process.argv[3]);
  const { records } = await chooseStorage({ ...where, now: () => new Date(), onError: () => {} }).open();
  const { writeSync } = await import('node:fs');
  for (const [index, changes] of commits.entries()) {
    await records.commit(changes);
    writeSync(1, index + 1 + '\\n');
    if (index + 1 === Number(process.argv[4])) setTimeout(() => process.kill(process.pid, 'SIGKILL'), Math.random() * 20);
  }`;
const VERSIONS = 40;

/** Runs that in a process of its own; gives the last version that was acknowledged. */
async function publishAndKill({ where }: TestPlace, after: number): Promise<number> {
  const commits = join(makeTempDir(), 'commits.json');
  const all = Array.from({ length: VERSIONS }, (_, index) =>
    publish(index + 1, editContent(files, index + 1)),
  );
  writeFileSync(commits, JSON.stringify(all));
  const storage = join(builtRoot, 'dist/storage/open-storage.js');
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, storage, commits, JSON.stringify(where), String(after)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const end = once(child, 'exit');
  let last = 0;
  for await (const line of createInterface(child.stdout)) last = Number(line);
  expect(await end).toEqual([null, 'SIGKILL']);
  return last;
}

describe.each([
  ['a folder', () => makeFolder()],
  ['PostgreSQL', () => makeDatabase(postgres.port)],
])('kill -9 in the middle of publishing, with %s', (_name, makePlace) => {
  it.each([9, 1].slice(0, chooseShare(1, 2)))(
    'the site starts with the last version or the one after it, whole: after %i',
    async (after) => {
      const place = await makePlace();
      const acknowledged = await publishAndKill(place, after);
      expect(acknowledged).toBeGreaterThanOrEqual(after);
      const shown = await readShown(await startTestServer({ ...ENV, ...place.env }));
      expect([acknowledged, acknowledged + 1]).toContain(shown);
    },
  );
});
