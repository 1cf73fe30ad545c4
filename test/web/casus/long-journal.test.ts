import request from 'supertest';
import { expect, it } from 'vitest';
import { rules } from '../../support/arbitrary-casus.ts';
import { send, startLiveServer } from '../../support/live-server.ts';
import { makeLongCasus } from '../../support/long-casus.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';

/** In bytes, over the line. */
const MAX_PAGE = 120 * 1024;

it.each(['br', 'gzip'])(
  'the page of a case with 500 entries in its journal is small over the line: %s',
  async (encoding) => {
    const { casus } = makeLongCasus(rules, 500, 7);
    const port = await startLiveServer(createTestApp({ limits: SPACIOUS }));
    const { status, headers } = await send(port, 'POST', '/casus', {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Encoding': encoding },
      body: new URLSearchParams({ casus: JSON.stringify(casus), actie: 'toon' }).toString(),
    });
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(Number(headers['content-length'])).toBeLessThanOrEqual(MAX_PAGE);
  },
);

it('what is to be done is shown as far as it is recent, and all of it on request', async () => {
  const { casus } = makeLongCasus(rules, 500, 7);
  const open = casus.logboek.filter(({ teDoen, gedaan }) => teDoen !== '' && gedaan === '').length;
  const app = createTestApp({ limits: SPACIOUS });
  const show = async (actie: string) => {
    const { text } = await request(app)
      .post('/casus')
      .type('form')
      .send({ casus: JSON.stringify(casus), actie });
    return text;
  };
  const recent = await show('toon');
  expect(recent.match(/gedaan-logboek/g)).toHaveLength(50);
  expect(recent).toContain(`nog ${open - 50} keer iets te doen`);
  expect((await show('alles')).match(/gedaan-logboek/g)).toHaveLength(open);
});
