import { describe, expect, it } from 'vitest';
import { postForm, readForms } from '../../support/form-walker.ts';
import { send, startLiveServer } from '../../support/live-server.ts';
import { MULTIPART, toMultipart } from '../../support/multipart.ts';
import { request } from '../../support/request.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';

const app = createTestApp({ limits: SPACIOUS });
const CODE = 'TW-2026-001';
const PASSPHRASE = 'paarse olifant & <b>';
const OTHER = 'een ander wachtwoord';

type Fields = Readonly<Record<string, string>>;
const post = (path: string, fields: Fields) => postForm(app, path, Object.entries(fields));
const upload = (files: readonly string[], fields: Fields = {}) => {
  const asked = request(app).post('/casus/openen');
  for (const [name, value] of Object.entries(fields)) asked.field(name, value);
  for (const file of files) asked.attach('bestand', Buffer.from(file), 'casus.casus.json');
  return asked;
};
const readCasus = (html: string): string =>
  readForms(html)
    .flatMap(({ velden }) => velden)
    .find(([name]) => name === 'casus')?.[1] ?? '';
const begin = async (casuscode = CODE) => readCasus((await post('/casus', { casuscode })).text);
const seal = (casus: string, wachtwoord = PASSPHRASE) =>
  post('/casus/bestand', { casus, wachtwoord, 'wachtwoord-herhaald': wachtwoord });
const readFile = async (casus: string, wachtwoord?: string) => {
  const { text, body } = await seal(casus, wachtwoord).expect(200);
  return text ?? String(body);
};

describe('a case file with a passphrase', () => {
  it('is handed out encrypted, and opened again with the passphrase', async () => {
    const casus = await begin();
    const res = await seal(casus)
      .expect(200)
      .expect('Content-Type', /^application\/vnd\.rdm-casus\+json/)
      .expect('Content-Disposition', `attachment; filename=casus-${CODE}-2026-11-21-versleuteld.casus.json`);
    const file = res.text ?? String(res.body);
    expect(JSON.parse(file)).toMatchObject({ format: 'rdm-casus-versleuteld', versie: 1 });
    expect(file).not.toContain(CODE);
    const { text } = await upload([file], { wachtwoord: PASSPHRASE }).expect(200);
    expect(JSON.parse(readCasus(text)).casuscode).toBe(CODE);
    expect(text).toContain('Dit is uw bestand');
    expect(text).not.toContain('paarse olifant');
  });

  it('is handed out as it was without one', async () => {
    const { text, body } = await seal(await begin(), '').expect(200);
    expect(JSON.parse(text ?? String(body)).format).toBe('rdm-casus');
  });

  it.each<[string, Fields, string, RegExp]>([
    [
      'too short',
      { wachtwoord: 'elf tekens.', 'wachtwoord-herhaald': 'elf tekens.' },
      'wachtwoord',
      /minstens 12 tekens/,
    ],
    [
      'too long',
      { wachtwoord: 'x'.repeat(501), 'wachtwoord-herhaald': 'x'.repeat(501) },
      'wachtwoord',
      /te lang/,
    ],
    ['typed once', { wachtwoord: PASSPHRASE }, 'wachtwoord-herhaald', /niet gelijk/],
    ['only repeated', { 'wachtwoord-herhaald': PASSPHRASE }, 'wachtwoord', /minstens 12/],
  ])(
    '%s: says so at the field, keeps what was typed beside it, and repeats no passphrase',
    async (_name, fields, field, message) => {
      const casus = await begin();
      const typed = { 'logboek.gezien': 'half getypt' };
      const { text } = await post('/casus/bestand', { casus, ...typed, ...fields }).expect(400);
      expect(text).toMatch(message);
      expect(text).toContain(`href="#${field}"`);
      expect(text).toContain(`id="${field}"`);
      expect(text).toContain('half getypt');
      expect(readCasus(text)).toBe(casus);
      expect(text).not.toMatch(/paarse olifant|xxxxx|elf tekens/);
    },
  );

  it.each<[string, Fields, RegExp]>([
    ['no passphrase', {}, /Dit bestand is versleuteld\. .*vul het wachtwoord in/],
    ['another passphrase', { wachtwoord: OTHER }, /Het wachtwoord past niet/],
  ])('%s: asks for it on the first page, and on that of a case', async (_name, fields, message) => {
    const casus = await begin();
    const file = await readFile(casus);
    const first = await upload([file], fields).expect(400);
    expect(first.text).toMatch(message);
    expect(first.text).toContain('href="#wachtwoord"');
    expect(first.text).toMatch(/<details class="rdm-uitklap" open>(?:(?!<\/details>)[\s\S])*id="wachtwoord"/);
    const later = await upload([file], { casus, 'wachtwoord-van-bestand': fields.wachtwoord ?? '' }).expect(
      400,
    );
    expect(later.text).toMatch(message);
    expect(later.text).toContain('href="#wachtwoord-van-bestand"');
    expect(readCasus(later.text)).toBe(casus);
    for (const { text } of [first, later]) expect(text).not.toContain(OTHER);
  });

  it('is joined with the case of the page, and two with one passphrase with each other', async () => {
    const casus = await begin();
    const entry = { actie: 'bewaar-logboek', 'logboek.datum': '2026-11-20', 'logboek.functie': 'wijkcoach' };
    const said = { 'logboek.organisatie': 'gemeente', 'logboek.gezien': 'Het gaat beter.' };
    const longer = readCasus((await post('/casus', { casus, ...entry, ...said }).expect(200)).text);
    const file = await readFile(longer);
    const merged = await upload([file], { casus, 'wachtwoord-van-bestand': PASSPHRASE }).expect(200);
    expect(JSON.parse(readCasus(merged.text)).logboek).toHaveLength(1);
    const both = await upload([await readFile(casus), file], { wachtwoord: PASSPHRASE }).expect(200);
    expect(JSON.parse(readCasus(both.text)).logboek).toHaveLength(1);
  });

  it('what is in it is checked as any file is', async () => {
    const { createSealer } = await import('../../../src/web/casus/sealed-file.ts');
    const file = (await createSealer().seal('{"geen": "casus"}', PASSPHRASE, '')) ?? '';
    const { text } = await upload([file], { wachtwoord: PASSPHRASE }).expect(400);
    expect(text).toContain('Dit is geen casusbestand');
  });

  it('is told that it is busy when there is no turn, with what was typed: the turns are those of the whole server', async () => {
    const file = await readFile(await begin());
    const sealer = { seal: async () => null, open: async () => null };
    const full = createTestApp({ limits: SPACIOUS, sealer });
    const wachtwoord = { wachtwoord: PASSPHRASE, 'wachtwoord-herhaald': PASSPHRASE };
    const fields = Object.entries({ casus: await begin(), ...wachtwoord });
    const handedOut = await postForm(full, '/casus/bestand', fields).expect(503);
    expect(JSON.parse(readCasus(handedOut.text)).casuscode).toBe(CODE);
    await request(full)
      .post('/casus/openen')
      .field('wachtwoord', PASSPHRASE)
      .attach('bestand', Buffer.from(file), 'casus.casus.json')
      .expect(503);
  });

  it('its schema is published', async () => {
    const { body } = await request(app)
      .get('/schemas/casus-versleuteld.schema.json')
      .expect(200)
      .expect('Content-Type', 'application/schema+json; charset=utf-8');
    expect(body.properties.format).toMatchObject({ const: 'rdm-casus-versleuteld' });
  });
});

it('passphrases are tried no more than so often from one address; without one nothing is counted', async () => {
  const port = await startLiveServer(createTestApp({ limits: SPACIOUS, trustProxy: 1 }));
  const ask = (wachtwoord: string, from: string) =>
    send(port, 'POST', '/casus/openen', {
      headers: { ...MULTIPART, 'X-Forwarded-For': from },
      body: toMultipart([
        { name: 'bestand', filename: 'x.json', value: '{}' },
        { name: 'wachtwoord', value: wachtwoord },
      ]),
    });
  for (let count = 0; count < 30; count += 1) expect((await ask(OTHER, '192.0.2.1')).status).toBe(400);
  const { status, headers, text } = await ask(OTHER, '192.0.2.1');
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(text).not.toContain(OTHER);
  expect((await ask('', '192.0.2.1')).status).toBe(400);
  expect((await ask(OTHER, '192.0.2.2')).status).toBe(400);
});

it('an opened file with what looks like data of the person keeps it, and points it out', async () => {
  const casus = JSON.parse(await begin());
  const item = {
    id: 'een',
    genoteerd: '2026-11-20T09:00:00.000Z',
    datum: '2026-11-20',
    functie: 'wijkcoach',
  };
  const rest = { organisatie: 'gemeente', verloop: '', teDoen: '' };
  casus.logboek = [{ ...item, ...rest, gezien: 'Gesproken met mevrouw Jansen.' }];
  const { text } = await upload([JSON.stringify(casus)]).expect(200);
  expect(text).toMatch(/<summary[^>]*>\s*<span>Lijkt dit op gegevens van de persoon\?/);
  expect(text).toMatch(/staat misschien een naam: “mevrouw Jansen”/);
  expect(JSON.parse(readCasus(text)).logboek[0].gezien).toBe('Gesproken met mevrouw Jansen.');
  const plain = await upload([await begin()]).expect(200);
  expect(plain.text).not.toContain('Lijkt dit op gegevens');
});
