import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import type { Overload } from '../../src/http/overload.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { flood } from '../support/flood.ts';
import { send, sendRaw, startLiveServer } from '../support/live-server.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';

const STAND = createTestSeal().seal({ ...LOKAAL_VAST, ...toFitting('topx') });
/** For a state that comes after some seconds on a busy machine, in milliseconds. */
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('meer dan de server aankan', () => {
  it('krijgt 503 zonder dat er werk voor wordt gedaan, terwijl wat bezig is afkomt en de server daarna weer gewoon werkt', async () => {
    const seen: Overload[] = [];
    const app = createTestApp({ limits: SPACIOUS });
    let begun = 0;
    const port = await startLiveServer(
      (req, res) => {
        begun += 1;
        app(req, res);
      },
      {
        limits: { maxTurn: 150 },
        onOverload: (overload) => seen.push(overload),
      },
    );
    // Begun before the flood: the headers and half of the form are there.
    const busy = connect(port, '127.0.0.1');
    let antwoord = '';
    busy.on('data', (deel) => {
      antwoord += deel.toString();
    });
    const body = 'casuscode=TW-2026-001&hulpvraag=Wie+kan+helpen';
    busy.write(
      `POST /verwijzen/topx?a=${STAND} HTTP/1.1\r\nHost: localhost:3000\r\nContent-Type: ${FORM['Content-Type']}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.slice(0, 10)}`,
    );
    await vi.waitFor(() => expect(begun).toBe(1));
    const tekst = 'De cliënt belde op 12-03-2026 met mevrouw De Vries. '.repeat(380);
    const wave = await flood(port, `/verwijzen/topx?a=${STAND}`, {
      headers: FORM,
      body: new URLSearchParams({
        casuscode: 'TW-2026-001',
        hulpvraag: tekst,
        situatie: tekst,
      }).toString(),
      aantal: 400,
    });
    expect(wave.statuses[0], 'no connection broke').toBeUndefined();
    expect(Object.keys(wave.statuses).every((status) => ['200', '400', '503'].includes(status))).toBe(true);
    expect(wave.statuses[503] ?? 0, JSON.stringify(wave.statuses)).toBeGreaterThan(20);
    expect(400 - (wave.statuses[503] ?? 0), 'some were served').toBeGreaterThan(0);
    expect(wave.retryAfter).toEqual(['5']);
    expect(begun, 'what is refused never reaches the app').toBe(1 + 400 - (wave.statuses[503] ?? 0));
    busy.write(body.slice(10));
    await once(busy, 'close');
    expect(antwoord).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(antwoord.trimEnd()).toMatch(/<\/html>$/);
    expect((await send(port, 'GET', '/vragen/acuut-gevaar')).status).toBe(200);
    expect(seen[0]).toEqual({ begin: true });
  });

  it('geldt ook voor wat tegelijk bezig is, maar niet voor de vraag of de server leeft', async () => {
    const open: ServerResponse[] = [];
    const port = await startLiveServer(
      (req, res) => {
        if (req.url === '/gezond') res.end('ok');
        else open.push(res);
      },
      { limits: { maxInFlight: 3 } },
    );
    const first = [1, 2, 3].map(() => send(port, 'GET', '/'));
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
    for (const { status: succeeded } of await Promise.all(first)) expect(succeeded).toBe(200);
    const still = send(port, 'GET', '/');
    await vi.waitFor(() => expect(open).toHaveLength(4));
    open[3]?.end('weer');
    expect((await still).text).toBe('weer');
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'text/html; charset=utf-8', 'De pagina.'],
    ['a form with a file', 'multipart/form-data; boundary=x', 'text/html; charset=utf-8', 'De pagina.'],
    ['a program', 'application/json', 'text/plain; charset=utf-8', /te druk/],
  ])('%s gets its own kind of answer, however much it sends', async (_who, type, answerType, tekst) => {
    const port = await startLiveServer(() => {}, {
      limits: { maxInFlight: 0 },
      busyPage: () => Buffer.from('De pagina.'),
    });
    const { status, headers, text } = await send(port, 'POST', '/', {
      headers: { 'Content-Type': type },
      body: type.includes('json') ? '{}' : Buffer.alloc(20_000_000, 'x'),
    });
    expect(status).toBe(503);
    expect(headers).toMatchObject({
      'content-type': answerType,
      'retry-after': '5',
      'cache-control': 'no-store',
    });
    expect(text).toMatch(tekst);
  });
});

describe('een trage client', () => {
  const limits = {
    headersTimeout: 300,
    requestTimeout: 600,
    controle: 50,
    silence: 500,
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
  ])('die %s, wordt weggestuurd', async (_what, bytes) => {
    const port = await startLiveServer(createTestApp(), { limits: limits });
    // The limits of the server are minutes without `limits`: a client that is not sent away makes the test time out.
    const antwoord = await sendRaw(port, bytes);
    // Only a request that was whole has a page for an answer.
    if (antwoord !== '')
      expect(antwoord).toMatch(bytes.includes('/gezond') ? /^HTTP\/1.1 200 / : /^HTTP\/1.1 408 /);
  });

  it('die druppelt, wordt ook weggestuurd', async () => {
    const port = await startLiveServer(createTestApp(), { limits: limits });
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.resume();
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Druppel: ');
    const drip = setInterval(() => socket.write('x'), 50);
    await once(socket, 'close');
    clearInterval(drip);
    expect(socket.destroyed).toBe(true);
  });

  it('die zijn antwoord niet leest, wordt ook weggestuurd', async () => {
    const closed = vi.fn();
    const port = await startLiveServer(
      (_req, res) => {
        res.once('close', closed);
        res.end(Buffer.alloc(50_000_000));
      },
      { limits: limits },
    );
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
    socket.destroy();
  });

  it('houdt geen plaats bezet van wie wel vlot is', async () => {
    const port = await startLiveServer(createTestApp(), { limits: { ...limits, maxConnections: 50 } });
    const slow = Array.from({ length: 50 }, () => sendRaw(port, 'GET / HTTP/1.1\r\nX: '));
    await Promise.all(slow);
    expect((await send(port, 'GET', '/gezond')).status).toBe(200);
  });
});
