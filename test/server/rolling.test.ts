import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { findFreePort } from '../support/free-port.ts';
import { installIfMissing } from '../support/installed-program.ts';
import { askSite, type Met, startLoad } from '../support/load.ts';
import { loadContent } from '../support/load-content.ts';
import { chooseShare } from '../support/long-form.ts';
import { makeNextVersion, NEWS } from '../support/next-version.ts';
import { NGINX, startNginx } from '../support/nginx-server.ts';
import { createPostgresServer, installPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { type ServerProcess, waitUntilReady } from '../support/server-process.ts';
import { makeDatabase } from '../support/test-places.ts';
import { builtRoot, startTestProcess } from '../support/test-server.ts';

/**
 * In milliseconds: a proxy lets go of a connection half a second before we do (docs/install.md). Where the machine stands
 * still for half of that, a failure says nothing of the site, and the test begins anew; elsewhere it fails at once.
 */
const STOOD_STILL = 250;
const ANEW = { retry: { count: 3, condition: /^The machine stood still/ } };
const ROUNDS = chooseShare(1, 2);
const NOTICE = 'De vragen zijn intussen veranderd';
/** Where both servers answer as one. */
const BASE_URL = 'https://wegwijzer.example';

let postgres: PostgresServer;
beforeAll(async () => {
  installIfMissing([NGINX]);
  installPostgres();
  postgres = await createPostgresServer();
});
afterAll(() => postgres.remove());

/** Two servers on one database behind nginx, with visitors, and an address that was sealed before anything is replaced. */
async function startSite() {
  const { env, ask } = await makeDatabase(postgres.port);
  const ports = [await findFreePort(), await findFreePort()];
  const start = async (port: number, root: string) => {
    const settings = { BASE_URL, TRUST_PROXY: 'loopback', RATE_LIMIT_REPORTS: '100000/100000' };
    const server = await startTestProcess(
      { ...env, ...settings, PORT: String(port), LOG_LEVEL: 'warn' },
      root,
    );
    await waitUntilReady(server);
    return server;
  };
  const servers = await Promise.all(ports.map((port) => start(port, builtRoot)));
  const nginx = await startNginx(ports);
  const proxy = `https://127.0.0.1:${nginx.port}`;
  const { location } = await askSite(proxy, 'POST', '/vragen/acuut-gevaar', {
    form: { acuutGevaar: 'nee' },
  });
  const load = startLoad(proxy, { connections: 'kept' });
  return {
    address: location,
    /** Seals answers as these servers do, before any of them is replaced. */
    async seal(antwoorden: Antwoorden) {
      const [row] = await ask('SELECT waarde FROM wegwijzer.geheim');
      const { vragen } = loadContent(builtRoot);
      const options = { secrets: () => [String(row?.waarde)], vragen, now: () => new Date() };
      return createSealedStand(options).seal(antwoorden);
    },
    /** Stops each server in order, and starts it again, before the next one. */
    async replaceAll(root = builtRoot) {
      for (const [index, port] of ports.entries()) {
        const old = servers[index] as ServerProcess;
        old.child.kill('SIGTERM');
        expect((await old.ended).code).toBe(0);
        servers[index] = await start(port, root);
      }
    },
    /** The page at an address, of each server. */
    readEach: (path: string) =>
      Promise.all(
        servers.map(async ({ url }) => {
          const answer = await fetch(url + path);
          expect(answer.status).toBe(200);
          return answer.text();
        }),
      ),
    /** What the visitors met, and the reports that are kept. */
    async stop(): Promise<Met & { readonly kept: readonly string[] }> {
      const met = await load.stop();
      if (Object.keys(met.failed).length > 0) process.stderr.write(nginx.faults().slice(-2_000));
      const rows = await ask('SELECT wat_moet_het_zijn AS text FROM wegwijzer.meldingen');
      return { ...met, kept: rows.map(({ text }) => String(text)).sort() };
    },
  };
}

/** Nothing failed, and each report that was acknowledged is kept once: what may have been kept was not sent again. */
function expectUnnoticed({
  failed,
  answered,
  reports,
  kept,
  stoodStill,
}: Met & { readonly kept: readonly string[] }) {
  if (Object.keys(failed).length > 0 && stoodStill > STOOD_STILL)
    throw new Error(`The machine stood still for ${Math.round(stoodStill)} ms: ${JSON.stringify(failed)}`);
  expect(failed).toEqual({});
  expect(answered).toBeGreaterThan(100);
  expect(reports.length).toBeGreaterThan(0);
  expect(kept).toEqual([...reports].sort());
}

describe('two servers behind nginx, as the manual has it', () => {
  it('are restarted one after another under load, and nobody notices', ANEW, async () => {
    const { address, replaceAll, readEach, stop } = await startSite();
    for (let round = 0; round < ROUNDS; round += 1) await replaceAll();
    expectUnnoticed(await stop());
    for (const page of await readEach(address)) expect(page).not.toContain(NOTICE);
  });

  it(
    'become another version under load: nobody notices, and an address in use opens in it',
    ANEW,
    async () => {
      const next = makeNextVersion(builtRoot);
      const { address, seal, replaceAll, readEach, stop } = await startSite();
      const answered = await seal({ acuutGevaar: 'nee', zoekt: 'advies' });
      for (const page of await readEach(address)) expect(page).not.toContain(NEWS.vraag);
      await replaceAll(next);
      expectUnnoticed(await stop());
      for (const page of await readEach(address)) {
        expect(page).toContain(NEWS.vraag);
        expect(page).not.toContain(NOTICE);
      }
      for (const page of await readEach(`/vragen?a=${answered}`)) expect(page).not.toContain(NOTICE);
      for (const text of await readEach('/api/v1/vragen')) expect(text).toContain(NEWS.optie);
    },
  );
});
