import { expect, it } from 'vitest';
import { createLogin } from '../../../src/login/create-login.ts';
import { createSessionCookie } from '../../../src/web/beheer/browser.ts';
import { unescapeHtml } from '../../support/form-walker.ts';
import { type LoggedIn, logIn } from '../../support/logged-in.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { listButtons } from '../../support/press-button.ts';
import { request } from '../../support/request.ts';
import { createTestApp } from '../../support/test-app.ts';
import { NOW } from '../../support/test-site.ts';

async function open(options: Parameters<typeof createTestApp>[0] = {}) {
  const records = createMemoryRecords();
  const app = createTestApp({ records, ...options });
  const boss = await logIn(app, records, 'beheerder');
  const findId = async (email: string) =>
    (await records.list('medewerker')).find(({ value }) => value.email === email)?.id ?? '';
  return {
    records,
    app,
    boss,
    findId,
    readLog: async () => (await records.readLog(9)).map(({ wat, wie, over }) => [wat, wie, over]),
  };
}

/** The link on the page that follows on an invitation. */
async function invite({ post }: LoggedIn, email: string, rol: string): Promise<string> {
  const { text } = await post('/mensen', { email, rol }).expect(200);
  return /\/beheer\/link\/[\w-]{43}/.exec(unescapeHtml(text))?.[0] ?? '';
}

it('nodigt iemand uit met een link, die dan zijn rol heeft', async () => {
  const { app, boss, readLog } = await open();
  const path = await invite(boss, '  Nieuw@Gemeente.Example ', 'uitgever');
  const answer = await request(app).post(path).expect(303);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const { text } = await request(app).get('/beheer').set('Cookie', cookie).expect(200);
  expect(text).toContain('<strong>nieuw@gemeente.example</strong>, uitgever');
  expect((await readLog()).at(-1)).toEqual(['uitgenodigd', boss.id, 'nieuw@gemeente.example: uitgever']);
});

it('zegt bij een link die alleen op deze computer werkt, dat dat zo is', async () => {
  const warning = 'Deze link werkt alleen op de computer van de server';
  const invited = { email: 'nieuw@gemeente.example', rol: 'redacteur' };
  const { boss } = await open();
  expect((await boss.post('/mensen', invited).expect(200)).text).toContain(warning);
  const baseUrl = 'https://wegwijzer.example';
  const elsewhere = await open({ baseUrl });
  const cookie = elsewhere.boss.cookie.replace(/^[^=]*/, createSessionCookie(baseUrl).name);
  const { text } = await elsewhere.boss.post('/mensen', invited).set('Cookie', cookie).expect(200);
  expect(text).not.toContain(warning);
});

it('maakt een nieuwe link voor wie nog niet inlogde, en geen voor wie al inlogde: die kan het zelf', async () => {
  const { app, boss } = await open();
  await invite(boss, 'nieuw@gemeente.example', 'redacteur');
  const path = await invite(boss, 'nieuw@gemeente.example', 'beheerder');
  await request(app).post(path).expect(303);
  const { text } = await boss
    .post('/mensen', { email: 'nieuw@gemeente.example', rol: 'beheerder' })
    .expect(422);
  // The role of the first time stays.
  expect(text).toContain('Deze persoon kan al inloggen, als redacteur.');
});

it('zegt bij een uitnodiging wat er mis is, bij het veld, en bewaart wat er stond', async () => {
  const { boss } = await open();
  const { text } = await boss.post('/mensen', { email: 'geen adres', rol: 'baas' }).expect(422);
  expect(text).toContain('<title>Fout: ');
  expect(text).toContain('value="geen adres"');
  expect(text).toContain('href="#email"');
  expect(text).toContain('href="#rol"');
});

it('verandert een rol, die bij de volgende aanvraag telt', async () => {
  const { app, records, boss, readLog } = await open();
  const other = await logIn(app, records, 'redacteur');
  await other.get('/logboek').expect(403);
  await boss.post(`/mensen/${other.id}/rol`, { rol: 'uitgever' }).expect(303);
  await other.get('/logboek').expect(200);
  await boss.post(`/mensen/${other.id}/rol`, { rol: 'redacteur' }).expect(303);
  await other.get('/logboek').expect(403);
  expect((await readLog())[0]).toEqual(['rol-veranderd', boss.id, 'redacteur@gemeente.example: redacteur']);
  await boss.post(`/mensen/${other.id}/rol`, { rol: 'baas' }).expect(422);
  await boss.post('/mensen/onbekend/rol', { rol: 'uitgever' }).expect(404);
});

it('sluit iemand af: die is meteen overal uitgelogd, en een nieuwe uitnodiging opent de toegang weer', async () => {
  const { app, records, boss, findId } = await open();
  const email = 'uitgever@gemeente.example';
  const [one, other] = [await logIn(app, records, 'uitgever'), await logIn(app, records, 'uitgever')];
  const person = await records.read('medewerker', one.id);
  if (!person) throw new Error('Niemand.');
  await records.commit([{ ...person, kind: 'medewerker', value: { ...person.value, sub: 'van-vroeger' } }]);
  await boss.post(`/mensen/${one.id}/sluiten`).expect(303);
  for (const { get } of [one, other]) await get('').expect(303);
  expect((await records.list('sessie')).map(({ value }) => value.medewerker)).toEqual([boss.id]);
  await boss.post(`/mensen/${one.id}/sluiten`).expect(404);

  const path = await invite(boss, email, 'redacteur');
  await request(app).post(path).expect(303);
  // The same person for the log, with nothing else of before.
  expect(await findId(email)).toBe(one.id);
  const back = await records.read('medewerker', one.id);
  expect(back?.value).toMatchObject({ rol: 'redacteur', actief: true });
  expect(back?.value.sub).toBeUndefined();
});

it.each([
  ['rol', { rol: 'redacteur' }],
  ['sluiten', {}],
])('laat de laatste beheerder zichzelf de toegang niet afnemen: %s', async (what, form) => {
  const { app, records, boss } = await open();
  expect((await boss.post(`/mensen/${boss.id}/${what}`, form).expect(409)).text).toContain(
    'altijd een beheerder',
  );
  await logIn(app, records, 'beheerder', { email: 'tweede@gemeente.example' });
  await boss.post(`/mensen/${boss.id}/${what}`, form).expect(303);
});

it('houdt een beheerder over als twee elkaar op hetzelfde moment de rol afnemen', async () => {
  const { app, records, boss } = await open();
  const second = await logIn(app, records, 'beheerder', { email: 'tweede@gemeente.example' });
  const answers = await Promise.all([
    boss.post(`/mensen/${second.id}/rol`, { rol: 'redacteur' }),
    second.post(`/mensen/${boss.id}/rol`, { rol: 'redacteur' }),
  ]);
  const left = (await records.list('medewerker')).filter(({ value }) => value.rol === 'beheerder');
  expect(left).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
});

it('maakt van gelijktijdige uitnodigingen van een adres een persoon', async () => {
  const { records, boss } = await open();
  await Promise.all(Array.from({ length: 5 }, () => invite(boss, 'nieuw@gemeente.example', 'redacteur')));
  expect(
    (await records.list('medewerker')).filter(({ value }) => value.email.startsWith('nieuw')),
  ).toHaveLength(1);
});

it('toont het logboek per honderd regels, met wie en wat in gewone woorden', async () => {
  const { records, boss } = await open();
  const op = '2026-11-21T09:00:00.000Z';
  const lines = Array.from({ length: 150 }, (_, nummer) => ({
    ...{
      op,
      wie: nummer === 0 ? 'weg' : boss.id,
      wat: 'concept-begonnen',
      over: `Concept ${nummer} <b>`,
      versie: nummer === 149 ? 7 : null,
    },
  }));
  await records.commit([], lines);
  const first = (await boss.get('/logboek').expect(200)).text;
  expect(first).toContain('Concept 149 &lt;b&gt;');
  expect(first).toContain('Concept begonnen');
  expect(first).toContain('beheerder@gemeente.example');
  expect(first).not.toContain('Concept 49 ');
  expect(first).toContain('href="/beheer/logboek?vanaf=100"');
  const second = (await boss.get('/logboek?vanaf=100').expect(200)).text;
  expect(second).toContain('Concept 0 ');
  expect(second).toContain('onbekend');
  expect(second).toContain('href="/beheer/logboek"');
  await boss.get('/logboek?vanaf=-1').expect(200);
});

it('noemt in het logboek wie de server draait, en wie nog niet was ingelogd', async () => {
  const { records, boss } = await open();
  const { people, toLogEntry } = createLogin({
    ...{ records, baseUrl: 'http://localhost:3000', now: () => NOW, secrets: () => ['x'.repeat(32)] },
    ...{ mail: null, oidc: null, report: () => {} },
  });
  await people.invite(null, 'nieuw@gemeente.example', 'redacteur');
  const [person] = (await people.list()).filter(({ value }) => value.email.startsWith('nieuw'));
  await people.close(null, person?.id ?? '');
  await records.commit([], [toLogEntry(null, 'inloglink-gevraagd', 'nieuw@gemeente.example')]);
  const { text } = await boss.get('/logboek').expect(200);
  expect(text.split('wie de server draait')).toHaveLength(3);
  expect(text).toContain('nog niemand: voor het inloggen');
  expect(text).not.toMatch(/>onbekend</);
});

it('toont in het menu alleen waar iemands rol mag komen', async () => {
  const { app, records } = await open();
  const { get } = await logIn(app, records, 'redacteur');
  const { text } = await get('').expect(200);
  expect(text).toContain('href="/beheer/sessies"');
  for (const pad of ['mensen', 'logboek']) expect(text).not.toContain(`href="/beheer/${pad}"`);
  expect(listButtons(text)).toContain('Log uit');
});
