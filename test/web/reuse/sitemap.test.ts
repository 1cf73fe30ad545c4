import { describe, expect, it } from 'vitest';
import { toDateText } from '../../../src/domain/calendar.ts';
import { content } from '../../support/real-content.ts';
import { request } from '../../support/request.ts';
import { createTestApp } from '../../support/test-app.ts';
import { BASE_URL } from '../../support/test-site.ts';

const app = createTestApp();
const sitemap = await request(app).get('/sitemap.xml').expect(200);
const regels = [
  ...sitemap.text.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/url>/g),
].map(([, loc = '', lastmod]) => ({ loc, lastmod }));
const robots = await request(app).get('/robots.txt').expect(200);

describe('/sitemap.xml', () => {
  it('heeft elke tafel, gemeente en organisatie, elk adres één keer en in het geheel', () => {
    expect(sitemap.type).toBe('application/xml');
    const addresses = regels.map(({ loc }) => loc);
    for (const { id } of content.gemeenten) expect(addresses).toContain(`${BASE_URL}/gemeenten/${id}`);
    for (const { id } of content.organisaties) expect(addresses).toContain(`${BASE_URL}/organisaties/${id}`);
    for (const path of ['/', '/overlegtafels/topx', '/mobiel-p10-team', '/beslisboom', '/api'])
      expect(addresses).toContain(BASE_URL + path);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(sitemap.text.match(/<url>/g)).toHaveLength(regels.length);
  });

  it('heeft alleen pagina’s die er zijn en die gevonden mogen worden', async () => {
    for (const { loc } of regels) {
      expect(loc.startsWith(`${BASE_URL}/`)).toBe(true);
      const { type } = await request(app).get(loc.slice(BASE_URL.length)).expect(200);
      expect(type).toBe('text/html');
      expect(isForbidden(loc.slice(BASE_URL.length)), loc).toBe(false);
    }
  });

  it('noemt een datum alleen waar de pagina zegt wanneer zij is nagekeken', async () => {
    for (const { loc, lastmod } of regels) {
      const { text } = await request(app).get(loc.slice(BASE_URL.length));
      if (lastmod !== undefined) {
        expect(text.toLowerCase(), loc).toContain(`gecontroleerd op ${toDateText(lastmod)}`);
      }
    }
    expect(regels.filter(({ lastmod }) => lastmod).length).toBeGreaterThan(20);
  });
});

describe('/robots.txt', () => {
  it('houdt weg wat antwoorden of getypte tekst heeft, en wijst naar de kaart', () => {
    expect(robots.type).toBe('text/plain');
    expect(robots.text).toContain(`\nSitemap: ${BASE_URL}/sitemap.xml\n`);
    for (const path of [
      '/vragen?a=x',
      '/vragen/rol?a=x',
      '/advies?a=x',
      '/verwijzen/topx?a=x',
      '/klopt-niet?pagina=/over',
      '/zoeken?q=x',
      '/overlegtafels/topx/toets',
    ])
      expect(isForbidden(path), path).toBe(true);
    for (const path of ['/', '/zoeken', '/api/v1/openapi.json', '/overlegtafels/topx/contact.vcf'])
      expect(isForbidden(path), path).toBe(false);
  });
});

/** What RFC 9309 says: a rule holds from the start of the address, and * stands for anything. */
function isForbidden(path: string): boolean {
  return [...robots.text.matchAll(/^Disallow: (.+)$/gm)].some(([, regel = '']) =>
    new RegExp(`^${regel.replaceAll('?', String.raw`\?`).replaceAll('*', '.*')}`).test(path),
  );
}
