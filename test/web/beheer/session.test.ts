import { expect, it } from 'vitest';
import { readForms } from '../../support/form-walker.ts';
import { logIn } from '../../support/logged-in.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { request } from '../../support/request.ts';
import { createClock } from '../../support/sending-site.ts';
import { createTestApp } from '../../support/test-app.ts';

const MAIL = 'redacteur@gemeente.example';

function open() {
  const records = createMemoryRecords();
  const clock = createClock();
  const app = createTestApp({ records, now: clock.now });
  return { records, clock, app, enter: () => logIn(app, records, 'redacteur', { now: clock.now }) };
}

it('houdt wie niets doet een uur ingelogd, en wie doorwerkt hoogstens 12 uur', async () => {
  const { clock, enter } = open();
  const idle = await enter();
  clock.ahead(59);
  await idle.get('').expect(200);
  clock.ahead(60);
  await idle.get('').expect(303);

  const busy = await enter();
  for (let hours = 0; hours < 11.5; hours += 0.5) {
    clock.ahead(30);
    await busy.get('').expect(200);
  }
  clock.ahead(29);
  await busy.get('').expect(200);
  clock.ahead(1);
  await busy.get('').expect(303);
});

it('schrijft niet bij elke aanvraag dat een sessie is gebruikt', async () => {
  const { clock, enter, records } = open();
  const { get } = await enter();
  const readRevision = async () => (await records.list('sessie'))[0]?.revision;
  clock.ahead(4);
  await get('').expect(200);
  expect(await readRevision()).toBe(1);
  clock.ahead(1);
  await get('').expect(200);
  expect(await readRevision()).toBe(2);
});

it('bewaart van het teken in het cookie alleen een hash', async () => {
  const { records, enter } = open();
  const { cookie, csrf } = await enter();
  const kept = JSON.stringify(await records.list('sessie'));
  expect(kept).not.toContain(cookie.split('=')[1]);
  expect(kept).not.toContain(csrf);
});

it('eindigt bij uitloggen op de server, en laat andere browsers ingelogd', async () => {
  const { enter, records } = open();
  const [one, other] = [await enter(), await enter()];
  const { headers } = await one.post('/uitloggen').expect(303);
  expect(headers['set-cookie']).toEqual(['beheer=; Max-Age=0; Path=/beheer; HttpOnly; SameSite=Strict']);
  await one.get('').expect(303);
  await other.get('').expect(200);
  expect(await records.readLog(10)).toMatchObject([{ wat: 'uitgelogd', wie: one.id, over: MAIL }]);
});

it('neemt de rol en het actief zijn van nu, niet die van het inloggen', async () => {
  const { enter, records } = open();
  const { get, id } = await enter();
  const change = async (anders: object) => {
    const kept = await records.read('medewerker', id);
    if (!kept) throw new Error('Niemand.');
    await records.commit([{ ...kept, kind: 'medewerker', value: { ...kept.value, ...anders } }]);
  };
  await change({ rol: 'beheerder' });
  expect((await get('').expect(200)).text).toContain(', beheerder');
  await change({ actief: false });
  await get('').expect(303);
});

it('toont en beëindigt alleen eigen sessies, en die van iedereen voor een beheerder', async () => {
  const { app, records, clock, enter } = open();
  const [own, second] = [await enter(), await enter()];
  const boss = await logIn(app, records, 'beheerder', { now: clock.now });
  const listIds = (html: string) =>
    readForms(html).flatMap(({ velden }) => velden.filter(([naam]) => naam === 'sessie').map(([, id]) => id));
  const ownIds = listIds((await own.get('/sessies').expect(200)).text);
  const allIds = listIds((await boss.get('/sessies').expect(200)).text);
  expect([ownIds.length, allIds.length]).toEqual([2, 3]);

  const bossId = allIds.find((id) => !ownIds.includes(id)) ?? '';
  await own.post('/sessies', { sessie: bossId }).expect(404);
  await boss.get('').expect(200);

  for (const sessie of ownIds) await boss.post('/sessies', { sessie }).expect(303);
  await own.get('').expect(303);
  await second.get('').expect(303);
  await boss.get('').expect(200);
  const log = await records.readLog(10);
  expect(log).toHaveLength(2);
  expect(log[0]).toMatchObject({ wat: 'elders-uitgelogd', wie: boss.id, over: MAIL });
});

it.each([
  ['geen', ''],
  ['een ander cookie', 'anders=1'],
  ['een verzonnen teken', `beheer=${'A'.repeat(43)}`],
  ['een teken van een andere vorm', 'beheer=../../etc'],
])('kent niemand met %s', async (_wat, cookie) => {
  const { app, enter } = open();
  await enter();
  await request(app).get('/beheer').set('Cookie', cookie).expect(303);
});

it('kent niemand met twee van dat cookie: een ervan kan van een ander zijn', async () => {
  const { app, enter } = open();
  const [one, other] = [await enter(), await enter()];
  await request(app).get('/beheer').set('Cookie', `${one.cookie}; ${other.cookie}`).expect(303);
});

it('bewaart wat er werd verstuurd toen de sessie net voorbij was, en vraagt het dan te herhalen', async () => {
  const { app, clock, enter } = open();
  const own = await enter();
  clock.ahead(61);
  const late = await own
    .post('/sessies', { sessie: 'x"<y' })
    .set('Sec-Fetch-Site', 'same-origin')
    .expect(401);
  expect(late.text).toContain('x&quot;&lt;y');
  expect(late.text).not.toContain('name="csrf"');

  const again = await enter();
  const ask = () =>
    request(app)
      .post('/beheer/sessies')
      .set('Cookie', again.cookie)
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form');
  const { text } = await ask().send('sessie=x%22%3Cy').expect(403);
  const form = readForms(text).find(({ action }) => action === '/beheer/sessies');
  expect(form?.velden).toEqual([
    ['csrf', again.csrf],
    ['sessie', expect.stringContaining('x"<y')],
  ]);
  await ask().send(`sessie=x&csrf=${again.csrf}`).expect(303);
});

it('geeft niets terug aan wie niet zegt dat het van een eigen pagina komt, en weigert een andere site', async () => {
  const { app, enter } = open();
  const { cookie } = await enter();
  const ask = () => request(app).post('/beheer/sessies').set('Cookie', cookie).type('form');
  expect((await ask().send('sessie=geheim').expect(403)).text).not.toContain('geheim');
  const elsewhere = await ask().set('Sec-Fetch-Site', 'cross-site').send('sessie=geheim').expect(403);
  expect(elsewhere.text).not.toContain('geheim');
});

it('stuurt wie van een andere site komt eerst door een eigen pagina: dan gaat het cookie mee', async () => {
  const { app } = open();
  const ask = (site: string) => request(app).get('/beheer/sessies?gedaan=ja').set('Sec-Fetch-Site', site);
  const { headers } = await ask('cross-site').expect(200);
  expect(headers.refresh).toBe('0; url=/beheer/sessies?gedaan=ja');
  await ask('same-origin').expect(303);
});

it('zegt zonder opslag dat het beheer niet kan, en laat de site met rust', async () => {
  const records = createMemoryRecords();
  const app = createTestApp({ records });
  const { get } = await logIn(app, records, 'beheerder');
  records.setReachable(false);
  expect((await get('').expect(503)).text).toContain('De rest van de site werkt gewoon.');
  await request(app).get('/').expect(200);
  await request(app).get('/beheer/inloggen').expect(200);
});

it('heeft op elke pagina van het beheer dat niemand die bewaart of in een zoekmachine zet', async () => {
  const { app, enter } = open();
  const { get } = await enter();
  const answers = [
    await get(''),
    await get('/bestaat-niet'),
    await request(app).get('/beheer'),
    await request(app).get('/beheer/inloggen'),
    await request(app).post('/beheer/sessies'),
  ];
  for (const { headers } of answers)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
});
