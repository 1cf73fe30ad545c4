import { describe, expect, it } from 'vitest';
import { crawl, type Found, readHrefs } from '../support/crawl.ts';
import { findHtmlFaults } from '../support/html-faults.ts';
import { content } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';
import { BASE_URL } from '../support/test-site.ts';
import { vignettes } from '../support/vignettes.ts';

const app = createTestApp();
const seal = createTestSeal();
const sitemap = (await request(app).get('/sitemap.xml')).text;
const begin = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc.slice(BASE_URL.length));
const pages = await crawl(get, ['/', ...begin, '/zoeken?q=wachtlijst', '/zoeken?q=xyzzy', '/statistiek']);

async function get(path: string): Promise<Found> {
  const { status, type, text } = await request(app).get(path).redirects(5);
  return { status, html: type === 'text/html' ? text : '' };
}

/** What of the links on a page leads nowhere. */
async function findBroken(path: string, html: string): Promise<string[]> {
  const broken: string[] = [];
  for (const href of new Set(readHrefs(html))) {
    if (!href.startsWith('/') && !href.startsWith('#')) {
      if (!/^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:\+?\d+)$/.test(href)) broken.push(href);
      continue;
    }
    const [adres = '', span] = href.split('#');
    const target = adres === '' ? { status: 200, html } : (pages.get(adres) ?? (await get(adres)));
    if (target.status !== 200 || (span && !target.html.includes(`id="${span}"`))) broken.push(href);
  }
  return broken.map((href) => `${href} op ${path}`);
}

describe('elke pagina die voor iedereen hetzelfde is', () => {
  it('bestaat, met alles waar zij naar wijst', () => {
    expect([...pages].filter(([, { status }]) => status !== 200).map(([path]) => path)).toEqual([]);
    expect([...pages].filter(([, { html }]) => html !== '').length).toBeGreaterThan(60);
  });

  it('is te vinden vanaf de startpagina', async () => {
    const fromStart = await crawl((path) => Promise.resolve(pages.get(path) ?? { status: 404, html: '' }));
    expect(begin.filter((path) => !fromStart.has(path))).toEqual([]);
  });

  it('wijst alleen naar plekken die er zijn, en naar adressen die er zo uit kunnen zien', async () => {
    const broken = await Promise.all([...pages].map(([path, { html }]) => findBroken(path, html)));
    expect(broken.flat()).toEqual([]);
  });

  it('is goede HTML', async () => {
    const faults = [...pages].map(async ([path, { html }]) =>
      html === '' ? [] : (await findHtmlFaults(html)).map((fault) => `${fault} op ${path}`),
    );
    expect((await Promise.all(faults)).flat()).toEqual([]);
  });

  it('wijst naar de API waar dat kan, en die is er', () => {
    expect(pages.get('/api/v1/openapi.json')?.status).toBe(200);
    expect(readHrefs(pages.get('/over')?.html ?? '')).toContain('/api');
  });
});

describe('elk advies', () => {
  it('wijst alleen naar wat er is', async () => {
    const broken: string[] = [];
    for (const { naam, antwoorden } of vignettes) {
      const path = `/advies?a=${seal.seal(antwoorden)}`;
      const { status, html } = await get(path);
      expect(status, naam).toBe(200);
      broken.push(...(await findBroken(`het advies van ${naam}`, html)));
    }
    expect(broken).toEqual([]);
  });
});

describe('elke vraag', () => {
  it('is goede HTML, met links die er zijn', async () => {
    // After "outside Twente" every question that matters can be opened; these answers make them all matter.
    const antwoorden = { gemeente: 'buiten-twente', lokaalBesproken: 'ja', signalen: ['weetNiet'] };
    const faults: string[] = [];
    for (const { slug, feit } of content.vragen) {
      const { html } = await get(`/vragen/${slug}?a=${seal.seal(antwoorden)}`);
      expect(html, slug).toContain(`name="${feit}"`);
      for (const fault of await findHtmlFaults(html)) faults.push(`${fault} op ${slug}`);
      faults.push(...(await findBroken(slug, html)));
    }
    expect(faults).toEqual([]);
  });
});
