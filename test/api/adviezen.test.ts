import { describe, expect, it } from 'vitest';
import { findAddress } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';
import { vignettes } from '../support/vignettes.ts';

const ADDRESS = findAddress('topx');

const app = createTestApp();
const requestAdvies = (antwoorden: unknown) => request(app).post('/api/v1/adviezen').send({ antwoorden });

describe('POST /api/v1/adviezen', () => {
  it.each(vignettes)('geeft wat de bron zegt: $naam', async ({ antwoorden, verwacht }) => {
    const { status, body } = await requestAdvies(antwoorden);
    expect(status).toBe(200);
    const { oordelen = {}, aanmelder = {}, ...lists } = verwacht;
    expect(body).toMatchObject(lists);
    for (const tafel of body.overlegtafels) {
      if (oordelen[tafel.id]) expect(tafel.oordeel, tafel.id).toBe(oordelen[tafel.id]);
      const wie = aanmelder[tafel.id];
      if (wie)
        expect(tafel.aanmelder).toMatchObject(
          wie === 'mag' ? { mag: true, via: null } : { mag: false, via: wie },
        );
    }
  });

  it('noemt altijd de zeven tafels in de volgorde van de ladder, en dan het P10-team', async () => {
    const { body, headers } = await requestAdvies({});
    expect(body.overlegtafels.map(({ id }: { id: string }) => id)).toEqual([
      'topx',
      'triage-transfertafel',
      'regiotafel-wlz',
      'crisisteam-zorgkantoor',
      'hoogcomplex-oostnl',
      'levensloopaanpak',
      'bestuurlijk-escalatieoverleg',
      'mobiel-p10-team',
    ]);
    expect(headers).toMatchObject({ 'api-version': '1.0.0', 'cache-control': 'no-store' });
  });

  it('geeft elke tafel en elk criterium in de vorm van het contract', async () => {
    const { body } = await requestAdvies({
      rol: 'procesmanager',
      signalen: ['veiligheid'],
      gebiedsVeiligheid: 'ja',
      ketenaanpakNodig: 'ja',
    });
    expect(body.overlegtafels[0]).toMatchObject({
      id: 'topx',
      trede: 2,
      oordeel: 'voldoet',
      aanmelder: { mag: true, via: null, overlegMet: [] },
      kanaal: { soort: 'e-mail', adres: ADDRESS },
    });
    expect(body.overlegtafels[0].criteria[0]).toEqual({
      id: 'gebieds-veiligheid',
      tekst: expect.any(String),
      oordeel: 'ja',
      weging: 'vereist',
      interpretatie: false,
      feiten: ['gebiedsVeiligheid'],
      bron: { document: 'overzicht-doorzettingsmacht-twente', kop: expect.any(String) },
    });
  });

  it('noemt alle fouten tegelijk, met de plaats van elk', async () => {
    const { status, body, headers } = await requestAdvies({
      gemeente: 'amsterdam',
      rol: ['wijkcoach', 'huisarts'],
      signalen: ['veiligheid', 'geen-van-deze'],
      eerderBesproken: ['topx', 'mars'],
      lokaalBesproken: true,
      verzonnen: 'ja',
    });
    expect(status).toBe(400);
    expect(headers['content-type']).toMatch('application/problem+json');
    expect(body.fouten.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/antwoorden/gemeente',
      '/antwoorden/rol',
      '/antwoorden/signalen',
      '/antwoorden/eerderBesproken/1',
      '/antwoorden/lokaalBesproken',
      '/antwoorden/verzonnen',
    ]);
  });

  it('laat dubbele waarden in een lijst vallen en telt een lege lijst als niet beantwoord', async () => {
    const double = await requestAdvies({ signalen: ['veiligheid', 'veiligheid'] });
    const single = await requestAdvies({ signalen: ['veiligheid'] });
    expect(double.body).toEqual(single.body);
    const empty = await requestAdvies({ signalen: [] });
    expect(empty.body).toEqual((await requestAdvies({})).body);
  });

  it.each([
    ['geen JSON', 'application/json', '{"antwoorden":'],
    ['geen object', 'application/json', '[1]'],
    ['zonder antwoorden', 'application/json', '{}'],
    ['antwoorden als lijst', 'application/json', '{"antwoorden":[]}'],
    ['onbekend veld', 'application/json', '{"antwoorden":{},"extra":1}'],
    ['prototype als feit', 'application/json', '{"antwoorden":{"__proto__":{"gemeente":"borne"}}}'],
    ['constructor als feit', 'application/json', '{"antwoorden":{"constructor":"ja"}}'],
  ])('weigert %s met 400 en problem details', async (_name, type, tekst) => {
    const { status, headers, body } = await request(app)
      .post('/api/v1/adviezen')
      .set('Content-Type', type)
      .send(tekst);
    expect(status).toBe(400);
    expect(headers['content-type']).toMatch('application/problem+json');
    expect(body).toMatchObject({ status: 400, title: expect.any(String), detail: expect.any(String) });
  });

  it.each([
    ['{"antwoorden":{},"antwoorden":{"rol":"wijkcoach"}}', 'antwoorden'],
    ['{"antwoorden":{"rol":"wijkcoach" , "gemeente":"borne",\n"rol"\t:\n"huisarts"}}', 'rol'],
    ['{"antwoorden":{"rol":"wijkcoach","\\u0072ol":"huisarts"}}', 'rol'],
    ['{"antwoorden":{"__proto__":1,"__proto__":2}}', '__proto__'],
    ['{"x":[{"a":1},{"a":1,"b":[],"a":2}],"antwoorden":{}}', 'a'],
  ])('weigert een veld dat twee keer in een object staat: %s', async (tekst, veld) => {
    const { body } = await request(app).post('/api/v1/adviezen').type('json').send(tekst).expect(400);
    expect(body.detail).toBe(`Het veld "${veld}" staat twee keer in hetzelfde object. Stuur het één keer.`);
  });

  it.each([
    '{"antwoorden":{"rol":"rol","gemeente":"rol"}}',
    '{"antwoorden":{"eerderBesproken":["topx","topx"]}}',
    '{"antwoorden":{"rol":"\\"rol\\":"}}',
  ])('ziet geen dubbel veld waar het er niet is: %s', async (tekst) => {
    const { body } = await request(app).post('/api/v1/adviezen').type('json').send(tekst);
    expect(String(body.detail)).not.toContain('twee keer');
  });

  it.each([
    ['een formulier', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['JSON van een andere soort', { 'Content-Type': 'application/vnd.api+json' }],
    ['geen soort', { 'Content-Type': '' }],
    ['een onbekende tekenset', { 'Content-Type': 'application/json; charset=klingon' }],
    ['iets gecomprimeerds', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }],
  ])('weigert %s met 415', async (_name, kop) => {
    const { status, type, body, headers } = await request(app)
      .post('/api/v1/adviezen')
      .set(kop)
      .send('{"antwoorden":{}}');
    expect([status, type, body.status]).toEqual([415, 'application/problem+json', 415]);
    expect(headers['accept-encoding']).toBe('Content-Encoding' in kop ? 'identity' : undefined);
  });

  it('kent geen andere methode en geen adres met een schuine streep', async () => {
    expect((await request(app).get('/api/v1/adviezen')).status).toBe(405);
    expect((await request(app).post('/api/v1/adviezen/')).status).toBe(404);
    expect((await request(app).get('/api/v1/vragen/')).status).toBe(404);
  });
});
