import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readMeldingen } from '../../src/adapters/store/meldingen-file.ts';
import { findFreePort } from '../../src/build/free-port.ts';
import { toPauze } from '../../src/server/keep-workers.ts';
import { ask, findWorkers, isAlive, killWorkers, startCluster, waitFor } from '../support/cluster.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { postReport, startTestProcess } from '../support/test-server.ts';

describe('kill -9 of a worker', () => {
  it('is said, the other goes on, a new one comes, and nothing that was kept is lost', async () => {
    const dataDir = makeTempDir();
    const server = await startCluster({ DATA_DIR: dataDir });
    const [eerste, tweede] = await findWorkers(server);
    for (let nummer = 1; nummer <= 4; nummer += 1) await postReport(server, `${nummer}`);
    await killWorkers(server, eerste);
    expect(server.output()).toMatch(new RegExp(`"level":40.*"werkproces":${eerste},.*"signal":"SIGKILL"`));
    for (let keer = 0; keer < 10; keer += 1) expect((await ask(server, '/gezond')).status).toBe(200);
    const nu = await findWorkers(server);
    expect(nu).toContain(tweede);
    expect(nu).not.toContain(eerste);
    expect((await postReport(server, '5')).status).toBe(200);
    expect((await readMeldingen(dataDir)).map(({ watMoetHetZijn }) => watMoetHetZijn)).toEqual([...'12345']);
  });

  it('lets one go that is asked politely, with what it has in progress, and replaces it', async () => {
    const server = await startCluster();
    const [eerste, tweede] = await findWorkers(server);
    process.kill(eerste, 'SIGTERM');
    await waitFor(() => !isAlive(eerste), server);
    const nu = await findWorkers(server);
    expect(nu).toContain(tweede);
    expect(nu).not.toContain(eerste);
    expect(server.child.exitCode).toBeNull();
  });

  it('gets a longer and longer pause when it keeps happening', () => {
    expect([1, 2, 3, 4, 7, 8, 9, 100].map(toPauze)).toEqual([
      0, 1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000,
    ]);
  });
});

describe('kill -9 of the primary', () => {
  it('ends the workers, and port and folder are free for the next server', async () => {
    const dataDir = makeTempDir();
    const server = await startCluster({ DATA_DIR: dataDir });
    const werkprocessen = await findWorkers(server);
    expect((await postReport(server, 'Bewaard.')).status).toBe(200);
    server.child.kill('SIGKILL');
    await waitFor(() => !werkprocessen.some(isAlive), server);
    await (await holdPort(server.port)).release();
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(true);

    const weer = await startCluster({ DATA_DIR: dataDir });
    expect((await postReport(weer, 'Na de val.')).status).toBe(200);
    expect((await readMeldingen(dataDir)).map(({ watMoetHetZijn }) => watMoetHetZijn)).toEqual([
      'Bewaard.',
      'Na de val.',
    ]);
  });
});

describe('a signal to all processes at once, as a terminal and systemd send it', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends all of them in order: %s', async (signal) => {
    const server = await startCluster();
    const werkprocessen = await findWorkers(server);
    const begin = performance.now();
    for (const pid of [...werkprocessen, server.child.pid ?? 0]) process.kill(pid, signal);
    const { code, output } = await server.ended;
    expect(code).toBe(0);
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect(werkprocessen.filter(isAlive)).toEqual([]);
    expect(output.match(/"msg":"gestopt"/g)).toHaveLength(3);
    expect(output).not.toContain('een werkproces is weg');
  });

  it('leaves no worker behind, not even a stuck one, when a second one ends the primary at once', async () => {
    const server = await startCluster();
    const werkprocessen = await findWorkers(server);
    process.kill(werkprocessen[0], 'SIGSTOP');
    server.child.kill('SIGTERM');
    await wait(700);
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(143);
    await waitFor(() => !werkprocessen.some(isAlive), server);
  });
});

describe('a stop', () => {
  it('waits no longer than it may for a worker that is stuck, and keeps what there is to keep', async () => {
    const dataDir = makeTempDir();
    const server = await startCluster({ DATA_DIR: dataDir });
    const [, tweede] = await findWorkers(server);
    expect((await ask(server, '/vragen/acuut-gevaar')).status).toBe(200);
    // Until the primary was told of the count.
    await wait(1_000);
    process.kill(tweede, 'SIGSTOP');
    const begin = performance.now();
    server.child.kill('SIGTERM');
    const { code } = await server.ended;
    expect([code, performance.now() - begin < 10_000, isAlive(tweede)]).toEqual([0, true, false]);
    expect(existsSync(join(dataDir, 'tellingen.json'))).toBe(true);
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(false);
  });

  it('is in order too while the workers are still starting', async () => {
    const metricsPort = await findFreePort();
    const server = await startTestProcess({ WEB_CONCURRENCY: '2', METRICS_PORT: String(metricsPort) });
    const readMetrics = () =>
      fetch(`http://127.0.0.1:${metricsPort}/metrics`).then(
        (antwoord) => antwoord.text(),
        () => '',
      );
    await waitFor(async () => (await readMetrics()).includes('rdm_workers 0\n'), server);
    const begin = performance.now();
    server.child.kill('SIGTERM');
    const { code, output } = await server.ended;
    expect(code).toBe(0);
    // What does not serve yet is not waited for.
    expect(performance.now() - begin).toBeLessThan(6_000);
    expect(output).toContain('"msg":"gestopt"');
    expect(output).not.toContain('een werkproces is weg');
  });
});

describe('a start that cannot be', () => {
  /** Starts and expects one message that says so, and no process that tries again. */
  async function expectRefusal(env: Readonly<Record<string, string>>, uitleg: string): Promise<void> {
    const { code, output } = await (await startTestProcess({ WEB_CONCURRENCY: '2', ...env })).ended;
    expect(code).toBe(1);
    expect(output.match(/RDM-wegwijzer start niet/g)).toHaveLength(1);
    expect(output).toContain(uitleg);
    expect(output).not.toMatch(/ {4}at |werkproces/);
  }

  it('because of something that people wrote', async () => {
    const dataDir = makeTempDir();
    mkdirSync(join(dataDir, 'thema'));
    writeFileSync(join(dataDir, 'thema', 'thema.json'), '{}');
    await expectRefusal({ DATA_DIR: dataDir }, 'thema.json klopt niet');
  });

  it('because the port is taken, and it gives the folder back', async () => {
    const dataDir = makeTempDir();
    const { port } = await holdPort();
    await expectRefusal({ DATA_DIR: dataDir, PORT: String(port) }, `Poort ${port} is al in gebruik.`);
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(false);
  });

  it('because the port of the metrics is taken', async () => {
    const { port } = await holdPort();
    await expectRefusal({ METRICS_PORT: String(port) }, 'EADDRINUSE');
  });

  it('because another server has the folder, which goes on', async () => {
    const dataDir = makeTempDir();
    const server = await startCluster({ DATA_DIR: dataDir });
    await expectRefusal({ DATA_DIR: dataDir }, `(proces ${server.child.pid} op `);
    expect((await postReport(server, 'Nog steeds.')).status).toBe(200);
  });
});

/** Listens on a port, a free one unless given, until the end of the test. */
async function holdPort(gewenst = 0) {
  const houder = createServer().listen(gewenst, '127.0.0.1');
  await once(houder, 'listening');
  const release = () => new Promise<void>((resolve) => houder.close(() => resolve()));
  onTestFinished(() => void houder.close());
  return { port: (houder.address() as AddressInfo).port, release };
}
