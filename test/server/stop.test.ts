import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readMeldingen } from '../../src/adapters/store/meldingen-file.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { postReport, startTestServer } from '../support/test-server.ts';

/** Sends a signal and tells how the server ended, and how long that took, in milliseconds. */
async function end({ child, ended }: ServerProcess, signal: NodeJS.Signals) {
  const begin = performance.now();
  child.kill(signal);
  const { code, signal: by } = await ended;
  return { code, by, tijd: performance.now() - begin };
}

function ask(url: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (res) => {
      res.resume().once('end', () => resolve(res));
    }).once('error', reject);
  });
}

/** A connection to a server on which `tekst` was sent, and which then says nothing more. */
async function openStuck({ port }: ServerProcess, tekst: string) {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  if (tekst) socket.write(tekst);
  await wait(100);
  return socket;
}

/** Begins a report and gives back what sends the rest of it and waits for the answer. */
async function beginReport({ port }: ServerProcess) {
  const body = new URLSearchParams({ pagina: '/', veld: 'proef', watMoetHetZijn: 'Onderweg.', email: '' });
  const tekst = body.toString();
  const aanvraag = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/klopt-niet',
    agent: new Agent({ keepAlive: true }),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': tekst.length },
  });
  const antwoord = once(aanvraag, 'response');
  aanvraag.write(tekst.slice(0, 5));
  await wait(100);
  return async () => {
    aanvraag.end(tekst.slice(5));
    const [res] = (await antwoord) as [IncomingMessage];
    res.resume();
    return res;
  };
}

/** In one process, and with a primary process and two workers. */
const AANTALLEN = ['1', '2'] as const;

describe.each(AANTALLEN.flatMap((n) => [['SIGTERM', n] as const, ['SIGINT', n] as const]))(
  '%s, WEB_CONCURRENCY=%s',
  (signal, n) => {
    it('stops with 0 when nobody is there, and takes nothing new', async () => {
      const server = await startTestServer({ WEB_CONCURRENCY: n });
      expect(await end(server, signal)).toMatchObject({ code: 0, by: null });
      await expect(fetch(`${server.url}/gezond`)).rejects.toThrow();
    });

    it('finishes what is in progress, says 503 at /gezond, and ends keep-alive connections', async () => {
      const server = await startTestServer({ WEB_CONCURRENCY: n });
      const agent = new Agent({ keepAlive: true });
      expect((await ask(`${server.url}/`, agent)).headers.connection).toBe('keep-alive');
      const finishReport = await beginReport(server);
      const einde = end(server, signal);
      await wait(300);
      const gezond = await ask(`${server.url}/gezond`, agent);
      expect([gezond.statusCode, gezond.headers.connection]).toEqual([503, 'close']);
      // By now the port is closed; the report that was under way still gets its answer.
      await wait(1_200);
      await expect(fetch(`${server.url}/gezond`)).rejects.toThrow();
      expect((await finishReport()).statusCode).toBe(200);
      const { code, tijd } = await einde;
      expect(code).toBe(0);
      expect(tijd).toBeLessThan(5_000);
    });
  },
);

describe.each(AANTALLEN)('a stop, WEB_CONCURRENCY=%s', (n) => {
  it('is not held by clients that are stuck: silent, in a header, in a body, or not reading', async () => {
    const server = await startTestServer({ WEB_CONCURRENCY: n });
    const vraag = 'GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n';
    const kop = 'POST /klopt-niet HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
    for (const tekst of [
      '',
      'GET / HTTP/1.1\r\nHost: x\r\nX-',
      `${kop}Content-Length: 900\r\n\r\npagina=`,
      vraag.repeat(500),
    ])
      (await openStuck(server, tekst)).pause();
    const { code, tijd } = await end(server, 'SIGTERM');
    expect(code).toBe(0);
    // They get their time, and no more than that.
    expect(tijd).toBeGreaterThan(5_000);
    expect(tijd).toBeLessThan(10_000);
  });

  it('is at once on a second signal, and loses no report by that', async () => {
    const dataDir = makeTempDir();
    const server = await startTestServer({ WEB_CONCURRENCY: n, DATA_DIR: dataDir });
    expect((await postReport(server, 'Bewaard.')).status).toBe(200);
    await openStuck(server, 'GET / HTTP/1.1\r\n');
    const einde = end(server, 'SIGTERM');
    // A busy machine may hand over the first signal late; half a second after that the second is one of its own.
    await vi.waitFor(() => expect(server.output()).toContain('SIGTERM: de server stopt'), 5_000);
    await wait(700);
    server.child.kill('SIGINT');
    const { code, tijd } = await einde;
    expect(code).toBe(130);
    expect(tijd).toBeLessThan(7_000);
    expect(await readMeldingen(dataDir)).toMatchObject([{ watMoetHetZijn: 'Bewaard.' }]);
  });

  it('takes two signals in one moment as one: npm passes on what the terminal sends to both', async () => {
    const server = await startTestServer({ WEB_CONCURRENCY: n });
    const einde = end(server, 'SIGINT');
    await wait(50);
    server.child.kill('SIGINT');
    expect((await einde).code).toBe(0);
  });

  it('writes the counts that are still in memory, and gives the folder back', async () => {
    const dataDir = makeTempDir();
    const server = await startTestServer({ WEB_CONCURRENCY: n, DATA_DIR: dataDir });
    expect((await fetch(`${server.url}/vragen/acuut-gevaar`)).status).toBe(200);
    expect(existsSync(join(dataDir, 'tellingen.json'))).toBe(false);
    await end(server, 'SIGTERM');
    expect(readFileSync(join(dataDir, 'tellingen.json'), 'utf8')).toContain('"gesteld": 1');
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(false);
  });
});
