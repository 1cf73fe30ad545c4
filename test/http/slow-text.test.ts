import { describe, expect, it } from 'vitest';
import { listVelden } from '../../src/domain/referral/veld.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { content, model } from '../support/real-content.ts';
import { FAMILIES, repeatTo } from '../support/slow-texts.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';
import { say } from '../support/texts.ts';

/** So long that a pattern which backtracks takes seconds or hours: then the test times out. How work grows: proof/growth. */
const LONG = 100_000;
const TAFEL = 'hoogcomplex-oostnl';
const STAND = createTestSeal().seal({ ...LOKAAL_VAST, rol: 'zorgaanbieder', ...toFitting(TAFEL) });
const tafel = model.tafelOf.get(TAFEL);
const VELDEN = tafel ? listVelden(say, content, tafel, undefined) : [];
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const app = createTestApp({ limits: SPACIOUS });

const toForm = (velden: Readonly<Record<string, string>>) => new URLSearchParams(velden).toString();

describe.each(FAMILIES)('een tekst die traag moet maken: %s', (_name, piece, end = '') => {
  it('van 100 KB in elk veld krijgt antwoord', async () => {
    const port = await startLiveServer(app);
    const long = repeatTo(piece, end, LONG);
    for (const veld of ['casuscode', 'hulpvraag', 'plan.0.wie', 'bevestigd', 'onbekend']) {
      const { status } = await send(port, 'POST', `/verwijzen/${TAFEL}?a=${STAND}`, {
        headers: FORM,
        body: toForm({ casuscode: 'TW-2026-001', [veld]: long }),
      });
      expect([200, 400, 413], veld).toContain(status);
    }
    for (const [veld, waarde] of [
      ['tafel', long],
      ['antwoorden', { gemeente: long, [long]: 'ja' }],
      ['verwijzing', { casuscode: long, hulpvraag: long, bevestigd: [long], [long]: long }],
    ] as const) {
      const { status } = await send(port, 'POST', '/api/v1/verwijzingen', {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ tafel: TAFEL, antwoorden: {}, verwijzing: {}, [veld]: waarde }),
      });
      expect([400, 413]).toContain(status);
    }
  });

  it('in q en in de melding krijgt antwoord, hoe lang ook', async () => {
    const port = await startLiveServer(app);
    for (const length of [100, 1_000, 3_900, LONG]) {
      const q = encodeURIComponent(Buffer.from(repeatTo(piece, end, length)).toString())
        .slice(0, length)
        .replace(/%.?$/, '');
      for (const path of ['/zoeken', '/api/v1/zoeken', '/klopt-niet', '/advies']) {
        const naam = { '/klopt-niet': 'pagina', '/advies': 'a' }[path] ?? 'q';
        const { status } = await send(port, 'GET', `${path}?${naam}=${q}`);
        expect([200, 400, 414, 431], path).toContain(status);
      }
    }
    for (const veld of ['pagina', 'veld', 'watMoetHetZijn', 'email']) {
      for (const length of [2_000, LONG]) {
        const velden = {
          pagina: '/',
          veld: '',
          watMoetHetZijn: 'x',
          email: '',
          [veld]: repeatTo(piece, end, length),
        };
        // "veld" stays empty otherwise, so that nothing is kept.
        const { status } = await send(port, 'POST', '/klopt-niet', {
          headers: FORM,
          body: toForm(velden),
        });
        expect([200, 400, 413], veld).toContain(status);
      }
    }
  });

  it('in alle velden tegelijk, zo lang als mag, krijgt antwoord', async () => {
    const port = await startLiveServer(app);
    const velden = Object.fromEntries(
      VELDEN.filter(({ soort }) => soort === 'tekst').map(({ pad, max }) => [pad, repeatTo(piece, end, max)]),
    );
    const body = toForm({ ...velden, casuscode: 'TW-2026-001' });
    const { status } = await send(port, 'POST', `/verwijzen/${TAFEL}?a=${STAND}`, {
      headers: FORM,
      body,
    });
    expect([200, 400, 413]).toContain(status);
  });
});

describe('heel veel kleine dingen tegelijk', () => {
  const times = (count: number, piece: (nummer: number) => string) =>
    Array.from({ length: count }, (_, nummer) => piece(nummer)).join(',');
  const names = Array.from(
    { length: 40 },
    (_, nummer) => `mevrouw Jansen${'abcdefghij'[nummer % 10]}${nummer}`,
  ).join('. ');
  const velden = VELDEN.filter(({ soort }) => soort === 'tekst')
    .map(({ pad }) => `"${pad}":"${names}"`)
    .join(',');

  it.each([
    ['keuzes die er niet zijn', '/adviezen', `{"antwoorden":{"signalen":[${times(240_000, () => '"x"')}]}}`],
    ['dezelfde keuze', '/adviezen', `{"antwoorden":{"signalen":[${times(70_000, () => '"veiligheid"')}]}}`],
    [
      'feiten die er niet zijn',
      '/adviezen',
      `{"antwoorden":{${times(80_000, (nummer) => `"f${nummer}":1`)}}}`,
    ],
    ['velden die er niet zijn', '/adviezen', `{${times(80_000, (nummer) => `"f${nummer}":1`)}}`],
    [
      'velden van een verwijzing die er niet zijn',
      '/verwijzingen',
      `{"tafel":"${TAFEL}","antwoorden":{},"verwijzing":{${times(80_000, (nummer) => `"f${nummer}":1`)}}}`,
    ],
    [
      'bevestigingen',
      '/verwijzingen',
      `{"tafel":"${TAFEL}","antwoorden":{},"verwijzing":{"casuscode":"TW-2026-001",${velden},"bevestigd":[${times(200_000, () => '""')}]}}`,
    ],
  ])('%s', async (_what, path, body) => {
    const port = await startLiveServer(app);
    expect(body.length).toBeLessThan(1_000_000);
    const { status } = await send(port, 'POST', `/api/v1${path}`, {
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    expect([200, 400, 409]).toContain(status);
  });
});

describe('een header die traag moet maken', () => {
  it.each([
    ['Accept', 'a/a;q=0.'],
    ['Accept', ','],
    ['Accept-Encoding', 'gzip;q=1,'],
    ['Accept-Encoding', ';;'],
    ['If-None-Match', '"a", W/'],
    ['If-None-Match', ' ,'],
    ['Content-Type', 'application/json; charset='],
    ['Content-Type', '; charset'],
    ['Origin', 'http://a.'],
    ['X-Forwarded-For', '1.2.3.4, '],
  ])('%s: %s', async (naam, piece) => {
    const port = await startLiveServer(createTestApp({ trustProxy: 1 }));
    const headers = { 'Content-Type': 'application/json', [naam]: repeatTo(piece, 'x', 12_000) };
    for (const [method, path, body] of [
      ['GET', '/', undefined],
      ['GET', '/api/v1/zoeken?q=x', undefined],
      [
        'POST',
        '/api/v1/verwijzingen',
        '{"tafel":"topx","antwoorden":{},"verwijzing":{"casuscode":"TW-2026-001"}}',
      ],
    ] as const) {
      const { status } = await send(port, method, path, { headers, ...(body ? { body } : {}) });
      expect([200, 400, 403, 406, 409, 415]).toContain(status);
    }
  });
});
