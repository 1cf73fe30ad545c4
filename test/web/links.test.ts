import { describe, expect, it } from 'vitest';
import { crawl, type Gevonden, readHrefs } from '../support/crawl.ts';
import { findHtmlFouten } from '../support/html-faults.ts';
import { content } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestZegel } from '../support/test-app.ts';
import { BASE_URL } from '../support/test-site.ts';
import { vignettes } from '../support/vignettes.ts';

const app = createTestApp();
const zegel = createTestZegel();
const sitemap = (await request(app).get('/sitemap.xml')).text;
const begin = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc.slice(BASE_URL.length));
const paginas = await crawl(get, ['/', ...begin, '/zoeken?q=wachtlijst', '/zoeken?q=xyzzy', '/statistiek']);

async function get(pad: string): Promise<Gevonden> {
  const { status, type, text } = await request(app).get(pad).redirects(5);
  return { status, html: type === 'text/html' ? text : '' };
}

/** What of the links on a page leads nowhere. */
async function findKapot(pad: string, html: string): Promise<string[]> {
  const kapot: string[] = [];
  for (const href of new Set(readHrefs(html))) {
    if (!href.startsWith('/') && !href.startsWith('#')) {
      if (!/^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:\+?\d+)$/.test(href)) kapot.push(href);
      continue;
    }
    const [adres = '', plek] = href.split('#');
    const doel = adres === '' ? { status: 200, html } : (paginas.get(adres) ?? (await get(adres)));
    if (doel.status !== 200 || (plek && !doel.html.includes(`id="${plek}"`))) kapot.push(href);
  }
  return kapot.map((href) => `${href} op ${pad}`);
}

describe('elke pagina die voor iedereen hetzelfde is', () => {
  it('bestaat, met alles waar zij naar wijst', () => {
    expect([...paginas].filter(([, { status }]) => status !== 200).map(([pad]) => pad)).toEqual([]);
    expect([...paginas].filter(([, { html }]) => html !== '').length).toBeGreaterThan(60);
  });

  it('is te vinden vanaf de startpagina', async () => {
    const vanafStart = await crawl((pad) => Promise.resolve(paginas.get(pad) ?? { status: 404, html: '' }));
    expect(begin.filter((pad) => !vanafStart.has(pad))).toEqual([]);
  });

  it('wijst alleen naar plekken die er zijn, en naar adressen die er zo uit kunnen zien', async () => {
    const kapot = await Promise.all([...paginas].map(([pad, { html }]) => findKapot(pad, html)));
    expect(kapot.flat()).toEqual([]);
  });

  it('is goede HTML', async () => {
    const fouten = [...paginas].map(async ([pad, { html }]) =>
      html === '' ? [] : (await findHtmlFouten(html)).map((fout) => `${fout} op ${pad}`),
    );
    expect((await Promise.all(fouten)).flat()).toEqual([]);
  });

  it('wijst naar de API waar dat kan, en die is er', () => {
    expect(paginas.get('/api/v1/openapi.json')?.status).toBe(200);
    expect(readHrefs(paginas.get('/over')?.html ?? '')).toContain('/api');
  });
});

describe('elk advies', () => {
  it('wijst alleen naar wat er is', async () => {
    const kapot: string[] = [];
    for (const { naam, antwoorden } of vignettes) {
      const pad = `/advies?a=${zegel.seal(antwoorden)}`;
      const { status, html } = await get(pad);
      expect(status, naam).toBe(200);
      kapot.push(...(await findKapot(`het advies van ${naam}`, html)));
    }
    expect(kapot).toEqual([]);
  });
});

describe('elke vraag', () => {
  it('is goede HTML, met links die er zijn', async () => {
    // After "outside Twente" every question that matters can be opened; these answers make them all matter.
    const antwoorden = { gemeente: 'buiten-twente', lokaalBesproken: 'ja', signalen: ['weetNiet'] };
    const fouten: string[] = [];
    for (const { slug, feit } of content.vragen) {
      const { html } = await get(`/vragen/${slug}?a=${zegel.seal(antwoorden)}`);
      expect(html, slug).toContain(`name="${feit}"`);
      for (const fout of await findHtmlFouten(html)) fouten.push(`${fout} op ${slug}`);
      fouten.push(...(await findKapot(slug, html)));
    }
    expect(fouten).toEqual([]);
  });
});
