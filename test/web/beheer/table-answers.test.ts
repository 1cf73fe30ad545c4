import { expect, it } from 'vitest';
import type { BeheerRol } from '../../../src/domain/editing/people.ts';
import { createTestLinks, toToken } from '../../support/answer-links.ts';
import { postForm } from '../../support/form-walker.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';
import { logIn } from '../../support/logged-in.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { content } from '../../support/real-content.ts';
import { request } from '../../support/request.ts';
import { createClock } from '../../support/sending-site.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';

const PAD = '/tafelantwoorden';
const LINK = /http:\/\/localhost:3000\/terugmelden\/[\w-]+/;
const [CRITERIUM] = content.tafels.find(({ id }) => id === 'topx')?.regels.criteria ?? [];

async function open() {
  const records = createMemoryRecords();
  const clock = createClock();
  const opslag = await openTestStore(makeTempDir());
  const app = createTestApp({ records, opslag, now: clock.now, limits: SPACIOUS });
  const enter = (rol: BeheerRol, email = `${rol}@gemeente.example`) =>
    logIn(app, records, rol, { email, now: clock.now });
  return { records, clock, app, enter };
}

it('toont welk criterium een tafel vaak noemt, als de week voorbij is', async () => {
  const { app, clock, enter } = await open();
  const links = createTestLinks({ now: clock.now });
  for (let nummer = 0; nummer < 5; nummer += 1) {
    const token = toToken(links.make({ tafel: 'topx', casuscode: `TW-${nummer}`, tekst: 'x' }));
    await postForm(app, `/terugmelden/${token}`, [
      ['keuze', 'nietOpgepakt'],
      ['waarom', `criterium:${CRITERIUM?.id}`],
    ]).expect(200);
  }
  const before = (await (await enter('redacteur')).get(PAD).expect(200)).text;
  expect(before).toContain('Er is nu geen criterium');
  expect(await findHtmlFaults(before)).toEqual([]);
  clock.ahead(7 * 24 * 60);
  const after = (await (await enter('redacteur')).get(PAD).expect(200)).text;
  expect(after).toContain('Ongeveer 5 keer genoemd. Iets anders was bijna nooit de reden.');
  expect(after).toContain('de criteria van nu');
  expect(await findHtmlFaults(after)).toEqual([]);
});

it('laat een uitgever de link van een tafel maken, die in het logboek staat en werkt', async () => {
  const { app, records, enter, clock } = await open();
  const { get, post, id } = await enter('uitgever');
  const { headers } = await post(`${PAD}/link`, { tafel: 'topx' }).expect(303);
  expect(await records.readLog(10)).toMatchObject([
    { wat: 'tafellink-gemaakt', wie: id, over: 'topx', versie: null },
  ]);
  const { text } = await get(headers.location?.replace('/beheer', '') ?? '').expect(200);
  const [adres = ''] = LINK.exec(text) ?? [];
  expect(await findHtmlFaults(text)).toEqual([]);
  expect((await request(app).get(new URL(adres).pathname).expect(200)).text).toContain('Hebt u plek?');
  // The log never has the link itself.
  expect(JSON.stringify(await records.readLog(10))).not.toContain(toToken(adres));
  // Another day, and by another person, it does not show.
  const other = await enter('uitgever', 'ander@gemeente.example');
  expect((await other.get(`${PAD}?tafel=topx`).expect(200)).text).not.toMatch(LINK);
  clock.ahead(24 * 60);
  const later = await enter('uitgever');
  expect((await later.get(`${PAD}?tafel=topx`).expect(200)).text).not.toMatch(LINK);
});

it('geeft geen link aan een redacteur, en niet zonder een tafel', async () => {
  const { records, enter } = await open();
  const editor = await enter('redacteur');
  expect((await editor.get(PAD).expect(200)).text).not.toContain('Maak een link');
  await editor.post(`${PAD}/link`, { tafel: 'topx' }).expect(403);
  expect((await editor.get(`${PAD}?tafel=topx`).expect(200)).text).not.toMatch(LINK);
  const boss = await enter('beheerder');
  for (const tafel of ['', 'bestaat-niet']) {
    const { text } = await boss.post(`${PAD}/link`, { tafel }).expect(422);
    expect(text).toContain('href="#tafel"');
    expect(await findHtmlFaults(text)).toEqual([]);
  }
  expect((await boss.get(`${PAD}?tafel=topx`).expect(200)).text).not.toMatch(LINK);
  expect(await records.readLog(10)).toEqual([]);
});
