import { describe, expect, it } from 'vitest';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { postForm } from '../support/form-walker.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';
import { BASE_URL, NOW } from '../support/test-site.ts';
import { vignettes } from '../support/vignettes.ts';

const app = createTestApp();
const withStand = (path: string, antwoorden: Antwoorden, seal = createTestSeal()) =>
  `${path}?a=${seal.seal(antwoorden)}`;
const TOPX = vignettes.find(({ verwacht }) => verwacht.tafels?.includes('topx'))?.antwoorden ?? {};

/** The bar as its first line, before the content; and whether the other numbers are in sight. */
function readBar(html: string): { bel: boolean; open: boolean } {
  const [before = ''] = html.split('<main');
  return {
    bel: /Direct gevaar\?<\/span>\s*<a href="tel:112">Bel 112<\/a>/.test(before),
    open: before.includes('<details class="rdm-gevaar__meer" open>'),
  };
}
const FOLDED = { bel: true, open: false };

describe('de balk met 112', () => {
  it('staat op elke pagina die voor iedereen gelijk is', async () => {
    const sitemap = (await request(app).get('/sitemap.xml')).text;
    const paths = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) =>
      loc.slice(BASE_URL.length),
    );
    expect(paths.length).toBeGreaterThan(60);
    for (const path of ['/', ...paths])
      expect(
        readBar(
          (
            await request(app)
              .get(path || '/')
              .expect(200)
          ).text,
        ),
        path,
      ).toEqual(FOLDED);
  });

  it.each([
    ['zoeken', '/zoeken?q=topx', 200],
    ['statistiek', '/statistiek', 200],
    ['vergelijken', '/overlegtafels/vergelijken?t=topx', 200],
    ['melden', '/klopt-niet?pagina=/', 200],
    ['een vraag', '/vragen/acuut-gevaar', 200],
    ['een vraag later', withStand('/vragen/rol', { acuutGevaar: 'nee', gemeente: 'borne' }), 200],
    ['het formulier', withStand('/verwijzen/topx', TOPX), 200],
    ['een pagina die er niet is', '/bestaat-niet', 404],
    ['een stand die niet klopt', '/advies?a=AAAA', 400],
    [
      'een stand die verlopen is',
      withStand(
        '/advies',
        TOPX,
        createTestSeal(() => new Date(NOW.getTime() - 13 * 60 * 60 * 1000)),
      ),
      410,
    ],
  ])('staat boven %s', async (_name, path, status) => {
    const { text } = await request(app).get(path).expect(status);
    expect(readBar(text)).toEqual(FOLDED);
  });

  it.each(vignettes)('staat boven het advies: $naam', async ({ antwoorden }) => {
    const { text } = await request(app)
      .get(`${withStand('/advies', antwoorden)}&tot=nu`)
      .redirects(1);
    expect(readBar(text)).toEqual(FOLDED);
  });

  it('laat na "weet niet" de eerste stap van het advies in beeld, en die zegt dan 112', async () => {
    const antwoorden = { ...TOPX, acuutGevaar: 'weetNiet' };
    const { text } = await request(app).get(withStand('/advies', antwoorden)).expect(200);
    expect(readBar(text)).toEqual(FOLDED);
    expect(text).toMatch(
      /<ol class="rdm-stappen"[^>]*>\s*<li><strong>Ga eerst na[^<]*<\/strong>[^<]*<a href="tel:112">/,
    );
  });

  it.each([
    ['vanaf het begin', {}],
    ['vanaf een rol', { rol: 'politie' }],
    ['vanaf een tafel', { signalen: ['veiligheid'] }],
  ])('staat open bij de eerste vraag na "weet niet", en daarna niet meer: %s', async (_name, begin) => {
    const open: string[] = [];
    const given = { ...begin, acuutGevaar: 'weetNiet' };
    for (const [slug, antwoorden] of [
      ['acuut-gevaar', given],
      ['gemeente', given],
      ['gemeente', { ...given, gemeente: 'borne' }],
      ['lokaal-besproken', { ...given, gemeente: 'borne', rol: 'politie' }],
    ] as const) {
      const { text } = await request(app)
        .get(withStand(`/vragen/${slug}`, antwoorden))
        .expect(200);
      if (readBar(text).open) open.push(slug);
    }
    expect(open).toEqual(['gemeente']);
  });

  it('staat boven wat een formulier teruggeeft, ook met fouten', async () => {
    const path = withStand('/verwijzen/topx', TOPX);
    expect(readBar((await postForm(app, path, [['casuscode', 'RDM-1']])).text)).toEqual(FOLDED);
    expect(readBar((await postForm(app, path, [])).text)).toEqual(FOLDED);
    expect(readBar((await postForm(app, '/vragen/acuut-gevaar', []).expect(400)).text)).toEqual(FOLDED);
  });

  it('staat ook boven een fout van ons', async () => {
    const broken = createTestApp({
      opslag: {
        counts: new Proxy({} as never, {
          get: () => () => {
            throw new Error('stuk');
          },
        }),
        meldingen: {} as never,
        antwoorden: { rooms: async () => ({}) } as never,
      },
    });
    const { text } = await request(broken).get('/statistiek').expect(500);
    expect(readBar(text)).toEqual(FOLDED);
  });
});
