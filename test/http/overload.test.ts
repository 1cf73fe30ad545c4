import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import type { Overbelasting } from '../../src/http/overload.ts';
import { LOKAAL_VAST, toPassend } from '../support/fitting-antwoorden.ts';
import { flood } from '../support/flood.ts';
import { send, sendRaw, startLiveServer } from '../support/live-server.ts';
import { createTestApp, createTestZegel, RUIM } from '../support/test-app.ts';

const STAND = createTestZegel().seal({ ...LOKAAL_VAST, ...toPassend('topx') });
/** For a state that comes after some seconds on a busy machine, in milliseconds. */
const GEDULD = 30_000;
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('meer dan de server aankan', () => {
  it('krijgt 503 zonder dat er werk voor wordt gedaan, terwijl wat bezig is afkomt en de server daarna weer gewoon werkt', async () => {
    const gezien: Overbelasting[] = [];
    const app = createTestApp({ limieten: RUIM });
    let begonnen = 0;
    const port = await startLiveServer(
      (req, res) => {
        begonnen += 1;
        app(req, res);
      },
      {
        grenzen: { maxBeurt: 150 },
        onOverbelasting: (overbelasting) => gezien.push(overbelasting),
      },
    );
    // Begun before the flood: the headers and half of the form are there.
    const bezig = connect(port, '127.0.0.1');
    let antwoord = '';
    bezig.on('data', (deel) => {
      antwoord += deel.toString();
    });
    const body = 'casuscode=TW-2026-001&hulpvraag=Wie+kan+helpen';
    bezig.write(
      `POST /verwijzen/topx?a=${STAND} HTTP/1.1\r\nHost: localhost:3000\r\nContent-Type: ${FORM['Content-Type']}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.slice(0, 10)}`,
    );
    await vi.waitFor(() => expect(begonnen).toBe(1));
    const tekst = 'De cliënt belde op 12-03-2026 met mevrouw De Vries. '.repeat(380);
    const vloed = await flood(port, `/verwijzen/topx?a=${STAND}`, {
      headers: FORM,
      body: new URLSearchParams({
        casuscode: 'TW-2026-001',
        hulpvraag: tekst,
        situatie: tekst,
      }).toString(),
      aantal: 400,
    });
    expect(vloed.statussen[0], 'no connection broke').toBeUndefined();
    expect(Object.keys(vloed.statussen).every((status) => ['200', '400', '503'].includes(status))).toBe(true);
    expect(vloed.statussen[503] ?? 0, JSON.stringify(vloed.statussen)).toBeGreaterThan(20);
    expect(400 - (vloed.statussen[503] ?? 0), 'some were served').toBeGreaterThan(0);
    expect(vloed.retryAfter).toEqual(['5']);
    expect(begonnen, 'what is refused never reaches the app').toBe(1 + 400 - (vloed.statussen[503] ?? 0));
    bezig.write(body.slice(10));
    await once(bezig, 'close');
    expect(antwoord).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(antwoord.trimEnd()).toMatch(/<\/html>$/);
    expect((await send(port, 'GET', '/vragen/acuut-gevaar')).status).toBe(200);
    expect(gezien[0]).toEqual({ begin: true });
  });

  it('geldt ook voor wat tegelijk bezig is, maar niet voor de vraag of de server leeft', async () => {
    const open: ServerResponse[] = [];
    const port = await startLiveServer(
      (req, res) => {
        if (req.url === '/gezond') res.end('ok');
        else open.push(res);
      },
      { grenzen: { maxInFlight: 3 } },
    );
    const eerste = [1, 2, 3].map(() => send(port, 'GET', '/'));
    await vi.waitFor(() => expect(open).toHaveLength(3));
    const { status, headers, text } = await send(port, 'GET', '/');
    expect(status).toBe(503);
    expect(headers).toMatchObject({
      'retry-after': '5',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
    });
    expect(text).toContain('te druk');
    expect((await send(port, 'GET', '/gezond')).status).toBe(200);
    for (const res of open) res.end('klaar');
    for (const { status: gelukt } of await Promise.all(eerste)) expect(gelukt).toBe(200);
    const nog = send(port, 'GET', '/');
    await vi.waitFor(() => expect(open).toHaveLength(4));
    open[3]?.end('weer');
    expect((await nog).text).toBe('weer');
  });
});

describe('een trage client', () => {
  const grenzen = {
    headersTimeout: 300,
    requestTimeout: 600,
    controle: 50,
    stilte: 500,
    keepAliveTimeout: 200,
  };

  it.each([
    ['de headers niet afmaakt', 'GET / HTTP/1.1\r\nHost: x\r\nX-Traag: '],
    ['alleen verbinding maakt', ''],
    [
      'het formulier niet afmaakt',
      'POST /vragen/acuut-gevaar HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nacuut',
    ],
    ['na een antwoord niets meer vraagt', 'GET /gezond HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('die %s, wordt weggestuurd', async (_wat, bytes) => {
    const port = await startLiveServer(createTestApp(), { grenzen });
    // The limits of the server are minutes without `grenzen`: a client that is not sent away makes the test time out.
    const antwoord = await sendRaw(port, bytes);
    // Only a request that was whole has a page for an answer.
    if (antwoord !== '')
      expect(antwoord).toMatch(bytes.includes('/gezond') ? /^HTTP\/1.1 200 / : /^HTTP\/1.1 408 /);
  });

  it('die druppelt, wordt ook weggestuurd', async () => {
    const port = await startLiveServer(createTestApp(), { grenzen });
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.resume();
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Druppel: ');
    const druppel = setInterval(() => socket.write('x'), 50);
    await once(socket, 'close');
    clearInterval(druppel);
    expect(socket.destroyed).toBe(true);
  });

  it('die zijn antwoord niet leest, wordt ook weggestuurd', async () => {
    const gesloten = vi.fn();
    const port = await startLiveServer(
      (_req, res) => {
        res.once('close', gesloten);
        res.end(Buffer.alloc(50_000_000));
      },
      { grenzen },
    );
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await vi.waitFor(() => expect(gesloten).toHaveBeenCalledOnce(), GEDULD);
    socket.destroy();
  });

  it('houdt geen plaats bezet van wie wel vlot is', async () => {
    const port = await startLiveServer(createTestApp(), { grenzen: { ...grenzen, maxConnections: 50 } });
    const traag = Array.from({ length: 50 }, () => sendRaw(port, 'GET / HTTP/1.1\r\nX: '));
    await Promise.all(traag);
    expect((await send(port, 'GET', '/gezond')).status).toBe(200);
  });
});
