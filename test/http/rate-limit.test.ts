import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/api/problem.ts';
import type { Limieten } from '../../src/http/rate-limit.ts';
import { LOKAAL_VAST, toPassend } from '../support/fitting-antwoorden.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { createTestApp, createTestZegel, LIMIETEN, RUIM } from '../support/test-app.ts';

const STAND = createTestZegel().seal({ ...LOKAAL_VAST, ...toPassend('topx') });
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'Content-Type': 'application/json' };
const GOED = 'casuscode=TW-2026-001&hulpvraag=Wie+kan+helpen';
const VERWIJZING = JSON.stringify({
  tafel: 'topx',
  antwoorden: { ...LOKAAL_VAST, ...toPassend('topx') },
  verwijzing: { casuscode: 'TW-2026-001' },
});

type Post = readonly [pad: string, headers: Record<string, string>, body: string];
const MELDING: Post = ['/klopt-niet', FORM, 'pagina=/&veld=&watMoetHetZijn='];
const ADVIES: Post = ['/api/v1/adviezen', JSON_TYPE, '{"antwoorden":{}}'];
const VERWIJZINGEN: Post = ['/api/v1/verwijzingen', JSON_TYPE, VERWIJZING];
const API_PDF: Post = ['/api/v1/verwijzingen', { ...JSON_TYPE, Accept: 'application/pdf' }, VERWIJZING];
/** Asks for a PDF without naming it. */
const SLINKS = { ...JSON_TYPE, Accept: 'application/json;q=0, message/rfc822;q=0, */*' };
const SLINKSE_PDF: Post = ['/api/v1/verwijzingen', SLINKS, VERWIJZING];
const VOORBEELD: Post = [`/verwijzen/topx?a=${STAND}`, FORM, GOED];
const TEKST: Post = [`/verwijzen/topx/txt?a=${STAND}`, FORM, GOED];
const PDF: Post = [`/verwijzen/topx/pdf?a=${STAND}`, FORM, GOED];

/** A site behind one proxy, so that a test can come from any address. */
const startSite = (limieten: Partial<Limieten>, trustProxy: number | false = 1) =>
  startLiveServer(createTestApp({ limieten: { ...RUIM, ...limieten }, trustProxy }));
const post = (port: number, [pad, headers, body]: Post, van = '192.0.2.1') =>
  send(port, 'POST', pad, { headers: { ...headers, 'X-Forwarded-For': van }, body });

describe('wat kost of bewaart', () => {
  it.each<[wat: string, soort: keyof Limieten, posts: readonly Post[]]>([
    ['meldingen', 'meldingen', [MELDING]],
    ['adviezen en verwijzingen, samen geteld', 'posts', [ADVIES, VERWIJZINGEN, VOORBEELD, TEKST]],
    ['pdf’s', 'pdf', [PDF]],
    ['pdf’s van de API, hoe er ook om wordt gevraagd', 'pdf', [API_PDF, SLINKSE_PDF]],
  ])('krijgt 429 boven de grens van één adres: %s', async (_wat, soort, posts) => {
    const port = await startSite({ [soort]: { perAdres: posts.length * 2, samen: 1e6 } });
    for (const een of [...posts, ...posts]) expect((await post(port, een)).status).toBeLessThan(401);
    for (const een of posts) {
      const { status, headers, text } = await post(port, een);
      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(3_600);
      expect(text).toContain('te veel aanvragen');
      if (een[0].startsWith('/api/')) expect(problemSchema.parse(JSON.parse(text)).status).toBe(429);
      else expect(text).toContain('<h1 class="utrecht-heading-1">Even wachten</h1>');
      // Another address is not bothered.
      expect((await post(port, een, '198.51.100.7')).status).toBeLessThan(401);
    }
  });

  it('krijgt 429 boven de grens van allen samen, van welk adres ook', async () => {
    const port = await startSite({ posts: { perAdres: 10, samen: 5 } });
    for (let nummer = 1; nummer <= 5; nummer += 1)
      expect((await post(port, ADVIES, `192.0.2.${nummer}`)).status).toBe(200);
    expect((await post(port, ADVIES, '192.0.2.6')).status).toBe(429);
  });

  it('een grens op pdf’s houdt niets anders tegen', async () => {
    const port = await startSite({ pdf: { perAdres: 1, samen: 1 } });
    expect((await post(port, PDF)).status).toBe(200);
    expect((await post(port, PDF)).status).toBe(429);
    for (const een of [VERWIJZINGEN, VOORBEELD, TEKST, ADVIES])
      expect((await post(port, een)).status).toBe(200);
  });
});

describe('het adres dat telt', () => {
  const EEN = { posts: { perAdres: 1, samen: 1e6 } };

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', 429],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', 200],
    ['192.0.2.1', '192.0.2.2', 200],
    ['192.0.2.1', '::ffff:192.0.2.1', 429],
  ])('%s en daarna %s: %i', async (eerste, tweede, status) => {
    const port = await startSite(EEN);
    expect((await post(port, ADVIES, eerste)).status).toBe(200);
    expect((await post(port, ADVIES, tweede)).status).toBe(status);
  });

  it('is niet wat een bezoeker zelf opgeeft', async () => {
    const zonder = await startSite(EEN, false);
    expect((await post(zonder, ADVIES, '192.0.2.1')).status).toBe(200);
    expect((await post(zonder, ADVIES, '192.0.2.2')).status).toBe(429);
    // Behind one proxy, only what that proxy added counts.
    const met = await startSite(EEN, 1);
    expect((await post(met, ADVIES, '203.0.113.1, 192.0.2.1')).status).toBe(200);
    expect((await post(met, ADVIES, '203.0.113.2, 192.0.2.1')).status).toBe(429);
  });
});

describe('de grenzen die er staan zonder instellingen', () => {
  it('zijn ruim voor een heel kantoor achter één adres', async () => {
    expect(LIMIETEN.posts.perAdres).toBeGreaterThanOrEqual(20_000);
    const port = await startLiveServer(createTestApp());
    const statussen = await Promise.all(
      Array.from({ length: 300 }, () => post(port, ADVIES).then(({ status }) => status)),
    );
    expect(new Set(statussen)).toEqual(new Set([200]));
  });

  it('laten lezen en de vragen vrij', async () => {
    const niets = { perAdres: 1, samen: 1 };
    const port = await startSite({ posts: niets, pdf: niets, meldingen: niets });
    for (let keer = 0; keer < 5; keer += 1) {
      for (const pad of ['/', '/zoeken?q=x', '/klopt-niet', '/api/v1/vragen', `/verwijzen/topx?a=${STAND}`])
        expect((await send(port, 'GET', pad)).status).toBe(200);
      expect((await post(port, ['/vragen/acuut-gevaar', FORM, 'acuutGevaar=nee'])).status).toBe(303);
    }
  });
});
