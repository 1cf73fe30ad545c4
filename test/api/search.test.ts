import express from 'express';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/api/problem.ts';
import { apiSearchResultsSchema, createSearchHandler } from '../../src/api/search.ts';
import { search } from '../support/real-search-index.ts';
import { request } from '../support/request.ts';
import { say } from '../support/texts.ts';

const app = express().set('query parser', 'simple').get('/api/v1/zoeken', createSearchHandler(search, say));

describe('GET /api/v1/zoeken', () => {
  it('gives the hits, for any site to use', async () => {
    const { body, headers } = await request(app).get('/api/v1/zoeken').query({ q: 'wachtlijst' }).expect(200);
    const results = apiSearchResultsSchema.parse(body);
    expect(results[0]).toMatchObject({
      soort: 'overlegtafel',
      id: 'triage-transfertafel',
      href: '/overlegtafels/triage-transfertafel',
      waarom: 'Bij “wachtlijst” verwijzen wij naar: Triage- & Transfertafel.',
      beste: true,
      contacten: expect.arrayContaining([
        expect.objectContaining({ soort: 'e-mail', waarde: 'aanmelding@triagetafeltwente.nl' }),
      ]),
    });
    expect(results.filter(({ beste }) => beste).length).toBe(1);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['api-version']).toBeDefined();
  });

  it('reads all characters that it takes, an emoji as one', async () => {
    const { body } = await request(app)
      .get('/api/v1/zoeken')
      .query({ q: `${'🙂'.repeat(90)} topx` })
      .expect(200);
    expect(body[0]).toMatchObject({ id: 'topx' });
  });

  it('gives an empty list when nothing is found', async () => {
    expect((await request(app).get('/api/v1/zoeken?q=xyzzyx').expect(200)).body).toEqual([]);
  });

  it.each([
    ['no search', ''],
    ['an empty one', '?q='],
    ['spaces', '?q=%20%20'],
    ['two', '?q=a&q=b'],
    ['101 characters', `?q=${'x'.repeat(101)}`],
  ])('refuses %s, pointing at q', async (_, query) => {
    const { body, type } = await request(app).get(`/api/v1/zoeken${query}`).expect(400);
    expect(type).toBe('application/problem+json');
    expect(problemSchema.parse(body).fouten).toEqual([
      { pointer: '/q', melding: expect.stringMatching(/\w{4}/) },
    ]);
  });

  it('takes 100 characters', async () => {
    await request(app)
      .get(`/api/v1/zoeken?q=${'x'.repeat(100)}`)
      .expect(200);
  });
});
