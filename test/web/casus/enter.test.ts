import { describe, expect, it } from 'vitest';
import type { Casus } from '../../../src/domain/casus/casus.ts';
import { postForm, readForms } from '../../support/form-walker.ts';
import { makeFullCasus } from '../../support/full-casus.ts';
import { request } from '../../support/request.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';

const app = createTestApp({ limits: SPACIOUS });
const CASUS = JSON.stringify(makeFullCasus(2));
type Fields = Readonly<Record<string, string>>;
const post = (fields: Fields) => postForm(app, '/casus', Object.entries({ casus: CASUS, ...fields }));
const readFields = (html: string) => Object.fromEntries(readForms(html).flatMap(({ velden }) => velden));
const readCasus = (html: string): Casus => JSON.parse(readFields(html).casus ?? '');

/** What Enter in a field presses: the first button of the form. */
async function pressEnter(fields: Fields) {
  const { text } = await post({ actie: 'toon', ...fields }).expect(200);
  const [, value = ''] = /<form id="casus"[\s\S]*?<button[^>]*name="actie" value="([^"]+)"/.exec(text) ?? [];
  return post({ actie: value, ...fields });
}

const ENTRY = {
  'logboek.datum': '2026-11-20',
  'logboek.functie': 'wijkcoach',
  'logboek.organisatie': 'gemeente Almelo',
  'logboek.gezien': 'Er was overlast.',
};
const DAY = { 'termijnen.datum': '2026-12-04', 'termijnen.wat': 'evaluatie met de wijkagent' };
/** Stands in the fields of itself. */
const UNTOUCHED = { 'logboek.datum': '2026-11-21', 'plan.stand': 'open', sinds: '2026-11-01' };

describe('Enter in a field of the page of a case, without a script', () => {
  it.each([
    ['logboek', ENTRY, 3],
    ['termijnen', { ...UNTOUCHED, ...DAY }, 2],
    ['plan', { ...UNTOUCHED, 'plan.doetWat': 'belt aan' }, 3],
    ['checklist', { ...UNTOUCHED, 'checklist.soort': 'risico', 'checklist.naam': 'slapen' }, 3],
  ] as const)('adds what was typed of %s', async (list, typed, count) => {
    const { text } = await pressEnter(typed);
    expect(readCasus(text)[list]).toHaveLength(count);
    expect(text).toContain('Toegevoegd aan');
  });

  it('shows all that was typed of an agreement', async () => {
    const more = { 'plan.hoe': 'samen met de buurt', 'plan.bijdrage': 'minder spanning aan de deur' };
    const { text } = await pressEnter({ ...UNTOUCHED, 'plan.doetWat': 'belt aan', ...more });
    expect(text).toContain('<p>Hoe: samen met de buurt</p>');
    expect(text).toContain('<p>Hoe dit escalatie voorkomt: minder spanning aan de deur</p>');
  });

  it('says what is missing in it', async () => {
    const { 'logboek.gezien': _, ...half } = ENTRY;
    const { text, status } = await pressEnter(half);
    expect(status).toBe(400);
    expect(text).toContain('href="#logboek-gezien"');
  });

  it('changes the item that was being changed', async () => {
    const { text } = await pressEnter({
      'plan.id': 'bellen',
      'plan.doetWat': 'belt twee keer aan',
      'plan.stand': 'bezig',
    });
    expect(readCasus(text).plan.find(({ id }) => id === 'bellen')).toMatchObject({
      doetWat: 'belt twee keer aan',
    });
  });

  it('asks which, when more was typed, and keeps all of it in sight', async () => {
    const { text, status } = await pressEnter({ ...ENTRY, ...DAY });
    expect(status).toBe(400);
    expect(readFields(text)).toMatchObject({ ...ENTRY, ...DAY });
    expect(readCasus(text).logboek).toHaveLength(2);
    expect(text).toContain('Kies de knop bij wat u wilt toevoegen');
  });

  it('shows the page as it is when nothing was typed', async () => {
    const { text, status } = await pressEnter(UNTOUCHED);
    expect(status).toBe(200);
    expect(readCasus(text)).toEqual(readCasus((await post({ actie: 'toon' })).text));
  });
});

describe('Enter in a field for a passphrase, without a script', () => {
  const PASSPHRASE = 'paarse olifant danst';
  const MINE = { casus: CASUS, actie: 'enter', 'plan.doetWat': 'half getypt' };
  const upload = (file: string | Buffer, fields: Fields = {}) => {
    const asked = request(app).post('/casus');
    for (const [name, value] of Object.entries({ ...MINE, ...fields })) asked.field(name, value);
    return asked.attach('bestand', Buffer.from(file), 'casus.casus.json');
  };
  const seal = async (wachtwoord: string) => {
    const { text, body } = await post({
      actie: 'enter',
      wachtwoord,
      'wachtwoord-herhaald': wachtwoord,
    }).expect(200);
    return text ?? String(body);
  };

  it('opens the file that was chosen, and keeps what was typed', async () => {
    const sealed = await seal(PASSPHRASE);
    for (const [file, fields] of [
      [sealed, { 'wachtwoord-van-bestand': PASSPHRASE }],
      [CASUS, {}],
    ] as const) {
      const { text } = await upload(file, fields).expect(200);
      expect(text).toMatch(/De bestanden zijn samengevoegd|In dat bestand staat niets nieuws/);
      expect(readFields(text)['plan.doetWat']).toBe('half getypt');
    }
  });

  it('says what is wrong with the file or the passphrase', async () => {
    const sealed = await seal(PASSPHRASE);
    const wrong = await upload(sealed, { 'wachtwoord-van-bestand': 'een ander wachtwoord' }).expect(400);
    expect(wrong.text).toContain('href="#wachtwoord-van-bestand"');
    const none = await post({ actie: 'enter', 'wachtwoord-van-bestand': PASSPHRASE }).expect(400);
    expect(none.text).toContain('href="#bestand"');
    const large = await upload(Buffer.alloc(2_100_000, ' ')).expect(400);
    expect(large.text).toContain('href="#bestand"');
  });

  it('hands out the case with a new passphrase', async () => {
    const fields = { actie: 'enter', wachtwoord: PASSPHRASE, 'wachtwoord-herhaald': PASSPHRASE };
    await post(fields).expect('Content-Disposition', /-versleuteld\.casus\.json$/);
    const { text } = await post({ ...fields, 'wachtwoord-herhaald': 'iets anders dan dat' }).expect(400);
    expect(text).toContain('href="#wachtwoord-herhaald"');
  });
});

it.each([
  ['logboek', 'Voeg toe wat u zag', ENTRY],
  ['termijnen', 'Voeg een eigen datum toe', DAY],
  ['plan', 'Voeg een afspraak toe', { 'plan.doetWat': 'belt aan' }],
  ['checklist', 'Voeg een factor toe', { 'checklist.naam': 'slapen' }],
] as const)(
  'what is half typed of %s stands unfolded after another button',
  async (_list, opschrift, typed) => {
    const open = (html: string) =>
      new RegExp(`<details([^>]*)>\\s*<summary[^>]*>\\s*<span>${opschrift}`).exec(html)?.[1] ?? 'none';
    expect(open((await post({ actie: 'alles', ...UNTOUCHED }).expect(200)).text)).not.toContain('open');
    expect(open((await post({ actie: 'alles', ...typed }).expect(200)).text)).toContain('open');
  },
);
