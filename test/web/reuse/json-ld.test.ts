import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createViews } from '../../../src/templates/handlebars-views.ts';
import { createRenderPage } from '../../../src/web/page.ts';
import { listJsonLd } from '../../../src/web/reuse/list-json-ld.ts';
import { content, findAddress, ROOT } from '../../support/real-content.ts';
import { request } from '../../support/request.ts';
import { createTestApp } from '../../support/test-app.ts';
import { BASE_URL } from '../../support/test-site.ts';
import { say } from '../../support/texts.ts';

const ADDRESS = findAddress('topx');

const ownUrl = z.string().startsWith(`${BASE_URL}/`);
const contactPoint = z.strictObject({
  '@type': z.literal('ContactPoint'),
  contactType: z.string().min(1),
  email: z.email().optional(),
  telephone: z.string().min(3).optional(),
  url: z.url().optional(),
});
const area = z.strictObject({
  '@type': z.literal('AdministrativeArea'),
  name: z.string().min(1),
  identifier: z.url(),
});
const general = {
  '@context': z.literal('https://schema.org'),
  '@id': ownUrl,
  url: ownUrl,
  name: z.string().min(1),
};
const alternateName = z.array(z.string()).min(1).optional();
const jsonLdSchema = z.discriminatedUnion('@type', [
  z.strictObject({
    ...general,
    '@type': z.literal('GovernmentService'),
    alternateName,
    description: z.string().min(1),
    provider: z.strictObject({
      '@type': z.literal('Organization'),
      '@id': ownUrl,
      name: z.string(),
      url: ownUrl,
      contactPoint: z
        .array(contactPoint.required({ email: true }))
        .min(1)
        .optional(),
    }),
    areaServed: z.array(area).min(1),
    availableChannel: z
      .array(
        z.strictObject({
          '@type': z.literal('ServiceChannel'),
          name: z.string().min(1),
          serviceUrl: z.url().optional(),
          servicePhone: contactPoint.required({ telephone: true }).optional(),
        }),
      )
      .min(1)
      .optional(),
  }),
  z.strictObject({
    ...general,
    '@type': z.literal('Organization'),
    alternateName,
    description: z.string().min(1),
    contactPoint: z.array(contactPoint).min(1).optional(),
  }),
  z.strictObject({
    ...general,
    '@type': z.literal('GovernmentOrganization'),
    sameAs: z.url(),
    areaServed: area,
    contactPoint: z.array(contactPoint).min(1).optional(),
  }),
]);

const app = createTestApp();
const pages = [...listJsonLd(content, BASE_URL).keys()];

/** The data of a page, as a search engine finds it; null without. */
async function readJsonLd(path: string): Promise<unknown> {
  const { text } = await request(app).get(path).expect(200);
  const found = [...text.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0]?.[1] === undefined ? null : JSON.parse(found[0][1]);
}

describe('schema.org in de pagina’s', () => {
  it('kan het element waar het in staat niet eindigen', () => {
    const assets = { css: '/a.css', font: '/a.woff2', favicon: '/a.svg', js: [], eigenCss: null };
    const render = createRenderPage(
      { views: createViews(join(ROOT, 'views')), say },
      assets,
      content.noodnummers,
    );
    const harmful = { name: '</script><script>alert(1)</script><!-- & "x"' };
    const html = render('/', { template: 'privacy', titel: 'x', model: {}, jsonLd: harmful });
    const [, tekst = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(tekst)).toEqual(harmful);
    expect(html).not.toContain('<script>');
    expect(html.match(/<!--/g)).toBeNull();
  });

  it.each(pages)('staat er in de juiste vorm, met adressen die er zijn: %s', async (path) => {
    const data = jsonLdSchema.parse(await readJsonLd(path));
    expect(data.url).toBe(BASE_URL + path);
    if (data['@type'] === 'GovernmentService')
      await request(app).get(data.provider.url.slice(BASE_URL.length)).expect(200);
  });

  it('noemt wat een eigen pagina heeft, overal met het id van die pagina', () => {
    const ids = new Set(pages.map((path) => BASE_URL + path));
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { '@id': id, url } = node as { '@id'?: string; url?: string };
      if (url?.startsWith(BASE_URL)) expect(id).toBe(url);
      if (id !== undefined) expect(ids).toContain(id);
      for (const deel of Object.values(node)) walk(deel);
    };
    for (const data of listJsonLd(content, BASE_URL).values()) walk(data);
  });

  it('zegt van een tafel wie haar leidt en hoe zij te bereiken is', async () => {
    expect(await readJsonLd('/overlegtafels/topx')).toMatchObject({
      provider: {
        url: `${BASE_URL}/organisaties/zorg-en-veiligheidshuis-twente`,
        contactPoint: [{ email: ADDRESS }],
      },
      availableChannel: [
        { serviceUrl: 'https://www.vrtwente.nl/zorg-en-veiligheidshuis-twente' },
        { serviceUrl: 'https://www.zorgenveiligheidshuizen.nl' },
      ],
    });
    // All of its addresses are unknown.
    expect(await readJsonLd('/mobiel-p10-team')).not.toHaveProperty('availableChannel');
  });

  it('staat niet op andere pagina’s', async () => {
    for (const path of ['/', '/over', '/vragen/acuut-gevaar']) expect(await readJsonLd(path)).toBeNull();
  });
});
