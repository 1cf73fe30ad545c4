import { describe, expect, it } from 'vitest';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { send, sendRaw, startLiveServer } from '../support/live-server.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';

const TOPX = createTestSeal().seal({ ...LOKAAL_VAST, ...toFitting('topx') });
const GEVAAR = createTestSeal().seal({ acuutGevaar: 'ja' });
const JSON_HEADERS = { 'Content-Type': 'application/json' };
const FORM_HEADERS = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** What must be on every response, whoever makes it. */
function expectSafe(headers: Readonly<Record<string, string | string[] | undefined>>): void {
  const csp = new Map(
    String(headers['content-security-policy'])
      .split(';')
      .map((deel) => deel.trim().split(' '))
      .map(([naam = '', ...values]) => [naam, values.join(' ')]),
  );
  expect(csp.get('default-src')).toBe("'none'");
  expect(csp.get('form-action')).toBe("'self'");
  expect(csp.get('base-uri')).toBe("'none'");
  expect(csp.get('frame-ancestors')).toBe("'none'");
  expect(csp.get('object-src')).toBe("'none'");
  expect([...csp.values()].join(' ')).not.toMatch(/unsafe|\*|data:|http/);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
    'cross-origin-resource-policy': expect.stringMatching(/^(same-origin|cross-origin)$/),
    // What anyone may keep says so; nothing else may be kept.
    'cache-control': expect.stringMatching(/^(no-store|no-cache|public, max-age=\d+)$/),
  });
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers.server).toBeUndefined();
}

/** The headers of a raw answer. */
function readHeaders(antwoord: string): Record<string, string> {
  const [kop = ''] = antwoord.split('\r\n\r\n');
  const regels = kop.split('\r\n').slice(1);
  return Object.fromEntries(
    regels.map((regel) => [
      regel.slice(0, regel.indexOf(':')).toLowerCase(),
      regel.slice(regel.indexOf(':') + 1).trim(),
    ]),
  );
}

describe('de headers op elk antwoord', () => {
  it.each<[wat: string, status: number, method: string, path: string, opties?: Parameters<typeof send>[3]]>([
    ['de startpagina', 200, 'GET', '/'],
    ['HEAD', 200, 'HEAD', '/'],
    ['een pagina die er niet is', 404, 'GET', '/bestaat-niet'],
    ['HEAD daarop', 404, 'HEAD', '/bestaat-niet'],
    ['een doorverwijzing', 303, 'GET', '/vragen'],
    ['een vraag', 200, 'GET', '/vragen/acuut-gevaar'],
    ['een fout in een formulier', 400, 'POST', '/vragen/acuut-gevaar', { headers: FORM_HEADERS }],
    ['een vervalste stand', 400, 'GET', '/advies?a=AAAA'],
    ['het advies', 200, 'GET', `/advies?a=${GEVAAR}`],
    ['een adres dat niet te lezen is', 400, 'GET', '/verwijzen/%E0%A4%A'],
    ['een adres dat te lang is', 414, 'GET', `/zoeken?q=${'a'.repeat(5_000)}`],
    ['een andere site', 403, 'POST', '/vragen/acuut-gevaar', { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    [
      'te veel tekst',
      413,
      'POST',
      '/klopt-niet',
      { headers: FORM_HEADERS, body: 'veld='.padEnd(300_000, 'x') },
    ],
    ['de API', 200, 'GET', '/api/v1/vragen'],
    ['een fout in de API', 400, 'POST', '/api/v1/adviezen', { headers: JSON_HEADERS, body: '{' }],
    ['een adres dat de API niet kent', 404, 'GET', '/api/v1/bestaat-niet'],
    ['een methode die de API niet kent', 405, 'DELETE', '/api/v1/adviezen'],
    ['OPTIONS', 204, 'OPTIONS', '/api/v1/adviezen'],
    ['security.txt', 200, 'GET', '/.well-known/security.txt'],
    ['/gezond', 200, 'GET', '/gezond'],
    ['een verwachting die niemand kent', 417, 'GET', '/', { headers: { Expect: 'het beste' } }],
  ])('%s (%i)', async (_what, status, method, path, opties) => {
    const port = await startLiveServer(createTestApp());
    const antwoord = await send(port, method, path, opties);
    expect(antwoord.status).toBe(status);
    expectSafe(antwoord.headers);
  });

  it('ook op een 304', async () => {
    const port = await startLiveServer(createTestApp());
    const { headers } = await send(port, 'GET', '/');
    const still = await send(port, 'GET', '/', { headers: { 'If-None-Match': String(headers.etag) } });
    expect(still.status).toBe(304);
    expectSafe(still.headers);
  });

  it.each<[wat: string, status: number, bytes: string]>([
    ['wat geen HTTP is', 400, 'hallo\r\n\r\n'],
    ['een header met een spatie in de naam', 400, 'GET / HTTP/1.1\r\nHost: x\r\nEen naam: x\r\n\r\n'],
    ['geen Host', 400, 'GET / HTTP/1.1\r\n\r\n'],
    ['twee lengtes', 400, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
    [
      'lengte en stukken tegelijk',
      400,
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['te grote headers', 431, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['een te lang adres', 431, `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    [
      'te veel headers',
      431,
      `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${'a: b\r\n'.repeat(150)}\r\n`,
    ],
  ])('ook als de aanvraag niet te lezen is: %s (%i)', async (_what, status, bytes) => {
    const port = await startLiveServer(createTestApp());
    const antwoord = await sendRaw(port, bytes, (tekst) => tekst.includes('\r\n\r\n'));
    expect(antwoord).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expectSafe(readHeaders(antwoord));
  });

  it('ook als er iets stuk is, zelfs de foutpagina', async () => {
    let broken = false;
    const app = createTestApp({
      render: () => {
        if (broken) throw new Error('kapot');
        return '';
      },
    });
    broken = true;
    const port = await startLiveServer(app);
    const antwoord = await send(port, 'GET', '/bestaat-niet');
    expect(antwoord.status).toBe(500);
    expect(antwoord.text).toBe('Er ging iets mis bij ons. Direct gevaar? Bel 112.\n');
    expectSafe(antwoord.headers);
  });
});

describe('de andere headers', () => {
  it('HSTS is er alleen als de buitenwereld over TLS komt, voor minstens een jaar', async () => {
    const without = await send(await startLiveServer(createTestApp()), 'GET', '/');
    expect(without.headers['strict-transport-security']).toBeUndefined();
    const baseUrl = 'https://wegwijzer.example';
    const port = await startLiveServer(createTestApp({ baseUrl }), { baseUrl });
    const [, time] =
      /^max-age=(\d+)/.exec(
        (await send(port, 'GET', '/bestaat-niet')).headers['strict-transport-security'] ?? '',
      ) ?? [];
    expect(Number(time)).toBeGreaterThanOrEqual(365 * 24 * 60 * 60);
    expect(await sendRaw(port, 'hallo\r\n\r\n')).toMatch(/^Strict-Transport-Security: max-age=/im);
  });

  it('wat antwoorden of een pakket bevat, bewaart niemand', async () => {
    const port = await startLiveServer(createTestApp());
    const form = { headers: FORM_HEADERS, body: 'casuscode=TW-2026-001&hulpvraag=Wie+kan+helpen' };
    const antwoorden = await Promise.all([
      send(port, 'GET', `/advies?a=${TOPX}`),
      send(port, 'GET', `/vragen/rol?a=${TOPX}`),
      send(port, 'POST', `/verwijzen/topx?a=${TOPX}`, form),
      ...['eml', 'pdf', 'txt'].map((shape) => send(port, 'POST', `/verwijzen/topx/${shape}?a=${TOPX}`, form)),
      send(port, 'GET', '/overlegtafels/topx/toets'),
      send(port, 'GET', '/vragen'),
      send(port, 'POST', `/vragen/rol?a=${TOPX}`, { headers: FORM_HEADERS, body: 'rol=politie' }),
      send(port, 'GET', '/advies?a=AAAA'),
      send(port, 'POST', '/api/v1/adviezen', { headers: JSON_HEADERS, body: '{"antwoorden":{}}' }),
    ]);
    for (const { status, headers } of antwoorden) {
      expect(status).toBeLessThan(401);
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it('de API is te lezen voor elke site, maar alleen met GET', async () => {
    const port = await startLiveServer(createTestApp());
    const from = { Origin: 'https://elders.example' };
    for (const path of [
      '/vragen',
      '/overlegtafels',
      '/gemeenten/borne',
      '/zoeken?q=schulden',
      '/clientondersteuning',
    ]) {
      const { headers } = await send(port, 'GET', `/api/v1${path}`, { headers: from });
      expect(headers['access-control-allow-origin'], path).toBe('*');
      expect(headers['cross-origin-resource-policy'], path).toBe('cross-origin');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/advies'],
      ['POST', '/api/v1/adviezen'],
      ['OPTIONS', '/api/v1/adviezen'],
    ] as const) {
      const { headers } = await send(port, method, path, { headers: from });
      expect(headers['access-control-allow-origin'], `${method} ${path}`).toBeUndefined();
      expect(headers['access-control-allow-methods']).toBeUndefined();
    }
  });
});
