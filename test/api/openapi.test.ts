import type { Response } from 'supertest';
import { describe, expect, it } from 'vitest';
import { PdfFailure } from '../../src/domain/referral/paper-document.ts';
import { REGIOTAFEL } from '../support/domain-facts.ts';
import { createValidate, type Operation, readOperations, sendExample } from '../support/openapi-document.ts';
import { openApi } from '../support/real-openapi.ts';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';
import { findVignet } from '../support/verwijzing-cases.ts';

const app = createTestApp();
const operations = readOperations(openApi);
const validate = createValidate(openApi);
const byId = (id: string) => operations.find(({ operationId }) => operationId === id) as Operation;
/** The answers that were looked at: operation, status and media type. */
const seen = new Set<string>();

/** Checks an answer by what the document says of it. */
function check(
  { pad, methode, operationId, responses }: Operation,
  { status, type, body, headers }: Response,
) {
  const soort = type === '' ? '' : type;
  const content = responses[status]?.content ?? {};
  expect(headers['api-version'], operationId).toBe('1.0.0');
  expect(Object.keys(responses), operationId).toContain(String(status));
  if (status !== 304) expect(Object.keys(content), operationId).toContain(soort);
  if (/[/+]json$/.test(soort)) {
    const span = ['paths', pad, methode, 'responses', String(status), 'content', soort, 'schema'];
    expect(validate(span, body), operationId).toEqual([]);
  }
  seen.add(`${operationId} ${status} ${soort}`);
}

/** An answer but for the number of the request, which no example can know. */
function withoutInstance(body: object): object {
  if (Array.isArray(body)) return body;
  const { instance: _, ...rest } = body as { instance?: string };
  return rest;
}

const voorbeelden = operations.flatMap((operation) =>
  Object.entries(operation.responses).flatMap(([status, { content = {} }]) =>
    Object.values(content).flatMap(({ examples = {} }) =>
      Object.entries(examples).map(([naam, { value }]) => ({
        titel: `${operation.operationId}: ${naam}`,
        operation,
        naam,
        status: Number(status),
        antwoord: value,
      })),
    ),
  ),
);

describe('een client die uit de beschrijving gemaakt is', () => {
  it('heeft voor de klasse van een groep een andere naam dan voor een schema', () => {
    const { tags, components } = openApi as unknown as {
      tags: { name: string }[];
      components: { schemas: object };
    };
    const schemas = new Set(Object.keys(components.schemas).map((name) => name.toLowerCase()));
    const classes = tags.flatMap(({ name }) =>
      ['Service', 'Api'].map((end) => `${name.replaceAll(' ', '')}${end}`),
    );
    expect(classes).toContain('WegwijzerService');
    expect(classes.filter((name) => schemas.has(name.toLowerCase()))).toEqual([]);
  });
});

describe('de voorbeelden in de beschrijving', () => {
  it('zijn er voor elke aanroep, en voor elke fout in de aanvraag', () => {
    for (const { operationId, responses, requestBody, parameters = [] } of operations) {
      const statuses = voorbeelden
        .filter(({ operation }) => operation.operationId === operationId)
        .map(({ status }) => status);
      const canFail =
        requestBody || parameters.some((parameter) => parameter.in === 'query' && parameter.examples);
      const teDoen = ['200', ...(canFail ? ['400'] : []), '404', '409']
        .filter((status) => status in responses)
        .map(Number);
      expect([...new Set(statuses)].sort(), operationId).toEqual(teDoen);
      if (requestBody) expect(requestBody.content['application/json']?.examples).toHaveProperty('voorbeeld');
      for (const { name, examples } of parameters.filter(({ required }) => required))
        expect(examples, `${operationId} ${name}`).toHaveProperty('voorbeeld');
    }
  });

  it.each(voorbeelden)('zijn wat de API antwoordt: $titel', async ({ operation, naam, status, antwoord }) => {
    const real = await sendExample(app, operation, naam);
    expect(real.status).toBe(status);
    check(operation, real);
    // Of a whole list the example shows the first only.
    const list = Array.isArray(antwoord) && operation.parameters === undefined;
    expect(list ? real.body.slice(0, 1) : withoutInstance(real.body)).toEqual(antwoord);
  });

  it('passen ook zelf in het schema van de aanvraag', () => {
    for (const { pad, methode, requestBody, parameters = [] } of operations) {
      for (const [index, { name, examples: values = {} }] of parameters.entries()) {
        const place = ['paths', pad, methode, 'parameters', String(index), 'schema'];
        for (const { value } of Object.values(values)) expect(validate(place, value), name).toEqual([]);
      }
      const { examples = {} } = requestBody?.content['application/json'] ?? {};
      const span = ['paths', pad, methode, 'requestBody', 'content', 'application/json', 'schema'];
      for (const { value } of Object.values(examples)) expect(validate(span, value)).toEqual([]);
    }
  });
});

it('geen getal heeft een grens die niets zegt, waarvan een voorbeeldmaker een antwoord maakt', () => {
  expect(JSON.stringify(openApi)).not.toContain(String(Number.MAX_SAFE_INTEGER));
});

it('elke aanroep zegt in een zin meer dan haar naam', () => {
  for (const { operationId, summary, description } of operations) {
    expect(description, operationId).toMatch(/^[A-Z].*\.$/);
    expect(description, operationId).not.toBe(summary);
  }
});

describe('het schema van een verwijzing', () => {
  const span = [
    ...['paths', '/verwijzingen', 'post', 'requestBody', 'content', 'application/json', 'schema'],
    ...['properties', 'verwijzing'],
  ];

  it.each([
    ['een code van één teken', { casuscode: 'T' }],
    ['een code met een spatie', { casuscode: 'TW 1' }],
    ['een code die te lang is', { casuscode: `T${'1'.repeat(30)}` }],
    ['een code met een spatie ervoor', { casuscode: ' TW-1' }],
    ['een code met een regel erachter', { casuscode: 'TW-1\n' }],
    ['een code met een onzichtbaar teken', { casuscode: 'TW\u200b-1' }],
    ['een datum met een spatie erachter', { casuscode: 'TW-1', overlegdatum: '2027-01-20 ' }],
    ['een keuze met een spatie ervoor', { casuscode: 'TW-1', geinformeerd: ' akkoord' }],
    ['een emoji te veel', { casuscode: 'TW-1', plan: [{ hoe: '🙂'.repeat(501) }] }],
    ['een afspraak die te lang is', { casuscode: 'TW-1', plan: [{ hoe: 'x'.repeat(501) }] }],
    [
      'een feit dat te lang is',
      { casuscode: 'TW-1', onderbouwing: { 'wlz-zorg': { feit: 'x'.repeat(20_001) } } },
    ],
    [
      'een functie die te lang is',
      { casuscode: 'TW-1', onderbouwing: { 'wlz-zorg': { vanWie: 'x'.repeat(201) } } },
    ],
  ])('weigert wat de API weigert: %s', async (_, verwijzing) => {
    expect(validate(span, verwijzing)).not.toEqual([]);
    const antwoord = await request(app)
      .post('/api/v1/verwijzingen')
      .send({ tafel: REGIOTAFEL, antwoorden: findVignet('instelling met alle'), verwijzing });
    expect(antwoord.status).toBe(400);
  });

  it.each([
    ['TW-1\u200b', /zonder spatie of regeleinde eromheen/],
    ['  ', /Vul een casuscode in/],
    ['TW-1\u0000', /gewone tekst/],
  ])('zegt bij een casuscode %j één keer wat er mis is', async (casuscode, melding) => {
    const { body } = await request(app)
      .post('/api/v1/verwijzingen')
      .send({
        ...{ tafel: REGIOTAFEL, antwoorden: findVignet('instelling met alle') },
        verwijzing: { casuscode },
      })
      .expect(400);
    expect(body.fouten).toEqual([
      { pointer: '/verwijzing/casuscode', melding: expect.stringMatching(melding) },
    ]);
  });

  it.each(['x', '🙂'])('neemt aan wat net past, en de API ook: %s', async (teken) => {
    const verwijzing = {
      casuscode: `T${'1-'.repeat(14)}1`,
      plan: [{ hoe: teken.repeat(500) }],
      onderbouwing: { 'wlz-zorg': { feit: teken.repeat(20_000), vanWie: teken.repeat(200) } },
    };
    expect(validate(span, verwijzing)).toEqual([]);
    await request(app)
      .post('/api/v1/verwijzingen')
      .send({ tafel: REGIOTAFEL, antwoorden: findVignet('instelling met alle'), verwijzing })
      .expect(200);
  });

  it.each(['/zoeken?q=', '/hsds/services?search='])(
    'neemt aan wat het document van %s aanneemt',
    async (path) => {
      await request(app)
        .get(`/api/v1${path}${encodeURIComponent('🙂'.repeat(100))}`)
        .expect(200);
      await request(app)
        .get(`/api/v1${path}${encodeURIComponent('🙂'.repeat(101))}`)
        .expect(400);
    },
  );
});

describe('elk antwoord', () => {
  it('met een ETag komt niet nog een keer', async () => {
    for (const operation of operations.filter(({ responses }) => '304' in responses)) {
      const { headers } = await sendExample(app, operation, 'voorbeeld').expect(200);
      const weer = await sendExample(app, operation, 'voorbeeld').set('If-None-Match', headers.etag ?? '');
      expect(weer.status, operation.operationId).toBe(304);
      expect(weer.text).toBe('');
      check(operation, weer);
    }
  });

  it('op een parameter die er niet is, of anders gespeld, is een probleem dat hem noemt', async () => {
    await request(app).get('/api/v1/openapi.json?format=yaml').expect(400);
    for (const operation of operations) {
      for (const name of [
        'verzonnen',
        ...(operation.parameters ?? []).map((known) => known.name.toUpperCase()),
      ]) {
        const antwoord = await sendExample(app, operation, 'voorbeeld').query({ [name]: 'x' });
        expect(antwoord.status, `${operation.pad} ${name}`).toBe(400);
        expect(antwoord.body.fouten).toEqual([{ pointer: `/${name}`, melding: expect.any(String) }]);
        check(operation, antwoord);
      }
    }
  });

  it('op een te grote aanvraag is een probleem', async () => {
    for (const operation of operations.filter(({ methode }) => methode === 'post')) {
      const antwoord = await request(app)
        .post(`/api/v1${operation.pad}`)
        .send({ antwoorden: 'x'.repeat(1_000_001) });
      expect(antwoord.status).toBe(413);
      check(operation, antwoord);
    }
  });

  it('op iets anders dan JSON is een probleem', async () => {
    for (const operation of operations.filter(({ methode }) => methode === 'post')) {
      const antwoord = await sendExample(app, operation, 'voorbeeld').type('form');
      expect(antwoord.status).toBe(415);
      check(operation, antwoord);
    }
  });

  it('in een andere vorm staat ook in de beschrijving', async () => {
    const verwijzing = byId('postVerwijzing');
    for (const [shape, status] of [
      ['message/rfc822', 200],
      ['application/pdf', 200],
      ['text/plain', 200],
      ['text/calendar', 409],
      ['image/png', 406],
    ] as const) {
      const antwoord = await sendExample(app, verwijzing, 'voorbeeld').set('Accept', shape);
      expect(antwoord.status).toBe(status);
      check(verwijzing, antwoord);
    }
  });

  it('kan een lijst zijn, met één ding per regel', async () => {
    for (const operation of operations.filter(({ pad }) => /^\/hsds\/[a-z]+$/.test(pad)))
      check(operation, await request(app).get(`/api/v1${operation.pad}?format=ndjson`).expect(200));
  });

  it('kan de laatste dag voor een agenda zijn', async () => {
    const antwoord = await request(app)
      .post('/api/v1/verwijzingen')
      .set('Accept', 'text/calendar')
      .send({
        tafel: REGIOTAFEL,
        antwoorden: findVignet('instelling met alle'),
        verwijzing: { casuscode: 'TW-2026-014', overlegdatum: '2027-01-20' },
      });
    expect(antwoord.status).toBe(200);
    check(byId('postVerwijzing'), antwoord);
  });

  it('is een probleem als er geen pdf is', async () => {
    for (const broken of [
      createTestApp({ writePdf: () => Promise.reject(new PdfFailure('druk')) }),
      createTestApp({ hasPdfRoom: () => false }),
    ]) {
      const antwoord = await sendExample(broken, byId('postVerwijzing'), 'voorbeeld').set(
        'Accept',
        'application/pdf',
      );
      expect(antwoord.status).toBe(503);
      check(byId('postVerwijzing'), antwoord);
    }
  });

  it('van elke tafel, gemeente en dienst past in het schema', async () => {
    for (const operation of operations.filter(({ pad }) => pad.endsWith('/{id}'))) {
      const list = (await request(app).get(`/api/v1${operation.pad.replace('/{id}', '')}`)).body;
      for (const { id } of list.contents ?? list)
        check(
          operation,
          await request(app)
            .get(`/api/v1${operation.pad.replace('{id}', id)}`)
            .expect(200),
        );
    }
  });

  it('op een andere methode is een probleem, in de vorm van elke andere fout', async () => {
    for (const { pad, methode, operationId } of operations) {
      const { status, type, body } = await request(app).put(`/api/v1${pad.replace('/{id}', '')}`);
      expect([status, type], operationId).toEqual([405, 'application/problem+json']);
      const span = [
        'paths',
        pad,
        methode,
        'responses',
        'default',
        'content',
        'application/problem+json',
        'schema',
      ];
      expect(validate(span, body), operationId).toEqual([]);
    }
  });

  it('dat in de beschrijving staat, is gezien', () => {
    const described = operations.flatMap(({ operationId, responses }) =>
      Object.entries(responses)
        .filter(([status]) => status !== 'default')
        .flatMap(([status, { content = { '': {} } }]) =>
          Object.keys(content).map((soort) => `${operationId} ${status} ${soort}`),
        ),
    );
    expect([...seen].sort()).toEqual(described.sort());
  });

  it('met een veld te veel wordt afgekeurd', () => {
    for (const { titel, operation, antwoord, status } of voorbeelden) {
      const soort = status === 200 ? 'application/json' : 'application/problem+json';
      const [first] = Array.isArray(antwoord) ? antwoord : [antwoord];
      const tooMany = { ...(first as object), verzonnen: true };
      const span = [
        'paths',
        operation.pad,
        operation.methode,
        'responses',
        String(status),
        'content',
        soort,
        'schema',
      ];
      expect(validate(span, Array.isArray(antwoord) ? [tooMany] : tooMany), titel).not.toEqual([]);
    }
  });
});
