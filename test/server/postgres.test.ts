import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPostgresServer, installPostgres, type PostgresServer } from '../support/postgres-server.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { makeDatabase } from '../support/test-places.ts';
import { builtRoot, postReport, startTestServer } from '../support/test-server.ts';

/** Behind a proxy, so that each report comes from a visitor of its own: one visitor may send only a few. */
const ENV = { TRUST_PROXY: '1', LOG_LEVEL: 'warn' };

let postgres: PostgresServer;
beforeAll(async () => {
  installPostgres();
  postgres = await createPostgresServer();
});
afterAll(() => postgres.remove());

/** The address that follows the start page, which holds the first answer, sealed. */
async function beginCase({ url }: ServerProcess): Promise<string> {
  const answer = await fetch(`${url}/vragen/acuut-gevaar`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ acuutGevaar: 'ja' }),
  });
  const { pathname, search } = new URL(answer.headers.get('location') ?? '', url);
  return pathname + search;
}

const WELL = { status: 200, said: { status: 'ok' } };
const ILL = { status: 503, said: { status: 'onvolledig', ontbreekt: ['opslag'] } };

async function askHealth({ url }: ServerProcess) {
  const answer = await fetch(`${url}/gezond`);
  return { status: answer.status, said: await answer.json() };
}

describe('servers on one PostgreSQL', () => {
  it('share the secret and the reports, and lose none when one is killed', async () => {
    const { env, ask } = await makeDatabase(postgres.port);
    const servers = await Promise.all([1, 2, 3].map(() => startTestServer({ ...ENV, ...env })));
    const [first, second] = servers as [ServerProcess, ServerProcess];
    // What one seals, the other opens.
    expect((await fetch(second.url + (await beginCase(first)))).status).toBe(200);

    const confirmed: string[] = [];
    let nummer = 0;
    const send = async (server: ServerProcess) => {
      while (nummer < 150) {
        nummer += 1;
        const text = `Melding ${nummer}`;
        const answer = await postReport(server, text, `198.51.100.${nummer}`).catch(() => null);
        if (answer === null) return;
        // On a machine that is very busy the database may answer too late: then nobody is thanked.
        if (answer.status === 503) continue;
        expect(answer.status).toBe(200);
        confirmed.push(text);
        if (confirmed.length === 40) first.child.kill('SIGKILL');
      }
    };
    await Promise.all([...servers, ...servers].map(send));
    expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
    const rows = await ask('SELECT wat_moet_het_zijn AS text FROM wegwijzer.meldingen');
    const kept = rows.map(({ text }) => text);
    expect(kept).toEqual(expect.arrayContaining(confirmed));
    expect(new Set(kept).size).toBe(kept.length);
    for (const server of servers.slice(1)) {
      server.child.kill('SIGTERM');
      expect((await server.ended).code).toBe(0);
    }
  });

  it('go on without it, keep what was typed, and use it again by themselves', async () => {
    const own = await createPostgresServer();
    try {
      const { env } = await makeDatabase(own.port);
      const server = await startTestServer({ ...ENV, ...env });
      expect(await askHealth(server)).toEqual(WELL);
      await own.kill();
      // Somebody watching hears it before a visitor does, and the pages go on.
      await vi.waitFor(async () => expect(await askHealth(server)).toEqual(ILL));
      const refused = await postReport(server, 'Niet nu "&".');
      expect(refused.status).toBe(503);
      expect(await refused.text()).toContain('Niet nu &quot;&amp;&quot;.');
      for (const path of ['/', '/statistiek', '/overlegtafels', await beginCase(server)])
        expect((await fetch(server.url + path)).status, path).toBe(200);
      await own.start();
      await vi.waitFor(async () => expect(await askHealth(server)).toEqual(WELL));
      expect((await postReport(server, 'Nu wel.')).status).toBe(200);
      server.child.kill('SIGTERM');
      expect((await server.ended).code).toBe(0);
    } finally {
      await own.remove();
    }
  });

  it('say so when it answers nothing any more, or only follows another one', async () => {
    const { env, ask, address } = await makeDatabase(postgres.port);
    const network = await startTcpProxy(postgres.port);
    const STORE_URL = env.STORE_URL?.replace(`:${postgres.port}/`, `:${network.port}/`) ?? '';
    const server = await startTestServer({ ...ENV, STORE_URL });
    expect(await askHealth(server)).toEqual(WELL);
    network.silence(true);
    await vi.waitFor(async () => expect(await askHealth(server)).toEqual(ILL));
    network.cut();
    network.silence(false);
    await vi.waitFor(async () => expect(await askHealth(server)).toEqual(WELL));
    await ask(`ALTER DATABASE ${address.database} SET default_transaction_read_only = on`);
    // For connections that are made from here on.
    network.cut();
    await vi.waitFor(async () => expect(await askHealth(server)).toEqual(ILL));
  });
});

describe('a PostgreSQL that cannot be used', () => {
  const PASSWORD = 'een-geheim-wachtwoord';
  const STORE_URL = `postgres://rdm:${PASSWORD}@127.0.0.1:1/wegwijzer`;

  it('leaves the site working, with a warning that holds no password', async () => {
    const server = await startTestServer({ STORE_URL });
    for (const path of ['/', '/statistiek', await beginCase(server)])
      expect((await fetch(server.url + path)).status, path).toBe(200);
    expect((await postReport(server, 'Niet nu.')).status).toBe(503);
    expect(server.output()).toMatch(/"level":40.*GEEN OPSLAG.*127\.0\.0\.1:1, database wegwijzer/);
    expect(server.output()).toMatch(/"level":40.*GEEN BLIJVEND GEHEIM/);
    server.child.kill('SIGTERM');
    const { code, output } = await server.ended;
    expect(code, output).toBe(0);
    expect(output).not.toContain(PASSWORD);
  });

  it('is told by config:check, which shows no password and changes nothing', async () => {
    const check = (env: Record<string, string>) =>
      spawnSync(process.execPath, [join(builtRoot, 'dist/cli/config-check-cli.js')], {
        cwd: builtRoot,
        env,
        encoding: 'utf8',
      });
    const wrong = check({ STORE_URL });
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain('- Opslaan in PostgreSQL (127.0.0.1:1, database wegwijzer) lukt niet');
    expect(wrong.stdout + wrong.stderr).not.toContain(PASSWORD);
    const { env, ask } = await makeDatabase(postgres.port);
    const right = check(env);
    expect({ status: right.status, stderr: right.stderr }).toEqual({ status: 0, stderr: '' });
    expect(await ask("SELECT to_regnamespace('wegwijzer')::text AS schema")).toEqual([{ schema: null }]);
  });
});
