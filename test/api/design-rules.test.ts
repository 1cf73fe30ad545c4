import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/api/problem.ts';
import { readOperations } from '../support/openapi-document.ts';
import { openApi } from '../support/real-openapi.ts';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';

const app = createTestApp();
const operations = readOperations(openApi);
const READ = operations.flatMap(({ pad, methode }) => (methode === 'get' && !pad.includes('{') ? [pad] : []));
const WRITE = operations.flatMap(({ pad, methode }) => (methode === 'post' ? [pad] : []));
const ADDRESSES = ['/openapi.json', '/overlegtafels/topx', '/gemeenten/almelo', ...READ];

// By the names of the NLGov REST API Design Rules 2.1.
describe('de regels voor een API van de overheid', () => {
  it('/core/no-trailing-slash: met een schuine streep aan het eind is er niets', async () => {
    for (const path of [...ADDRESSES, ...WRITE, '']) {
      const { status, type, body } = await request(app).get(`/api/v1${path}/`);
      expect([status, type], path).toEqual([404, 'application/problem+json']);
      expect(problemSchema.parse(body).status).toBe(404);
    }
  });

  it('/core/http-methods: een andere methode krijgt 405 en hoort welke er zijn', async () => {
    for (const path of ADDRESSES) {
      for (const method of ['post', 'put', 'patch', 'delete'] as const) {
        const { status, type, headers } = await request(app)[method](`/api/v1${path}`);
        expect([status, type, headers.allow], path).toEqual([
          405,
          'application/problem+json',
          'GET, HEAD, OPTIONS',
        ]);
      }
    }
    for (const path of WRITE) {
      for (const method of ['get', 'put', 'patch', 'delete'] as const) {
        const { status, type, headers } = await request(app)[method](`/api/v1${path}`);
        expect([status, type, headers.allow], path).toEqual([
          405,
          'application/problem+json',
          'POST, OPTIONS',
        ]);
      }
    }
  });

  it('/core/http-methods: HEAD zegt hetzelfde als GET, zonder inhoud', async () => {
    for (const path of ADDRESSES.filter((adres) => adres !== '/zoeken')) {
      const get = await request(app).get(`/api/v1${path}`).expect(200);
      const head = await request(app).head(`/api/v1${path}`).expect(200);
      expect(head.text).toBeUndefined();
      for (const naam of ['content-type', 'etag', 'cache-control', 'api-version'])
        expect(head.headers[naam], `${naam} van ${path}`).toBe(get.headers[naam]);
    }
  });

  it('/core/version-header en /core/semver: elk antwoord zegt welke versie het is', async () => {
    const { info } = openApi as { info: { version: string } };
    expect(info.version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const antwoord of [
      await request(app).get('/api/v1/vragen'),
      await request(app).get('/api/v1/bestaat-niet'),
      await request(app).put('/api/v1/vragen'),
      await request(app).options('/api/v1/vragen'),
      await request(app).post('/api/v1/adviezen').send({}),
      await request(app).post('/api/v1/adviezen').type('json').send('{'),
    ])
      expect(antwoord.headers['api-version']).toBe(info.version);
  });

  it('/core/publish-openapi: de beschrijving staat op een vast adres en is voor iedereen', async () => {
    const { body, headers } = await request(app).get('/api/v1/openapi.json').expect(200);
    expect(body.openapi).toMatch(/^3\.1\./);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(body.servers).toEqual([{ url: 'http://localhost:3000/api/v1' }]);
  });

  it('/core/path-segments-kebab-case, /core/query-keys-camel-case en geen uitgang van een bestand', () => {
    for (const { pad, parameters = [] } of operations) {
      expect(pad).toMatch(/^(\/([a-z0-9]+(-[a-z0-9]+)*|\{[a-z][A-Za-z]*\}))+$/);
      // Those of HSDS are named by HSDS.
      const shape = pad.startsWith('/hsds') ? /^[a-z]+(_[a-z]+)*$/ : /^[a-z][A-Za-z0-9]*$/;
      for (const { name } of parameters) expect(name).toMatch(shape);
    }
  });

  it('/core/error-handling/problem-details: elke fout heeft dezelfde vorm en wordt niet bewaard', async () => {
    for (const antwoord of [
      await request(app).get('/api/v1'),
      await request(app).get('/api/v1/%E0%A4%A'),
      await request(app).get('/api/v1/overlegtafels/mars'),
      await request(app).get('/api/v1/Vragen'),
      await request(app).get('/api/v1/clientondersteuning?gemeente=mars'),
      await request(app).get('/api/v1/zoeken'),
      await request(app).post('/api/v1/adviezen').type('form').send('a=1'),
      await request(app).post('/api/v1/adviezen').set('Content-Encoding', 'x').type('json').send('{}'),
    ]) {
      const { status, type, body, headers } = antwoord;
      expect(type).toBe('application/problem+json');
      expect(problemSchema.parse(body).status).toBe(status);
      expect(headers['cache-control']).toBe('no-store');
    }
  });
});

describe('een adres dat niet bestaat', () => {
  it.each([
    ['/overlegtafels/mars', 'mars', '/api/v1/overlegtafels'],
    ['/gemeenten/%3Cb%3E', '<b>', '/api/v1/gemeenten'],
    ['/hsds/services/1', '1', '/api/v1/hsds/services'],
    [
      '/hsds/organizations/00000000-0000-5000-8000-000000000000',
      '00000000-0000-5',
      '/api/v1/hsds/organizations',
    ],
  ])('zegt welk id er niet is, en waar de lijst staat: %s', async (path, id, list) => {
    const { body } = await request(app).get(`/api/v1${path}`).expect(404);
    expect(body.detail).toContain(`"${id}`);
    expect(body.detail).toContain(`${list}.`);
  });

  it.each(['/mars', '/overlegtafels/', '/gemeenten/almelo/x'])(
    'wijst anders naar de beschrijving: %s',
    async (path) => {
      const { body } = await request(app).get(`/api/v1${path}`).expect(404);
      expect(body.detail).toContain('/api/v1/openapi.json');
    },
  );
});

describe('wat een andere site mag (CORS)', () => {
  it('is alles lezen, ook wat er mis ging', async () => {
    for (const path of [...ADDRESSES, '/bestaat-niet', '/hsds/services?page=0']) {
      const { headers } = await request(app).get(`/api/v1${path}`).set('Origin', 'https://example.nl');
      expect(headers['access-control-allow-origin'], path).toBe('*');
      expect(headers['access-control-expose-headers']).toBe('API-Version, ETag');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  it('is vooraf vragen of iets veranderd is', async () => {
    for (const path of ADDRESSES) {
      const { headers } = await request(app)
        .options(`/api/v1${path}`)
        .set({ Origin: 'https://example.nl', 'Access-Control-Request-Method': 'GET' })
        .expect(204);
      expect(headers).toMatchObject({
        allow: 'GET, HEAD, OPTIONS',
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': 'If-None-Match',
      });
    }
  });

  it('is niet iets versturen', async () => {
    for (const path of WRITE) {
      const beforehand = await request(app)
        .options(`/api/v1${path}`)
        .set({ Origin: 'https://example.nl', 'Access-Control-Request-Method': 'POST' })
        .expect(204);
      expect(beforehand.headers.allow).toBe('POST, OPTIONS');
      for (const { headers } of [beforehand, await request(app).post(`/api/v1${path}`).send({})])
        expect(Object.keys(headers).filter((naam) => naam.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('vragen of iets veranderd is', () => {
  const ADDRESS = '/api/v1/hsds/services?per_page=2';

  it.each(['/api/v1/vragen', '/overlegtafels/topx', ADDRESS, '/api/v1/clientondersteuning?gemeente=almelo'])(
    'kan in elke vorm: %s',
    async (path) => {
      const { headers } = await request(app).get(path).expect(200);
      const etag = headers.etag ?? '';
      expect(etag).toMatch(/^W\/"[\w-]+"$/);
      for (const shape of [etag, etag.replace('W/', ''), `"anders", ${etag}`, '*']) {
        const weer = await request(app).get(path).set('If-None-Match', shape).expect(304);
        expect(weer.text, shape).toBe('');
        expect(weer.headers.etag).toBe(etag);
        await request(app).head(path).set('If-None-Match', shape).expect(304);
      }
      await request(app).get(path).set('If-None-Match', 'W/"anders"').expect(200);
    },
  );

  it('krijgt een ander antwoord bij een andere vraag', async () => {
    const tags = await Promise.all(
      ['', '?page=2&per_page=2', '?full=true'].map(
        async (query) => (await request(app).get(`/api/v1/hsds/services${query}`)).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it('kan niet bij zoeken: de woorden kunnen over een casus gaan, dus niemand bewaart het antwoord', async () => {
    for (const path of ['/api/v1/zoeken?q=schulden', '/zoeken?q=schulden']) {
      const { headers } = await request(app).get(path).expect(200);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers.etag).toBeUndefined();
    }
  });
});
