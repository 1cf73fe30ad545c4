import { expect, it } from 'vitest';
import { openBeheer } from '../../../support/beheer-site.ts';
import { findHtmlFaults } from '../../../support/html-faults.ts';

const READ = '/inhoud/regels/topx';
const CHECKED = / value="([\w-]+)"[^>]* checked>/;

async function open() {
  const site = openBeheer();
  const anna = await site.enter('redacteur');
  const wie = { id: anna.id, email: 'x@example.org', rol: 'redacteur' as const };
  const start = (titel: string, rest = {}) => site.editing.drafts.start(wie, titel, rest);
  const listTitles = async () => (await site.editing.drafts.list()).map(({ value }) => value.titel);
  return { ...site, anna, wie, start, listTitles };
}

it('begint een concept voor wie er geen heeft, en zegt dat vooraf', async () => {
  const { anna, editing } = await open();
  const { text } = await anna.get(READ).expect(200);
  expect(text).toContain('Er begint een concept.');
  await anna.post(READ, { concept: 'bestaat-niet' }).expect(409);
  await anna.post(READ).expect(303);
  expect(await editing.drafts.list()).toHaveLength(1);
});

it('zegt in welk ene concept een wijziging komt, en geeft ook een nieuw concept', async () => {
  const { anna, begin, listTitles } = await open();
  const id = await begin(anna, 'Het huis', 'Wijzigingen van 30 november 2026');
  const read = await anna.get(READ).expect(200);
  expect(CHECKED.exec(read.text)?.[1]).toBe(id);
  const form = await anna.get(`/concepten/${id}${READ}`).expect(200);
  expect(form.text).toContain('Uw wijziging komt in het concept “Wijzigingen van 30 november 2026”');
  expect(form.text).toContain(`href="/beheer${READ}?kies=ja"`);
  expect(await findHtmlFaults(form.text)).toEqual([]);
  // What is changed in it already, belongs there.
  const own = await anna.get(`/concepten/${id}/inhoud/contacten/zvh-e-mail`).expect(200);
  expect(own.text).not.toContain('?kies=ja');
  const choice = await anna.get(`${READ}?kies=ja`).expect(200);
  expect(choice.text).toContain(`action="/beheer${READ}"`);
  expect(await findHtmlFaults(choice.text)).toEqual([]);
  const { headers } = await anna.post(READ, { gevraagd: 'ja', concept: 'nieuw' }).expect(303);
  expect(headers.location).not.toContain(id);
  const titles = await listTitles();
  expect(new Set(titles).size).toBe(2);
});

it('zegt van elk concept wat erin staat, in de lijst en waar men er een kiest', async () => {
  const { anna, begin, start } = await open();
  await begin(anna);
  await start('Nog niets');
  const inhoud = 'Hierin is anders (1): Adresboek: Het nieuwe huis.';
  const list = await anna.get('/concepten').expect(200);
  const choice = await anna.get(`${READ}?kies=ja`).expect(200);
  for (const { text } of [list, choice]) {
    expect(text).toContain(inhoud);
    expect(text).toContain('Er staat nog niets in.');
  }
  expect(await findHtmlFaults(list.text)).toEqual([]);
});

it('laat kiezen waar meer concepten open zijn, ook voor iets nieuws', async () => {
  const { anna, start, editing } = await open();
  const [one] = [await start('Eerste'), await start('Tweede')];
  const read = await anna.get(READ).expect(200);
  expect(read.text).toContain('Eerste (laatst gewijzigd op');
  expect(read.text).not.toMatch(CHECKED);
  const refused = await anna.post(READ, { gevraagd: 'ja' }).expect(422);
  expect(refused.text).toContain('href="#concept"');
  expect(await findHtmlFaults(refused.text)).toEqual([]);
  const asked = await anna.post('/inhoud/woordenlijst').expect(200);
  expect(asked.text).toContain('In welk concept?');
  expect(asked.text).not.toContain('id="fouten"');
  const done = await anna.post('/inhoud/woordenlijst', { gevraagd: 'ja', concept: one }).expect(303);
  expect(done.headers.location).toBe(`/beheer/concepten/${one}/inhoud/nieuw/woordenlijst`);
  expect(await editing.drafts.list()).toHaveLength(2);
});

it('kiest niet vanzelf wat is aangeboden, wat is nagekeken of wat van een ander is', async () => {
  const { anna, enter, start, begin } = await open();
  const offered = await start('Aangeboden', { status: 'aangeboden' });
  const checked = await start('Nagekeken', { nagekeken: true });
  const other = await begin(await enter('redacteur', 'bert@gemeente.example'), 'Huis', 'Van Bert');
  const { text } = await anna.get(READ).expect(200);
  expect(CHECKED.exec(text)?.[1]).toBe('nieuw');
  expect(text).toContain('Aangeboden (wacht op goedkeuren');
  expect(text).not.toContain('Van Bert');
  const { headers } = await anna.post('/inhoud/woordenlijst').expect(303);
  for (const id of [offered, checked, other]) expect(headers.location).not.toContain(id);
});

it('zegt het als het gekozen concept intussen dicht is, en begint dan niet zomaar een ander', async () => {
  const { anna, wie, start, editing } = await open();
  const id = await start('Ingetrokken');
  await editing.publishing.close(id, wie, 'ingetrokken', '');
  const { text } = await anna.post(READ, { gevraagd: 'ja', concept: id }).expect(409);
  expect(text).toContain('is niet meer open. Kies opnieuw.');
  expect(await findHtmlFaults(text)).toEqual([]);
  expect(await editing.drafts.list()).toHaveLength(1);
});

it('noemt op de pagina met de keuze wat er wijzigt, en begint niets voor wat er niet is', async () => {
  const { anna, editing } = await open();
  const { text } = await anna.get(`${READ}?kies=ja`).expect(200);
  expect(text).toMatch(/U wilt iets wijzigen bij: TopX/);
  for (const pad of ['/inhoud/regels/bestaat-niet', '/inhoud/bestaat-niet']) {
    await anna.get(`${pad}?kies=ja`).expect(404);
    await anna.post(pad, { gevraagd: 'ja', concept: 'nieuw' }).expect(404);
  }
  expect(await editing.drafts.list()).toEqual([]);
});
