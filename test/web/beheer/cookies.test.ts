import { describe, expect, it } from 'vitest';
import { isForTls, readCookie } from '../../../src/web/beheer/browser.ts';
import { logIn } from '../../support/logged-in.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { request } from '../../support/request.ts';
import { createTestApp } from '../../support/test-app.ts';

it('zet op geen enkele openbare pagina een cookie, ook niet voor wie is ingelogd', async () => {
  const records = createMemoryRecords();
  const app = createTestApp({ records });
  const { cookie } = await logIn(app, records, 'beheerder');
  const { text } = await request(app).get('/sitemap.xml').expect(200);
  const listed = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname);
  expect(listed.length).toBeGreaterThan(50);
  const more = [
    '/zoeken?q=topx',
    '/vragen',
    '/klopt-niet',
    '/casus',
    '/statistiek',
    '/gezond',
    '/bestaat-niet',
    '/api/v1/vragen',
  ];
  for (const path of [...listed, ...more]) {
    const { headers } = await request(app).get(path).set('Cookie', cookie);
    expect(headers['set-cookie'], path).toBeUndefined();
  }
  const posted = await request(app).post('/klopt-niet').set('Cookie', cookie).type('form').send('pagina=%2F');
  expect(posted.headers['set-cookie']).toBeUndefined();
});

describe('het cookie van een sessie', () => {
  it.each([
    ['https://wegwijzer.example', true],
    ['http://wegwijzer.example', true],
    ['https://localhost:3000', true],
    ['http://localhost:3000', false],
    ['http://127.0.0.1:3000', false],
    ['http://[::1]:3000', false],
    ['http://localhost.wegwijzer.example', true],
  ])('gaat voor %s alleen over TLS: %s', (baseUrl, expected) => {
    expect(isForTls(baseUrl)).toBe(expected);
  });

  it.each([
    ['beheer=a', 'a'],
    ['x=1; beheer=a; y=2', 'a'],
    ['xbeheer=a', null],
    ['beheer=a; beheer=b', null],
    ['', null],
  ])('wordt uit "%s" gelezen als %s', (cookie, expected) => {
    expect(readCookie({ headers: { cookie } }, 'beheer')).toBe(expected);
  });
});
