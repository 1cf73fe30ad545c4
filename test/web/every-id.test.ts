import { describe, expect, it } from 'vitest';
import { toOrganizationId } from '../../src/api/hsds/to-organization.ts';
import { toServiceId } from '../../src/api/hsds/to-service.ts';
import { toTafelHref } from '../../src/web/tafel-href.ts';
import { content } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';

/** Something of the content: where its page is, in which resources of the API it is, and by what it is found. */
interface Thing {
  readonly soort: string;
  readonly id: string;
  readonly naam: string;
  /** With # where it is a part of a page. */
  readonly href: string;
  /** A resource of its own, or a list in which it has its id. */
  readonly api: readonly string[];
}

const app = createTestApp();
const THINGS: readonly Thing[] = [
  ...content.tafels.map(({ id, soort, naam }) => ({
    soort: 'overlegtafel',
    id,
    naam,
    href: toTafelHref(id, soort),
    api: [`/overlegtafels/${id}`, `/hsds/services/${toServiceId(id)}`],
  })),
  ...content.gemeenten.map(({ id, naam }) => ({
    soort: 'gemeente',
    id,
    naam,
    href: `/gemeenten/${id}`,
    api: [`/gemeenten/${id}`],
  })),
  ...content.organisaties.map(({ id, naam }) => ({
    soort: 'organisatie',
    id,
    naam,
    href: `/organisaties/${id}`,
    api: [`/hsds/organizations/${toOrganizationId(id)}`],
  })),
  ...content.clientondersteuning.aanbieders.map(({ id, naam }) => ({
    soort: 'clientondersteuning',
    id,
    naam,
    href: '/clientondersteuning',
    api: ['/clientondersteuning', `/hsds/services/${toServiceId(id)}`],
  })),
  ...content.rollen.map(({ id, naam }) => ({
    soort: 'rol',
    id,
    naam,
    href: `/rollen#${id}`,
    api: ['/rollen'],
  })),
  ...content.noodnummers.map(({ id, naam }) => ({
    soort: 'noodnummer',
    id,
    naam,
    href: '/#gevaar',
    api: ['/noodnummers'],
  })),
];

describe.each(THINGS)('$soort $id', ({ soort, id, naam, href, api }) => {
  it('heeft een pagina met haar naam', async () => {
    const [path = '', span] = href.split('#');
    const { text } = await request(app).get(path).expect(200);
    expect(text).toContain(naam.replaceAll('&', '&amp;'));
    if (span) expect(text).toContain(`id="${span}"`);
  });

  it('staat in de API', async () => {
    for (const path of api) {
      const { body } = await request(app).get(`/api/v1${path}`).expect(200);
      if (Array.isArray(body)) expect(body.map((thing: { id: string }) => thing.id)).toContain(id);
      else expect(body.naam ?? body.name).toBe(naam);
    }
  });

  it('is te vinden op haar naam, en de treffer leidt naar haar pagina', async () => {
    const { body } = await request(app).get('/api/v1/zoeken').query({ q: naam }).expect(200);
    expect(body).toContainEqual(expect.objectContaining({ soort, id, href }));
  });
});
