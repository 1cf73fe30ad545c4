import { describe, expect, it } from 'vitest';
import { createTestLinks, toToken } from '../support/answer-links.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { postForm, readForms } from '../support/form-walker.ts';
import { findHtmlFaults } from '../support/html-faults.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { request } from '../support/request.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';
import { NOW } from '../support/test-site.ts';

const TOLD = 'Er is een wachtlijst van ongeveer 6 weken. Dat liet de tafel weten op 21 november 2026.';
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

/** An app on a store of its own, whose clock can be set, and the address of the link of TopX. */
async function startApp() {
  let now = NOW;
  const opslag = await openTestStore(makeTempDir());
  const app = createTestApp({ opslag, now: () => now, limits: SPACIOUS });
  const setNow = (moment: Date) => {
    now = moment;
  };
  const path = `/terugmelden/${toToken(createTestLinks().makeForTable('topx'))}`;
  const readTafel = async () => (await request(app).get('/overlegtafels/topx').expect(200)).text;
  const readApi = async () => (await request(app).get('/api/v1/overlegtafels/topx').expect(200)).body;
  return { app, opslag, path, setNow, readTafel, readApi };
}

describe('what a table tells of its room', () => {
  it('is asked on the page of its own link only, in valid HTML', async () => {
    const { app, path } = await startApp();
    const { text } = await request(app).get(path).expect(200);
    expect(text).toContain('Hebt u plek?');
    expect(
      readForms(text)
        .find(({ action }) => action === path)
        ?.keuzes.get('stand'),
    ).toHaveLength(3);
    expect(await findHtmlFaults(text)).toEqual([]);
    expect(text.split(path)).toHaveLength(2);
  });

  it('is nothing until the button is pressed', async () => {
    const { app, path, readTafel, readApi, opslag } = await startApp();
    for (let turn = 0; turn < 50; turn += 1) await request(app).get(path).expect(200);
    expect(await opslag.antwoorden.rooms()).toEqual({});
    expect(await readTafel()).not.toContain('Is er plek?');
    expect((await readApi()).capaciteit).toBeNull();
  });

  it('shows at once on its page, in the advice and in the API, and is gone after 30 days', async () => {
    const { app, path, setNow, readTafel, readApi } = await startApp();
    // Made before it was told.
    expect(await readTafel()).not.toContain('Is er plek?');
    const { text } = await postForm(app, path, [
      ['stand', 'wachtlijst'],
      ['weken', '6'],
    ]).expect(200);
    expect(text).toContain(TOLD);
    expect(await findHtmlFaults(text)).toEqual([]);
    expect(await readTafel()).toContain(TOLD);
    expect((await readApi()).capaciteit).toEqual({ stand: 'wachtlijst', weken: 6, datum: '2026-11-21' });
    const advies = createTestSeal().seal({ ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager' });
    expect((await request(app).get(`/advies?a=${advies}&tot=nu`)).text).toContain(TOLD);
    expect((await request(app).get('/overlegtafels/levensloopaanpak')).text).not.toContain('Is er plek?');
    setNow(later(30));
    expect(await readTafel()).toContain(TOLD);
    setNow(later(31));
    expect(await readTafel()).not.toContain('Is er plek?');
    expect((await readApi()).capaciteit).toBeNull();
  });

  it('is replaced by what it tells next', async () => {
    const { app, path, readApi } = await startApp();
    for (const stand of ['geenPlek', 'ruimte']) await postForm(app, path, [['stand', stand]]).expect(200);
    expect((await readApi()).capaciteit).toEqual({ stand: 'ruimte', weken: null, datum: '2026-11-21' });
  });

  it.each([
    [[], '#stand-ruimte'],
    [[['stand', 'vol']], '#stand-ruimte'],
    [[['stand', 'wachtlijst']], '#weken'],
    [
      [
        ['stand', 'wachtlijst'],
        ['weken', '0'],
      ],
      '#weken',
    ],
    [
      [
        ['stand', 'wachtlijst'],
        ['weken', '105'],
      ],
      '#weken',
    ],
    [
      [
        ['stand', 'wachtlijst'],
        ['weken', 'zes'],
      ],
      '#weken',
    ],
  ] as const)('%o is refused beside its field', async (velden, href) => {
    const { app, path, opslag } = await startApp();
    const { text } = await postForm(app, path, velden).expect(400);
    expect(text).toContain(`href="${href}"`);
    expect(await findHtmlFaults(text)).toEqual([]);
    expect(await opslag.antwoorden.rooms()).toEqual({});
  });

  it('cannot be told with the link of a package, and a table link answers no package', async () => {
    const { app, path, opslag } = await startApp();
    const pakket = `/terugmelden/${toToken(createTestLinks().make({ tafel: 'topx', casuscode: 'A-1', tekst: 'x' }))}`;
    await postForm(app, pakket, [['stand', 'ruimte']]).expect(400);
    await postForm(app, path, [['keuze', 'opgepakt']]).expect(400);
    expect(await opslag.antwoorden.rooms()).toEqual({});
    expect(await opslag.antwoorden.lijst()).toEqual([]);
  });
});
