import { describe, expect, it } from 'vitest';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { createTestApp, createTestSeal, store } from '../support/test-app.ts';

const STAND = createTestSeal().seal({ ...LOKAAL_VAST, ...toFitting('topx') });
const TYPE = 'application/x-www-form-urlencoded';
const GOED = 'casuscode=TW-2026-001&hulpvraag=Wie+kan+helpen';
/** Every post of the site that stores, counts or sends, with a body that is good. */
const POSTS: readonly [pad: string, type: string, body: string, status: number][] = [
  ['/klopt-niet', TYPE, 'pagina=/&veld=x&watMoetHetZijn=y', 200],
  ['/vragen/acuut-gevaar', TYPE, 'acuutGevaar=ja', 303],
  [`/verwijzen/topx?a=${STAND}`, TYPE, GOED, 200],
  [`/verwijzen/topx/eml?a=${STAND}`, TYPE, GOED, 200],
  [`/verwijzen/topx/pdf?a=${STAND}`, TYPE, GOED, 200],
  ['/api/v1/adviezen', 'application/json', '{"antwoorden":{}}', 200],
  [
    '/api/v1/verwijzingen',
    'application/json',
    JSON.stringify({
      tafel: 'topx',
      antwoorden: { ...LOKAAL_VAST, ...toFitting('topx') },
      verwijzing: { casuscode: 'TW-2026-001' },
    }),
    200,
  ],
];
const app = createTestApp();

describe.each(POSTS)('POST %s', (path, type, body, status) => {
  const post = (port: number, headers: Record<string, string>) =>
    send(port, 'POST', path, { headers: { 'Content-Type': type, ...headers }, body });

  it.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost:3000' },
    { Origin: 'https://elders.example' },
    { Origin: 'null' },
    { Origin: 'http://localhost:3000.elders.example' },
  ])('weigert wat van een andere site komt: %j', async (headers) => {
    const port = await startLiveServer(app);
    const kent = (await store.meldingen.lijst()).length;
    const antwoord = await post(port, headers);
    expect(antwoord.status).toBe(403);
    expect(antwoord.text).toContain('komt van een andere site');
    expect(antwoord.headers['content-type']).toMatch(path.startsWith('/api/') ? 'problem+json' : 'text/html');
    expect(await store.meldingen.lijst()).toHaveLength(kent);
  });

  it.each<Record<string, string>>([
    {},
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://elders.example' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'http://localhost:3000' },
    { Origin: 'http://wegwijzer.example', Host: 'wegwijzer.example' },
  ])('neemt aan wat van deze site komt, of van geen browser: %j', async (headers) => {
    const port = await startLiveServer(app);
    expect((await post(port, headers)).status).toBe(status);
  });
});
