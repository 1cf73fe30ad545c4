import { expect, it } from 'vitest';
import { readPart, writePart } from '../../../src/domain/editing/part.ts';
import { ADDRESS, addressNow, openBeheer } from '../../support/beheer-site.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';
import { logIn } from '../../support/logged-in.ts';
import { projectFiles } from '../../support/real-content.ts';
import { createTestApp } from '../../support/test-app.ts';
import { say } from '../../support/texts.ts';

/** A site on which version 1 was published. */
async function open() {
  const site = openBeheer();
  const anna = await site.enter('redacteur');
  const bert = await site.enter('uitgever');
  const id = await site.begin(anna);
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(303);
  await bert
    .post(`/concepten/${id}/goedkeuren`, { revisie: await site.readRevision(id), reden: 'Volgens de brief' })
    .expect(303);
  return { ...site, anna, bert, id };
}

it('toont wie wat uitgaf, wanneer en waarom, en wat er anders werd', async () => {
  const { anna } = await open();
  const list = await anna.get('/versies').expect(200);
  expect(list.text).toContain('Versie 0: de inhoud van het programma');
  expect(list.text).toContain('Volgens de brief');
  expect(list.text).toContain('door uitgever@gemeente.example, gemaakt door redacteur@gemeente.example');
  const one = await anna.get('/versies/1').expect(200);
  expect(one.text).toContain('<ins>Het nieuwe huis</ins>');
  for (const { text } of [list, one]) expect(await findHtmlFaults(text)).toEqual([]);
  for (const nummer of ['2', '01', '-1', 'x', '1000000']) await anna.get(`/versies/${nummer}`).expect(404);
});

it('zet een oudere versie terug met een reden, alleen door een uitgever', async () => {
  const { anna, bert, editing, records } = await open();
  expect((await anna.get('/versies/0').expect(200)).text).not.toContain('/terugzetten"');
  await anna.post('/versies/0/terugzetten', { reden: 'x', live: '1' }).expect(403);
  const page = await bert.get('/versies/0').expect(200);
  expect(page.text).toContain('<del>Het nieuwe huis</del>');
  expect(await findHtmlFaults(page.text)).toEqual([]);
  const empty = await bert.post('/versies/0/terugzetten', { reden: ' ', live: '1' }).expect(422);
  expect(empty.text).toContain('href="#reden"');
  const old = await bert.post('/versies/0/terugzetten', { reden: 'Mijn reden', live: '0' }).expect(409);
  expect(old.text).toContain(say('concepten.weiger-andere'));
  expect(old.text).toContain('>Mijn reden</textarea>');
  await bert.post('/versies/0/terugzetten', { reden: 'Het klopte niet', live: '1' }).expect(303);
  expect((await editing.versions.readLive()).files).toEqual(projectFiles);
  expect((await records.read('versie', '000002'))?.value).toMatchObject({
    terugNaar: 0,
    reden: 'Het klopte niet',
  });
  await bert.post('/versies/9/terugzetten', { reden: 'x', live: '2' }).expect(404);
});

it('maakt van de inhoud van een nieuwer programma een concept', async () => {
  const { records, anna } = await open();
  expect((await anna.get('/versies').expect(200)).text).not.toContain('Het programma heeft nieuwe inhoud');
  const newer = writePart(projectFiles, ADDRESS, { ...addressNow, waarde: 'nieuw@example.org' });
  const app = createTestApp({ records, live: { nummer: 1, files: newer, projectFiles: newer, fault: null } });
  const carla = await logIn(app, records, 'redacteur', { email: 'carla@gemeente.example' });
  expect((await carla.get('/versies').expect(200)).text).toContain('Het programma heeft nieuwe inhoud');
  const { headers } = await carla.post('/versies/programma').expect(303);
  const draft = (await records.list('concept')).find(({ value }) => value.programma !== undefined);
  expect(headers.location).toBe(`/beheer/concepten/${draft?.id}?gedaan=begonnen`);
  // A second press opens it.
  const again = await carla.post('/versies/programma').expect(303);
  expect(again.headers.location).toBe(`/beheer/concepten/${draft?.id}`);
  const files = draft?.value.bestanden ?? {};
  // Both: what the region changed, and what the program brings.
  expect(readPart(files, ADDRESS)).toMatchObject({ label: 'Het nieuwe huis', waarde: 'nieuw@example.org' });
});

it('zegt het als dit programma de nieuwste versie niet kan tonen', async () => {
  const { records } = await open();
  const fault = { nummer: 1, fouten: ['tables/x.json: <b>stuk</b>'] };
  const app = createTestApp({ records, live: { nummer: 0, files: projectFiles, projectFiles, fault } });
  const { text } = await (await logIn(app, records, 'redacteur')).get('/versies').expect(200);
  expect(text).toContain('De nieuwste inhoud staat niet op de site');
  expect(text).toContain('&lt;b&gt;stuk&lt;/b&gt;');
  expect(await findHtmlFaults(text)).toEqual([]);
});
