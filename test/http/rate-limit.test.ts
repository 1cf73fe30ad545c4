import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/api/problem.ts';
import type { Limits } from '../../src/http/rate-limit.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { MULTIPART, toMultipart } from '../support/multipart.ts';
import { createTestApp, createTestSeal, LIMITS, SPACIOUS } from '../support/test-app.ts';

const STAND = createTestSeal().seal({ ...LOKAAL_VAST, ...toFitting('topx') });
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'Content-Type': 'application/json' };
const GOED = 'casuscode=TW-2026-001&hulpvraag=Wie+kan+helpen';
const VERWIJZING = JSON.stringify({
  tafel: 'topx',
  antwoorden: { ...LOKAAL_VAST, ...toFitting('topx') },
  verwijzing: { casuscode: 'TW-2026-001' },
});

type Post = readonly [pad: string, headers: Record<string, string>, body: string];
const CORRECTION: Post = ['/klopt-niet', FORM, 'pagina=/&veld=&watMoetHetZijn='];
const ADVIES: Post = ['/api/v1/adviezen', JSON_TYPE, '{"antwoorden":{}}'];
const VERWIJZINGEN: Post = ['/api/v1/verwijzingen', JSON_TYPE, VERWIJZING];
const API_PDF: Post = ['/api/v1/verwijzingen', { ...JSON_TYPE, Accept: 'application/pdf' }, VERWIJZING];
/** Asks for a PDF without naming it. */
const SLY = { ...JSON_TYPE, Accept: 'application/json;q=0, message/rfc822;q=0, */*' };
const SLY_PDF: Post = ['/api/v1/verwijzingen', SLY, VERWIJZING];
const VOORBEELD: Post = [`/verwijzen/topx?a=${STAND}`, FORM, GOED];
const TEXT: Post = [`/verwijzen/topx/txt?a=${STAND}`, FORM, GOED];
const PDF: Post = [`/verwijzen/topx/pdf?a=${STAND}`, FORM, GOED];
const CASUS: readonly Post[] = [
  '',
  '/bestand',
  '/vervolg',
  '/vervolg-eml',
  '/vervolg-txt',
  '/nieuws',
  '/nieuws-eml',
  '/nieuws-txt',
  '/termijnen',
].map((deel) => [`/casus${deel}`, FORM, 'casuscode=TW-2026-001']);
const OPENEN: Post = ['/casus/openen', MULTIPART, toMultipart([]).toString()];

/** A site behind one proxy, so that a test can come from any address. */
const startSite = (limits: Partial<Limits>, trustProxy: number | false = 1) =>
  startLiveServer(createTestApp({ limits: { ...SPACIOUS, ...limits }, trustProxy }));
const post = (port: number, [path, headers, body]: Post, from = '192.0.2.1') =>
  send(port, 'POST', path, { headers: { ...headers, 'X-Forwarded-For': from }, body });

describe('wat kost of bewaart', () => {
  it.each<[wat: string, soort: keyof Limits, posts: readonly Post[]]>([
    ['meldingen', 'meldingen', [CORRECTION]],
    ['adviezen en verwijzingen, samen geteld', 'posts', [ADVIES, VERWIJZINGEN, VOORBEELD, TEXT]],
    ['wat met een casus gebeurt, ook samen geteld', 'posts', [...CASUS, OPENEN]],
    ['pdf’s', 'pdf', [PDF]],
    ['pdf’s van de API, hoe er ook om wordt gevraagd', 'pdf', [API_PDF, SLY_PDF]],
  ])('krijgt 429 boven de grens van één adres: %s', async (_what, soort, posts) => {
    const port = await startSite({ [soort]: { perAddress: posts.length * 2, samen: 1e6 } });
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

  it('een grote casus mag niet zo vaak als een gewone, langs welke weg ook', async () => {
    const port = await startSite({});
    const ways = [...CASUS, OPENEN, VOORBEELD, PDF];
    const large = ways.map(([path, headers]): Post => [path, headers, 'x'.repeat(500_001)]);
    for (let nummer = 0; nummer < 120; nummer += 1) {
      const een = large[nummer % large.length] ?? VOORBEELD;
      expect((await post(port, een)).status).not.toBe(429);
    }
    for (const een of large) {
      expect((await post(port, een)).status, een[0]).toBe(429);
      expect((await post(port, een, '198.51.100.7')).status).not.toBe(429);
    }
    for (const een of ways) expect((await post(port, een)).status, een[0]).toBeLessThan(401);
  });

  it('krijgt 429 boven de grens van allen samen, van welk adres ook', async () => {
    const port = await startSite({ posts: { perAddress: 10, samen: 5 } });
    for (let nummer = 1; nummer <= 5; nummer += 1)
      expect((await post(port, ADVIES, `192.0.2.${nummer}`)).status).toBe(200);
    expect((await post(port, ADVIES, '192.0.2.6')).status).toBe(429);
  });

  it('een grens op pdf’s houdt niets anders tegen', async () => {
    const port = await startSite({ pdf: { perAddress: 1, samen: 1 } });
    expect((await post(port, PDF)).status).toBe(200);
    expect((await post(port, PDF)).status).toBe(429);
    for (const een of [VERWIJZINGEN, VOORBEELD, TEXT, ADVIES])
      expect((await post(port, een)).status).toBe(200);
  });
});

describe('het adres dat telt', () => {
  const ONE = { posts: { perAddress: 1, samen: 1e6 } };

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', 429],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', 200],
    ['192.0.2.1', '192.0.2.2', 200],
    ['192.0.2.1', '::ffff:192.0.2.1', 429],
  ])('%s en daarna %s: %i', async (first, second, status) => {
    const port = await startSite(ONE);
    expect((await post(port, ADVIES, first)).status).toBe(200);
    expect((await post(port, ADVIES, second)).status).toBe(status);
  });

  it('is niet wat een bezoeker zelf opgeeft', async () => {
    const without = await startSite(ONE, false);
    expect((await post(without, ADVIES, '192.0.2.1')).status).toBe(200);
    expect((await post(without, ADVIES, '192.0.2.2')).status).toBe(429);
    // Behind one proxy, only what that proxy added counts.
    const met = await startSite(ONE, 1);
    expect((await post(met, ADVIES, '203.0.113.1, 192.0.2.1')).status).toBe(200);
    expect((await post(met, ADVIES, '203.0.113.2, 192.0.2.1')).status).toBe(429);
  });
});

describe('de grenzen die er staan zonder instellingen', () => {
  it('zijn ruim voor een heel kantoor achter één adres', async () => {
    expect(LIMITS.posts.perAddress).toBeGreaterThanOrEqual(20_000);
    const port = await startLiveServer(createTestApp());
    const statuses = await Promise.all(
      Array.from({ length: 300 }, () => post(port, ADVIES).then(({ status }) => status)),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('laten lezen en de vragen vrij', async () => {
    const nothing = { perAddress: 1, samen: 1 };
    const port = await startSite({ posts: nothing, pdf: nothing, meldingen: nothing });
    for (let times = 0; times < 5; times += 1) {
      for (const path of ['/', '/zoeken?q=x', '/klopt-niet', '/api/v1/vragen', `/verwijzen/topx?a=${STAND}`])
        expect((await send(port, 'GET', path)).status).toBe(200);
      expect((await post(port, ['/vragen/acuut-gevaar', FORM, 'acuutGevaar=nee'])).status).toBe(303);
    }
  });
});
