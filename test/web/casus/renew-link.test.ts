import { describe, expect, it } from 'vitest';
import type { Casus } from '../../../src/domain/casus/casus.ts';
import { createTestLinks, LINK_PATH, toToken } from '../../support/answer-links.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';
import { postForm, readForms } from '../../support/form-walker.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { postVerwijzing } from '../../support/referral-requests.ts';
import { request } from '../../support/request.ts';
import { createClock } from '../../support/sending-site.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../../support/test-app.ts';
import { fillNeeded } from '../../support/verwijzing-cases.ts';

const ANTWOORDEN = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager', gemeente: 'enschede' };
const VELDEN = { ...fillNeeded('topx', 'procesmanager'), casuscode: 'TW-2026-001' };
const DAY = 24 * 60;
const LINK = /http:\/\/localhost:3000(\/terugmelden\/[\w-]+)/;

const readState = (html: string) =>
  JSON.parse(
    readForms(html)
      .flatMap(({ velden }) => velden)
      .find(([name]) => name === 'casus')?.[1] ?? '{}',
  ) as Casus;

/** A case with a package for TopX in it, an app whose clock goes ahead, and the link of that package. */
async function open() {
  const clock = createClock();
  const opslag = await openTestStore(makeTempDir());
  const app = createTestApp({ opslag, now: clock.now, limits: SPACIOUS });
  const path = `/casus?a=${createTestSeal(clock.now).seal(ANTWOORDEN)}&tafel=topx`;
  const casus = readState((await postForm(app, path, Object.entries(VELDEN)).expect(200)).text);
  const { body } = await postVerwijzing(app, 'topx', ANTWOORDEN, VELDEN).expect(200);
  const id = casus.verwijzingen[0]?.id ?? '';
  const act = (actie: string, of: Casus = casus) =>
    postForm(app, '/casus', [
      ['casus', JSON.stringify(of)],
      ['actie', actie],
    ]).expect(200);
  return {
    app,
    clock,
    casus,
    id,
    act,
    antwoorden: opslag.antwoorden,
    first: new URL(body.antwoordlink).pathname,
  };
}

describe('the link of a package, from the case file', () => {
  it('works again when it has ended, is the same link to the counts, and its code fits the case', async () => {
    const { app, clock, casus, id, act, antwoorden, first } = await open();
    await postForm(app, first, [['keuze', 'ontvangen']]).expect(200);
    clock.ahead(40 * DAY);
    await request(app).get(first).expect(410);
    const { text } = await act(`nieuwelink:${id}`);
    expect(await findHtmlFaults(text)).toEqual([]);
    expect(readState(text)).toEqual(casus);
    const [, again = ''] = LINK.exec(text) ?? [];
    expect(text).toContain('kan de tafel antwoorden tot en met');
    expect((await request(app).get(again).expect(200)).text).toContain('is al geantwoord');
    const answered = await postForm(app, again, [['keuze', 'opgepakt']]).expect(200);
    expect(await antwoorden.lijst()).toEqual([
      expect.objectContaining({ keuze: 'opgepakt', dagen: 0, versie: casus.verwijzingen[0]?.regelversie }),
    ]);
    const [code = ''] = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(answered.text) ?? [];
    const recorded = await postForm(app, '/casus', [
      ['casus', JSON.stringify(casus)],
      ['tafelcode', code],
      ['actie', 'tafelcode'],
    ]).expect(200);
    expect(readState(recorded.text).verwijzingen).toMatchObject([{ stand: 'opgepakt' }]);
    // It ends as any other does.
    clock.ahead(60 * DAY);
    await request(app).get(again).expect(410);
  });

  it('counts the days from the package, not from the new link', async () => {
    const { app, clock, id, act, antwoorden } = await open();
    clock.ahead(40 * DAY);
    const [, again = ''] = LINK.exec((await act(`nieuwelink:${id}`)).text) ?? [];
    await postForm(app, again, [['keuze', 'opgepakt']]).expect(200);
    expect(await antwoorden.lijst()).toEqual([expect.objectContaining({ dagen: 40 })]);
  });

  it('is of rules that nobody knows where the file is of before', async () => {
    const { casus, id, act } = await open();
    const [made] = casus.verwijzingen;
    if (!made) throw new Error('There is no package.');
    const { regelversie, ...before } = made;
    expect(regelversie).toBe(createTestLinks().toVersie('topx'));
    const { text } = await act(`nieuwelink:${id}`, { ...casus, verwijzingen: [before] });
    const [, again = ''] = LINK.exec(text) ?? [];
    expect(createTestLinks().open(toToken(again))).toMatchObject({ link: { versie: '000000' } });
  });

  it('is not there after a year, for another package, or where the table has answered', async () => {
    const { clock, casus, id, act } = await open();
    const text = async (actie: string, of = casus) => (await act(actie, of)).text;
    expect(await text('nieuwelink:bestaat-niet')).not.toMatch(LINK);
    const asked = {
      ...casus,
      verwijzingen: casus.verwijzingen.map((one) => ({ ...one, soort: 'verzoek' as const })),
    };
    expect(await text(`nieuwelink:${id}`, asked)).not.toMatch(LINK);
    const taken = {
      ...casus,
      verwijzingen: casus.verwijzingen.map((one) => ({ ...one, stand: 'opgepakt' as const })),
    };
    for (const [of, offered] of [
      [casus, true],
      [asked, false],
      [taken, false],
    ] as const)
      expect((await text('alles', of)).includes('value="nieuwelink:'), JSON.stringify(of)).toBe(offered);
    clock.ahead(361 * DAY);
    const old = await text(`nieuwelink:${id}`);
    expect(old).not.toMatch(LINK);
    expect(old).toContain('nu geen link te maken');
  });
});

describe('a package that waits, on the page of its case', () => {
  it('says for how long, what to do, and whom to call, from the day on which one asks', async () => {
    const { clock, casus, act } = await open();
    const show = async (made: Partial<Casus['verwijzingen'][number]> = {}) => {
      const changed = { ...casus, verwijzingen: casus.verwijzingen.map((one) => ({ ...one, ...made })) };
      return (await act('alles', changed)).text;
    };
    expect(await show()).toContain('Wacht sinds vandaag op een antwoord.');
    expect(await show()).not.toContain('Verstuurde u de aanmelding al?');
    clock.ahead(DAY);
    expect(await show()).toContain('Wacht 1 dag op een antwoord');
    clock.ahead(9 * DAY);
    const late = await show();
    expect(late).toContain('Wacht 10 dagen op een antwoord, sinds 21 november 2026.');
    expect(late).toContain('Verstuurde u de aanmelding al?');
    expect(late).not.toContain('en dat is voorbij');
    expect(await findHtmlFaults(late)).toEqual([]);
    const sent = await show({ stand: 'opAgenda', standDatum: '2026-11-23' });
    expect(sent).toContain('Wacht 8 dagen op een antwoord, sinds 23 november 2026.');
    expect(sent).toContain('Vraag na hoe het staat.');
    clock.ahead(21 * DAY);
    expect(await show()).toContain('en dat is voorbij');
    for (const stand of ['opgepakt', 'afgewezen', 'ingetrokken'] as const)
      expect(await show({ stand })).not.toMatch(/Wacht \d+ dag/);
  });

  it('names who can be asked, and how to reach them, but for who was asked to refer', async () => {
    const { act, casus, clock } = await open();
    clock.ahead(10 * DAY);
    const show = async (made: Partial<Casus['verwijzingen'][number]>) =>
      (await act('alles', { ...casus, verwijzingen: casus.verwijzingen.map((one) => ({ ...one, ...made })) }))
        .text;
    const bij = 'Dat kan bij het Zorg- en Veiligheidshuis Twente: <a ';
    expect(await show({})).toContain(bij);
    expect(await show({ tafel: 'levensloopaanpak', velden: {} })).toContain(bij);
    expect(await show({ soort: 'verzoek' })).not.toContain('Dat kan bij');
  });
});

it('the address of a link is the one of the contract', () => {
  expect(LINK_PATH).toBe('/terugmelden/');
});
