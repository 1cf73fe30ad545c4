import { describe, expect, it } from 'vitest';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { postForm, readForms } from '../support/form-walker.ts';
import { content } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';

const NOTICE = 'De vragen zijn intussen veranderd';
const ANTWOORDEN = {
  ...LOKAAL_VAST,
  ...toFitting('topx'),
  rol: 'procesmanager',
  gemeente: 'enschede',
  eerderBesproken: ['geen'],
};

/** A criterion of TopX without which it does not fit. */
const [WAY = ''] = Object.keys(toFitting('topx')).filter((feit) => feit !== 'signalen');

/** In the content of before these questions had an option more: an address of then names what is gone. */
const before = content.vragen.map(
  (vraag): Vraag =>
    ['gemeente', WAY].includes(vraag.feit)
      ? { ...vraag, opties: [...vraag.opties, { id: 'samengevoegd', tekst: 'Samengevoegd' }] }
      : vraag,
);
const seal = createTestSeal(undefined, undefined, before);
const GONE = seal.seal({ ...ANTWOORDEN, gemeente: 'samengevoegd' });
const UNSURE = seal.seal({ ...ANTWOORDEN, [WAY]: 'samengevoegd' });
const app = createTestApp({ limits: SPACIOUS });

/** Where somebody arrives, with the pages that they are sent along. */
async function follow(path: string, asked = 0): Promise<{ readonly path: string; readonly text: string }> {
  const { status, headers, text } = await request(app).get(path);
  if (status !== 303 || asked > 5) return { path, text };
  return follow(headers.location ?? '', asked + 1);
}

describe('an address of before the content changed', () => {
  it('opens as it was when nothing in it is gone', async () => {
    const { text } = await request(app)
      .get(`/advies?a=${seal.seal(ANTWOORDEN)}`)
      .expect(200);
    expect(text).not.toContain(NOTICE);
  });

  it.each(['/advies', '/vragen', '/vragen/signalen', '/verwijzen/topx'])(
    'asks again only what is gone, and says why, from %s on',
    async (path) => {
      const arrived = await follow(`${path}?a=${GONE}`);
      expect(arrived.text).toContain(NOTICE);
      const asked = await follow(`/advies?a=${GONE}`);
      expect(asked.path).toMatch(/^\/vragen\/gemeente\?/);

      const action = readForms(asked.text).find(({ action }) => action.startsWith('/vragen/'))?.action ?? '';
      const { headers } = await postForm(app, action, [['gemeente', 'enschede']]).expect(303);
      const advies = await follow(headers.location ?? '');
      expect(advies.path).toMatch(/^\/advies\?/);
      expect(advies.text).not.toContain(NOTICE);
    },
  );

  it('gives back what was typed in a form, with the question that is to be answered again', async () => {
    const typed = Object.entries({ casuscode: 'TW-2026-001', hulpvraag: 'Wie neemt de regie?' });
    const { text } = await postForm(app, `/verwijzen/topx?a=${UNSURE}`, typed).expect(410);
    expect(text).toContain(NOTICE);
    const form = readForms(text).find(({ velden }) => velden.some(([naam]) => naam === 'hulpvraag'));
    expect(form?.velden).toEqual(expect.arrayContaining(typed));
    const link = /href="([^"]+)">Beantwoord de vraag opnieuw/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const { slug } = content.vragen.find(({ feit }) => feit === WAY) ?? { slug: '' };
    expect((await follow(link)).path).toContain(`/vragen/${slug}?`);
  });

  it('with nothing left begins anew, and says so', async () => {
    const only = seal.seal({ gemeente: 'samengevoegd' });
    expect((await follow(`/advies?a=${only}`)).text).toContain(NOTICE);
  });
});
