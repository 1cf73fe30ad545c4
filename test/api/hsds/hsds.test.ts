import { describe, expect, it } from 'vitest';
import { listHsds } from '../../../src/api/hsds/list-hsds.ts';
import {
  hsdsOrganizationPageSchema,
  hsdsOrganizationSchema,
  hsdsServicePageSchema,
  hsdsServiceSchema,
} from '../../../src/api/hsds/schemas.ts';
import { toOrganizationId } from '../../../src/api/hsds/to-organization.ts';
import { toServiceId } from '../../../src/api/hsds/to-service.ts';
import { content } from '../../support/real-content.ts';
import { request } from '../../support/request.ts';
import { createTestApp } from '../../support/test-app.ts';

const app = createTestApp();
const { services, organizations } = listHsds(content);
const read = async (query = '', list = 'services') =>
  (await request(app).get(`/api/v1/hsds/${list}${query}`)).body;
const find = (id: string) => services.find((service) => service.id === toServiceId(id));

describe('de diensten in HSDS', () => {
  it('zijn de tafels, het P10-team en de cliëntondersteuning, in die volgorde', () => {
    expect(services.map(({ name }) => name)).toEqual([
      ...content.tafels.map(({ naam }) => naam),
      ...content.clientondersteuning.aanbieders.map(({ naam }) => naam),
    ]);
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  });

  it.each(content.tafels)('zeggen van $id wat de bron zegt', async (tafel) => {
    const { body } = await request(app)
      .get(`/api/v1/hsds/services/${toServiceId(tafel.id)}`)
      .expect(200);
    const service = hsdsServiceSchema.parse(body);
    expect(service).toMatchObject({
      organization_id: toOrganizationId(tafel.regie.organisatie ?? ''),
      description: tafel.doel.tekst,
      eligibility_description: tafel.instroom.tekst,
      assured_date: '2026-11-21',
    });
    expect(service.organization?.id).toBe(service.organization_id);
    for (const deel of [tafel.aanmelders.tekst, tafel.kanaal.werkwijze, tafel.termijn?.tekst ?? ''])
      expect(service.application_process).toContain(deel);
    expect(service.attributes?.map(({ link_type, value }) => [link_type, value])).toEqual([
      ...(tafel.uitstroom ? [['uitstroom', tafel.uitstroom.tekst]] : []),
      ['clientondersteuning', tafel.clientondersteuning.tekst],
    ]);
    const addresses = tafel.contacten.flatMap(({ waarde }) => waarde ?? []);
    const given = [service.url, service.email, ...(service.contacts ?? []).map(({ email }) => email)];
    for (const adres of given) if (adres) expect([...addresses, tafel.kanaal.adres]).toContain(adres);
  });

  it('noemen de gemeenten met hun uri in TOOI', () => {
    expect(find('topx')?.service_areas?.map(({ uri }) => uri)).toEqual(
      content.gemeenten.map(
        ({ cbsCode }) => `https://identifier.overheid.nl/tooi/id/gemeente/${cbsCode.toLowerCase()}`,
      ),
    );
    // The source does not say under which ggz-werkgebied Tubbergen falls.
    const names = find('mobiel-p10-team')?.service_areas?.map(({ name }) => name);
    expect(names).toHaveLength(13);
    expect(names).not.toContain('Tubbergen');
    expect(find('ixta-noa')?.service_areas?.map(({ name }) => name)).toEqual(['Enschede', 'Hengelo']);
  });

  it('zijn gratis waar de wet dat zegt, en verder zegt de bron niets over kosten', () => {
    const gratis = services.filter(({ cost_options }) => cost_options).map(({ name }) => name);
    const forInwoner = content.clientondersteuning.aanbieders.filter(({ voor }) => voor === 'inwoner');
    expect(gratis).toEqual(forInwoner.map(({ naam }) => naam));
    expect(find('scot')?.cost_options?.[0]).toMatchObject({ amount: 0, currency: 'EUR' });
  });

  it('laten weg wat de bron niet weet', () => {
    expect(JSON.stringify([services, organizations])).not.toMatch(/null|:""|:\[\]/);
    // Its address is lost, and the status of 2018 goes with it.
    expect(find('mobiel-p10-team')).not.toHaveProperty('contacts');
    expect(find('mobiel-p10-team')?.alert).toContain('2018');
    // Files go by ShareFile: the address is a contact, and not the way to refer.
    expect(find('regiotafel-wlz')).not.toHaveProperty('email');
    expect(find('regiotafel-wlz')?.contacts).toHaveLength(1);
  });
});

describe('de organisaties in HSDS', () => {
  it('zijn ze allemaal, met de diensten die zij leiden', () => {
    expect(organizations.map(({ name }) => name)).toEqual(content.organisaties.map(({ naam }) => naam));
    const ofMenzis = organizations.find(({ id }) => id === toOrganizationId('zorgkantoor-menzis'));
    expect(ofMenzis?.services?.map(({ id }) => id)).toEqual(
      ['regiotafel-wlz', 'crisisteam-zorgkantoor'].map(toServiceId),
    );
  });

  it('hebben niet het adres van één tafel als hun eigen adres', () => {
    const mediant = organizations.find(({ id }) => id === toOrganizationId('mediant'));
    expect(mediant).not.toHaveProperty('email');
    expect(mediant?.website).toBe('https://www.mediant.nl');
    expect(mediant?.contacts?.map(({ email }) => email)).toEqual(['aanmelding@triagetafeltwente.nl']);
  });
});

describe('een lijst in HSDS', () => {
  it('komt in pagina’s, die samen het geheel zijn', async () => {
    const parts = await Promise.all([1, 2, 3].map((page) => read(`?page=${page}&per_page=5`)));
    expect(parts.map(({ contents: _, ...rest }) => rest)).toEqual([
      {
        total_items: 13,
        total_pages: 3,
        page_number: 1,
        size: 5,
        first_page: true,
        last_page: false,
        empty: false,
      },
      {
        total_items: 13,
        total_pages: 3,
        page_number: 2,
        size: 5,
        first_page: false,
        last_page: false,
        empty: false,
      },
      {
        total_items: 13,
        total_pages: 3,
        page_number: 3,
        size: 3,
        first_page: false,
        last_page: true,
        empty: false,
      },
    ]);
    expect(parts.flatMap(({ contents }) => contents)).toEqual((await read()).contents);
    expect(await read('?page=4&per_page=5')).toMatchObject({
      size: 0,
      empty: true,
      last_page: true,
      contents: [],
    });
  });

  it('heeft alleen wat één waarde heeft, en met full=true alles', async () => {
    const kort = hsdsServicePageSchema.parse(await read());
    expect(kort.contents[0]).toMatchObject({
      id: toServiceId('topx'),
      organization: { name: expect.any(String) },
    });
    expect(kort.contents[0]).not.toHaveProperty('service_areas');
    expect((await read('?full=true')).contents).toEqual(services);
    const organisaties = hsdsOrganizationPageSchema.parse(await read('', 'organizations'));
    expect(organisaties.contents.map(({ id }) => id)).toEqual(organizations.map(({ id }) => id));
    expect((await read('?full=true', 'organizations')).contents).toEqual(organizations);
  });

  it.each([
    ['?page=0', ['/page']],
    ['?page=-1', ['/page']],
    ['?page=1.5', ['/page']],
    ['?page=1e2', ['/page']],
    ['?page=', ['/page']],
    ['?page=100001', ['/page']],
    ['?per_page=101', ['/per_page']],
    ['?per_page=x&page=y&full=ja', ['/page', '/per_page', '/full']],
  ])('weigert %s', async (query, pointers) => {
    for (const list of ['services', 'organizations']) {
      const { body, type } = await request(app).get(`/api/v1/hsds/${list}${query}`).expect(400);
      expect(type).toBe('application/problem+json');
      expect(body.fouten.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
    }
  });
});

describe('wat een lijst in HSDS kan kiezen', () => {
  const names = async (query: string, list = 'services') =>
    ((await read(`?full=true&${query}`, list)).contents as { name: string }[]).map(({ name }) => name);
  const MENZIS = toOrganizationId('zorgkantoor-menzis');

  it('is waar alle woorden in staan, waar ook, zonder op hoofdletters of accenten te letten', async () => {
    const found = await names('search=ZORGKANTOOR%20crísisteam');
    expect(found).toEqual(
      services
        .filter(
          (service) =>
            /crisisteam/i.test(JSON.stringify(service)) && /zorgkantoor/i.test(JSON.stringify(service)),
        )
        .map(({ name }) => name),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(services.length);
    expect(await names('search=xyzzyx')).toEqual([]);
    expect((await names('search=menzis', 'organizations')).length).toBe(
      organizations.filter((organization) => /menzis/i.test(JSON.stringify(organization))).length,
    );
  });

  it('is wat één organisatie geeft, en samen met een zoekvraag wat aan allebei voldoet', async () => {
    const all = services.filter(({ organization_id }) => organization_id === MENZIS).map(({ name }) => name);
    expect(await names(`organization_id=${MENZIS}`)).toEqual(all);
    expect(await names(`organization_id=${MENZIS.toUpperCase()}`)).toEqual(all);
    const about = await names('search=regiotafel');
    const both = all.filter((name) => about.includes(name));
    expect(both.length).toBeGreaterThan(0);
    expect(await names(`organization_id=${MENZIS}&search=regiotafel`)).toEqual(both);
    expect(await names('organization_id=bestaat-niet')).toEqual([]);
  });

  it('is niets met een term, want die zijn er niet', async () => {
    for (const list of ['services', 'organizations'])
      for (const naam of ['taxonomy_id', 'taxonomy_term_id'])
        expect(await read(`?${naam}=x`, list)).toMatchObject({ total_items: 0, empty: true, contents: [] });
  });

  it('is alles wat sinds een moment veranderd kan zijn', async () => {
    expect((await names('modified_after=2000-01-01')).length).toBe(services.length);
    expect(await names('modified_after=2999-01-01T00:00:00%2B01:00')).toEqual([]);
  });

  it.each([
    ['services', ''],
    ['services', '&full=true&search=crisis'],
    ['services', '&minimal=true'],
    ['organizations', '&full_service=true'],
  ])('is ook alles tegelijk, één ding per regel: %s%s', async (list, query) => {
    const whole = await read(`?per_page=100${query}`, list);
    expect(whole.last_page).toBe(true);
    // A page is of no use there.
    const { text, headers } = await request(app)
      .get(`/api/v1/hsds/${list}?format=ndjson&page=2&per_page=1${query}`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200)
      .then(({ body, headers }) => ({ text: String(body), headers }));
    expect(headers['content-type']).toMatch(/^application\/x-ndjson\b/);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(text).toMatch(/\}\n$/);
    const lines = text.split('\n').slice(0, -1);
    expect(lines.map((line) => JSON.parse(line))).toEqual(whole.contents);
  });

  it('is niets, en dus geen regel, als er niets is', async () => {
    const { text } = await request(app).get('/api/v1/hsds/services?format=ndjson&taxonomy_id=x').expect(200);
    expect(text ?? '').toBe('');
  });

  it('is alleen het id, of alles van de diensten van een organisatie', async () => {
    expect((await read('?minimal=true')).contents).toEqual(services.map(({ id }) => ({ id })));
    const { body } = await request(app)
      .get(`/api/v1/hsds/organizations/${MENZIS}?full_service=true`)
      .expect(200);
    const expected = services
      .filter(({ organization_id }) => organization_id === MENZIS)
      .map(({ organization: _, ...service }) => service);
    expect(hsdsOrganizationSchema.parse(body).services).toEqual(expected);
    const list = hsdsOrganizationPageSchema.parse(await read('?full_service=true', 'organizations'));
    expect(list.contents.find(({ id }) => id === MENZIS)).toEqual(body);
    expect((await request(app).get(`/api/v1/hsds/organizations/${MENZIS}?full_service=false`)).body).toEqual(
      organizations.find(({ id }) => id === MENZIS),
    );
  });

  it('is ook te vinden met hoofdletters in het id', async () => {
    for (const query of ['', '?full_service=true', '?full_service=false']) {
      const [klein, groot] = await Promise.all(
        [MENZIS, MENZIS.toUpperCase()].map((id) =>
          request(app).get(`/api/v1/hsds/organizations/${id}${query}`).expect(200),
        ),
      );
      expect(groot?.body).toEqual(klein?.body);
    }
    const [service] = services;
    const { body } = await request(app).get(`/api/v1/hsds/services/${service?.id.toUpperCase()}`).expect(200);
    expect(body).toEqual(service);
    const ofOrganization = (id: string) => read(`?organization_id=${id}`);
    expect(await ofOrganization(MENZIS.toUpperCase())).toEqual(await ofOrganization(MENZIS));
  });

  it.each([
    ['services?modified_after=gisteren', '/modified_after'],
    ['services?minimal=1', '/minimal'],
    ['services?format=xml', '/format'],
    ['services?search=%20', '/search'],
    ['organizations?full_service=ja', '/full_service'],
    [`organizations/${MENZIS}?full_service=ja`, '/full_service'],
  ])('is niet %s', async (address, pointer) => {
    const { body } = await request(app).get(`/api/v1/hsds/${address}`).expect(400);
    expect(body.fouten).toEqual([{ pointer, melding: expect.any(String) }]);
  });

  it('is nergens een andere afspraak: het profiel is HSDS zelf', async () => {
    const { body } = await request(app).get('/api/v1/hsds').expect(200);
    expect(body).toMatchObject({ version: '3.0', profile: 'https://docs.openreferral.org/en/3.0/' });
  });
});
