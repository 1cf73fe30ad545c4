import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Casus } from '../../../src/domain/casus/casus.ts';
import { beginCasus, putAntwoorden, readAntwoorden } from '../../../src/domain/casus/change-casus.ts';
import { listTimeline } from '../../../src/domain/casus/timeline.ts';
import { showAdvice } from '../../support/advice-page.ts';
import { CODE, toMoment } from '../../support/arbitrary-casus.ts';
import { postForm, readForms } from '../../support/form-walker.ts';
import { makeFullCasus } from '../../support/full-casus.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';
import { vignettes } from '../../support/vignettes.ts';

const app = createTestApp({ limits: SPACIOUS });
const CASUS = makeFullCasus(12);
const press = async (actie: string, more: Readonly<Record<string, string>> = {}, casus = CASUS) => {
  const { text } = await postForm(
    app,
    '/casus',
    Object.entries({ casus: JSON.stringify(casus), actie, ...more }),
  );
  const fields = readForms(text).flatMap(({ velden }) => velden);
  return { text, casus: JSON.parse(Object.fromEntries(fields).casus ?? '{}') as Casus };
};
/** The part of the page below a heading. */
const readPart = (html: string, id: string) => html.split(`id="${id}"`)[1]?.split('</section>')[0] ?? '';

it.each([0, 12, 70])('is good HTML with %i entries, with and without what was just done', async (entries) => {
  for (const actie of ['toon', 'klaar-plan:bellen', 'wijzig-verwijzingen:topx-1', 'neem-checklist:0'])
    expect(await findHtmlFaults((await press(actie, {}, makeFullCasus(entries))).text)).toEqual([]);
  expect(await findHtmlFaults((await press('toon', {}, beginCasus(CODE, toMoment(0)))).text)).toEqual([]);
});

it('explains when to call after a package only where that is due', async () => {
  expect(readPart((await press('toon')).text, 'data')).toContain('Nabellen na 5 werkdagen');
  const { text } = await press('toon', {}, { ...CASUS, verwijzingen: [] });
  expect(readPart(text, 'data')).toContain('evaluatie');
  expect(readPart(text, 'data')).not.toContain('Nabellen na');
});

it.each(vignettes)(
  'says of a case what the advice says, in the same words: $naam',
  async ({ antwoorden }) => {
    const { kop } = await showAdvice(antwoorden);
    const casus = putAntwoorden(beginCasus(CODE, toMoment(0)), antwoorden, toMoment(1));
    const stand = readPart((await press('toon', {}, casus)).text, 'stand');
    expect(stand).toContain(`<p><strong>${kop.replace('&', '&amp;')}.</strong></p>`);
    expect(stand).not.toContain('Meld de casus aan');
  },
);

it('shows what a package held in the words of its form', async () => {
  const [made] = CASUS.verwijzingen;
  if (!made) throw new Error('There is no package.');
  const velden = {
    geinformeerd: 'niet-akkoord',
    clientondersteuner: 'nog-niet',
    'onderbouwing.meerdere-leefgebieden.datum': '2026-11-12',
  };
  const { text } = await press('toon', {}, { ...CASUS, verwijzingen: [{ ...made, tafel: 'topx', velden }] });
  const held = readPart(text, 'pakketten');
  for (const words of ['Ja, maar zonder toestemming', 'Nog niet aangeboden', '12 november 2026'])
    expect(held).toContain(`>${words}</dd>`);
});

it('shows what partners filled in differently in the words of the form', async () => {
  const [made] = CASUS.velden.hulpvraag ?? [];
  if (!made) throw new Error('There is no text.');
  const clientondersteuner = ['nog-niet', 'betrokken'].map((waarde) => ({ ...made, waarde }));
  const { text } = await press('toon', {}, { ...CASUS, velden: { clientondersteuner } });
  expect(text).toContain('value="kies-veld:clientondersteuner:0"');
  expect(readPart(text, 'stand')).toContain('Nog niet aangeboden');
  expect(readPart(text, 'stand')).not.toMatch(/>\s*nog-niet/);
});

it('asks of a table that refused whether it discussed the case, until the answers say so', async () => {
  const [made] = CASUS.verwijzingen;
  if (!made) throw new Error('There is no package.');
  const show = async (stand: typeof made.stand, eerderBesproken: string[]) => {
    const casus = putAntwoorden(CASUS, { ...readAntwoorden(CASUS), eerderBesproken }, toMoment(9));
    const { text } = await press('toon', {}, { ...casus, verwijzingen: [{ ...made, tafel: 'topx', stand }] });
    return readPart(text, 'pakketten');
  };
  const asked = 'Besprak TopX de casus, zonder oplossing?';
  const refused = await show('afgewezen', ['geen']);
  expect(refused).toContain(asked);
  expect(refused).toContain('value="vraag-eerder-besproken"');
  expect(await show('afgewezen', ['topx'])).not.toContain(asked);
  expect(await show('verstuurd', ['geen'])).not.toContain(asked);
  // Without answers there is no advice either.
  const bare = {
    ...CASUS,
    antwoorden: {},
    verwijzingen: [{ ...made, tafel: 'topx', stand: 'afgewezen' as const }],
  };
  expect(readPart((await press('toon', {}, bare)).text, 'pakketten')).not.toContain(asked);
});

describe('one button', () => {
  it.each<[string, (casus: Casus) => unknown, unknown, string]>([
    ['bezig-plan:bellen', ({ plan }) => plan[0]?.stand, 'bezig', 'plan'],
    ['klaar-plan:bellen@data', ({ plan }) => plan[0]?.stand, 'klaar', 'data'],
    ['gedaan-termijnen:evaluatie@data', ({ termijnen }) => termijnen[0]?.gedaan, 'ja', 'data'],
    ['gedaan-logboek:regel-0001', ({ logboek }) => logboek.at(-2)?.gedaan, 'ja', 'logboek'],
    ['verstuurd-verwijzingen:topx-1', ({ verwijzingen }) => verwijzingen[0]?.stand, 'verstuurd', 'pakketten'],
    [
      'kies-veld:hulpvraag:1',
      ({ velden }) => velden.hulpvraag?.map(({ waarde }) => waarde),
      ['Wie neemt de regie?'],
      'stand',
    ],
  ])('%s does it, and the page opens where that is said', async (actie, read, expected, part) => {
    const before = await press('toon');
    expect(before.text).toContain(`value="${actie}"`);
    expect(before.text).not.toContain('role="status" tabindex="-1" autofocus');
    const { casus, text } = await press(actie, { 'logboek.gezien': 'half getypt' });
    expect(read(casus)).toEqual(expected);
    expect(text.split('role="status" tabindex="-1" autofocus')).toHaveLength(2);
    expect(readPart(text, part)).toContain('role="status"');
    expect(text).toContain('half getypt');
  });

  it('what does not exist changes nothing', async () => {
    for (const actie of [
      'klaar-plan:weg',
      'klaar-logboek:regel-0001',
      'verstuurd-verwijzingen:weg',
      'kies-veld:x:9',
      'neem-checklist:999',
      'bewaar-verwijzingen',
    ])
      expect((await press(actie)).casus).toEqual(CASUS);
  });
});

it('an example goes into the fields of a new factor, and is not offered once it is in the list', async () => {
  const { text } = await press('neem-checklist:4');
  expect(text).toContain('value="Eten en gewicht"');
  expect((await press('toon')).text).not.toContain('</span>Overlast</button>');
});

it('the state of a package takes a day and a remark, checked as other texts are', async () => {
  const told = {
    'verwijzingen.id': 'topx-1',
    'verwijzingen.stand': 'opAgenda',
    'verwijzingen.standDatum': '2026-11-19',
    'verwijzingen.toelichting': 'De tafel vroeg om meer uitleg.',
  };
  const { casus, text } = await press('bewaar-verwijzingen', told);
  expect(casus.verwijzingen[0]).toMatchObject({
    stand: 'opAgenda',
    standDatum: '2026-11-19',
    toelichting: 'De tafel vroeg om meer uitleg.',
  });
  expect(readPart(text, 'pakketten')).toContain('sinds 19 november 2026');
  const bsn = await press('bewaar-verwijzingen', { ...told, 'verwijzingen.toelichting': 'bsn 111222333' });
  expect(bsn.text).toContain('href="#verwijzingen-toelichting"');
  expect(bsn.text).toContain('id="verwijzingen-toelichting"');
  expect(bsn.casus.verwijzingen).toEqual(CASUS.verwijzingen);
});

it('says which signals coincide and that the user decides; nothing of it when they do not', async () => {
  expect(readPart((await press('toon')).text, 'signalen')).toMatch(/eten.*overlast.*U beslist/s);
  const calm = { ...CASUS, logboek: CASUS.logboek.slice(0, 1) };
  expect((await press('toon', {}, calm)).text).not.toContain('id="signalen"');
});

it.each([12, 200])(
  'the list says what the picture does, the last that has a day, and all of it on request (%i entries)',
  async (entries) => {
    const casus = makeFullCasus(entries);
    const events = listTimeline(casus).length;
    const read = async (actie: string) =>
      readPart((await press(actie, {}, casus)).text, 'tijdlijn').split('De tijdlijn als lijst');
    const [, whole = ''] = await read('alles');
    expect(whole.match(/<li>/g)).toHaveLength(events);
    const [picture = '', list = ''] = await read('toon');
    const shapes = picture.split('</svg>')[0]?.match(/<path class="rdm-tijdlijn__vorm/g) ?? [];
    expect(list.match(/<li>/g)).toHaveLength(Math.min(events, 60));
    expect(shapes).toHaveLength(Math.min(events, 60));
    if (events > 60) expect(picture).toContain(`${events - 60} van de ${events}`);
    // Nothing is drawn outside the picture, and an organisation has one lane, however it is written.
    const [, breed, hoog] = /viewBox="0 0 (\d+) (\d+)"/.exec(picture) ?? [];
    for (const [, x, y] of picture.split('</svg>')[0]?.matchAll(/d="M(-?[\d.]+) (-?[\d.]+)/g) ?? []) {
      expect(Number(x)).toBeGreaterThan(0);
      expect(Number(x)).toBeLessThan(Number(breed));
      expect(Number(y)).toBeGreaterThan(0);
      expect(Number(y)).toBeLessThan(Number(hoog));
    }
    expect(picture.match(/>ggz</gi)).toHaveLength(1);
  },
);

it('500 entries: fifty are shown, all of them on request, and the page is at most 120 KB compressed', async () => {
  const casus = makeFullCasus(500);
  const count = (html: string) => readPart(html, 'logboek').match(/wijzig-logboek/g)?.length;
  const { text } = await press('toon', {}, casus);
  expect(count(text)).toBe(50);
  expect(text).toContain('nog 450 oudere aantekeningen');
  const all = await press('alles', {}, casus);
  expect(count(all.text)).toBe(500);
  expect(all.casus).toEqual(casus);
  for (const html of [text, all.text]) expect(gzipSync(html).length).toBeLessThan(120_000);
});

describe('whether all of it stands in a file', () => {
  const SAVED = 'Dit is uw bestand';
  it.each(['toon', 'alles', 'wijzig-logboek:regel-0001', 'neem-checklist:0', 'klaar-plan:weg'])(
    '%s changes nothing, so the file still has it all',
    async (actie) => expect((await press(actie, { bewaard: 'ja' })).text).toContain(SAVED),
  );

  it.each(['klaar-plan:bellen', 'weg-logboek:regel-0001', 'kies-veld:hulpvraag:1', 'sluiten'])(
    '%s is not in the file yet',
    async (actie) => expect((await press(actie, { bewaard: 'ja' })).text).not.toContain(SAVED),
  );

  it('what is half typed stands neither in the case nor in the file', async () => {
    const { text } = await press('toon', { bewaard: 'ja', 'logboek.gezien': 'half getypt' });
    expect(text).not.toContain(SAVED);
    expect(text).toContain('Wat u half hebt ingevuld, staat nog niet in de casus.');
  });

  it('asking the questions and coming back changes nothing, an answer does', async () => {
    const shown = await press('toon', { bewaard: 'ja' });
    const asked = await press('vragen', { bewaard: 'ja' }, shown.casus);
    expect(asked.text).not.toContain('data-onbewaard');
    expect(asked.text).toContain('name="bewaard" value="ja"');
    const answer = { vraag: 'acuut-gevaar', acuutGevaar: 'nee' };
    const next = await press('antwoord', { bewaard: 'ja', ...answer }, shown.casus);
    expect(next.text).toContain('data-onbewaard');
    expect(next.text).not.toContain('name="bewaard"');
  });
});

it('what may be data of the person is asked about in the fields of that item, beside its button', async () => {
  const entry = { functie: 'wijkcoach', organisatie: 'gemeente', gezien: 'Ik zag mevrouw Jansen.' };
  const typed = Object.entries({ ...entry, datum: '2026-11-20' }).map(([pad, text]) => [
    `logboek.${pad}`,
    text,
  ]);
  const { text } = await press('bewaar-logboek', Object.fromEntries(typed));
  const fields = readPart(text, 'logboek').split('value="bewaar-logboek"')[0] ?? '';
  expect(fields).toContain('name="bevestigd"');
  expect(text.split('name="bevestigd"')).toHaveLength(2);
});

it('five entries are in sight, the others are folded; one more is not worth folding', async () => {
  const split = (html: string) =>
    readPart(html, 'logboek')
      .split('Eerdere aantekeningen')
      .map((part) => part.match(/wijzig-logboek/g)?.length ?? 0);
  expect(split((await press('toon')).text)).toEqual([5, 7]);
  expect(split((await press('toon', {}, makeFullCasus(6))).text)).toEqual([6]);
});
