import { describe, expect, it } from 'vitest';
import { postForm, readForms } from '../../support/form-walker.ts';
import { pressButton } from '../../support/press-button.ts';
import { request } from '../../support/request.ts';
import { createTestApp, createTestSeal } from '../../support/test-app.ts';
import { fillNeeded, VERWIJS_ROUTES } from '../../support/verwijzing-cases.ts';

const app = createTestApp();
const [route] = VERWIJS_ROUTES;
if (!route) throw new Error('There is no route.');
const { tafel, basis, rol } = route;
const TYPED = Object.entries({
  ...fillNeeded(tafel, rol),
  geinformeerd: 'akkoord',
  overlegdatum: '2026-12-14',
});
const HERE = `a=${createTestSeal().seal({ ...basis, rol })}`;

/** The page of a case with one package in it, and something half typed. */
const page = (await postForm(app, `/casus?${HERE}&tafel=${tafel}`, TYPED).expect(200)).text;
const readFields = (html: string) => readForms(html).find(({ action }) => action === '/casus')?.velden ?? [];
const readFile = (html: string) => readFields(html).find(([name]) => name === 'casus')?.[1] ?? '';
const half = { typed: { 'logboek.gezien': 'half getypt' } };
const [, bevestiging = ''] = /value="vervolg:(bevestiging:[^"]+)"/.exec(page) ?? [];

describe('a button of a case says in the form itself what to do', () => {
  it.each([
    ['Download het bestand', '/casus/bestand', []],
    ['Maak de tekst voor de partners', '/casus/nieuws', []],
    ['Zet alle data in uw agenda', '/casus/termijnen', []],
    ['Vraag of het is aangekomen', '/casus/vervolg', [['actie', bevestiging]]],
  ] as const)('%s: what %s gives', async (button, address, more) => {
    const pressed = await pressButton(app, page, button).expect(200);
    const posted = await postForm(app, address, [...readFields(page), ...more]).expect(200);
    for (const name of ['content-type', 'content-disposition'])
      expect(pressed.headers[name], name).toBe(posted.headers[name]);
    expect(pressed.text ?? String(pressed.body)).toBe(posted.text ?? String(posted.body));
  });

  it.each([
    ['Vraag of het is aangekomen', ['Download als e-mail (.eml)', 'Download als tekst']],
    ['Maak de tekst', ['Download als e-mail (.eml)', 'Download als tekst']],
  ])(
    '%s: a page beside the case hands out its files, and goes back with what was typed',
    async (way, files) => {
      const beside = (await pressButton(app, page, way, half).expect(200)).text;
      expect(beside).toContain('Opent uw mailprogramma het bestand alleen om te lezen?');
      for (const file of files) {
        const { headers } = await pressButton(app, beside, file).expect(200);
        expect(headers['content-disposition']).toMatch(/^attachment; filename=.+\.(?:eml|txt)$/);
      }
      const back = await pressButton(app, beside, 'Terug naar de casus').expect(200);
      expect(readFields(back.text)).toContainEqual(['logboek.gezien', 'half getypt']);
    },
  );

  it('a file that comes in a form without files is asked for', async () => {
    const { text } = await postForm(app, '/casus', [...readFields(page), ['actie', 'openen']]).expect(400);
    expect(text).toContain('href="#bestand"');
  });

  it('a file that comes without a button is opened: so w3m sends it', async () => {
    const post = request(app).post('/casus');
    for (const [name, value] of readFields(page)) post.field(name, value);
    const { text } = await post
      .attach('bestand', Buffer.from(readFile(page)), 'casus.casus.json')
      .expect(200);
    expect(text).toContain('In dat bestand staat niets nieuws.');
  });

  it('an action that is none shows the case as it is', async () => {
    for (const actie of ['constructor', 'bestand/..', 'openen ', '../beheer'])
      expect(
        (await postForm(app, '/casus', [...readFields(page), ['actie', actie]]).expect(200)).text,
      ).toContain('Casus ');
  });

  it('the answers of an advice or a question come along to the page of the case', async () => {
    const { text } = await postForm(app, `/casus/bestand?${HERE}`, [
      ['casuscode', 'TW-1'],
      ['actie', 'casus'],
    ]).expect(200);
    expect(text).toContain('Casus TW-1');
    expect(text).toContain('Download het bestand');
  });
});
