import { describe, expect, it } from 'vitest';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';

const app = createTestApp();

describe('een adres met een vergissing', () => {
  it.each([
    ['/overlegtafels/topx/', '/overlegtafels/topx'],
    ['/overlegtafels/TopX', '/overlegtafels/topx'],
    ['/overlegtafels/topx.', '/overlegtafels/topx'],
    ['/overlegtafels/topx)', '/overlegtafels/topx'],
    ['/overlegtafels/topx,', '/overlegtafels/topx'],
    ['/overlegtafels/topx%3E', '/overlegtafels/topx'],
    ['/overlegtafels/topx%22', '/overlegtafels/topx'],
    ['/overlegtafels/topx%E2%80%9D).', '/overlegtafels/topx'],
    ['/overlegtafels/', '/overlegtafels'],
    ['/Gemeenten/Almelo/', '/gemeenten/almelo'],
    ['/Advies/?a=Ab_-9&x=%C3%A9', '/advies?a=Ab_-9&x=%C3%A9'],
    ['/vragen/acuut-gevaar/?a=X.y', '/vragen/acuut-gevaar?a=X.y'],
    ['/verwijzen/TopX?a=X', '/verwijzen/topx?a=X'],
    ['/zoeken/?q=wapen', '/zoeken?q=wapen'],
    ['//', '/'],
  ])('gaat door naar de pagina: %s', async (from, to) => {
    for (const method of ['get', 'head'] as const) {
      const { status, headers } = await request(app)[method](from);
      expect([status, headers.location]).toEqual([301, to]);
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it.each([
    '/bestaat-niet/',
    '/overlegtafels/mars).',
    '//example.nl/',
    '/%2F%2Fexample.nl/',
    '/api/v1/vragen/',
    '/API/v1/vragen',
    '/api/v1/TAFELS',
  ])('dat ook zonder die vergissing geen pagina is, of van de API, geeft 404: %s', async (path) => {
    const { headers } = await request(app).get(path).expect(404);
    expect(headers.location).toBeUndefined();
  });

  it('gaat niet door met wat iemand verstuurt', async () => {
    await request(app).post('/klopt-niet/').type('form').send('pagina=/').expect(404);
  });
});
