import { expect, it } from 'vitest';
import { readPart } from '../../../../src/domain/editing/part.ts';
import { ADDRESS, openBeheer } from '../../../support/beheer-site.ts';
import { readValues } from '../../../support/content-editor.ts';
import { findHtmlFaults } from '../../../support/html-faults.ts';
import { pressButton } from '../../../support/press-button.ts';

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

/** Where an answer leads, below `/beheer`. */
const toPad = ({ headers }: { headers: Record<string, string | undefined> }) =>
  (headers.location ?? '').replace(/^\/beheer/, '');

it('begint een concept pas als er iets wordt bewaard, en zegt dat vooraf', async () => {
  const { anna, editing } = await open();
  const { text } = await anna.get('/inhoud/contacten/zvh-e-mail').expect(200);
  expect(text).toContain('Er begint een concept als u iets bewaart.');
  await anna.post(READ, { concept: 'bestaat-niet' }).expect(409);
  const pad = toPad(await anna.post('/inhoud/contacten/zvh-e-mail').expect(303));
  const form = await anna.get(pad).expect(200);
  expect(form.text).toContain('Bewaart u iets, dan begint er een nieuw concept.');
  expect(await findHtmlFaults(form.text)).toEqual([]);
  const values = readValues(form.text);
  const same = await anna.post(pad, values).expect(200);
  expect(same.text).toContain('Er is dus geen concept begonnen.');
  await anna.post(pad, { ...values, label: '' }).expect(422);
  expect(await editing.drafts.list()).toEqual([]);
  const fresh = { ...values, label: 'Het nieuwe huis' };
  const saved = toPad(await anna.post(pad, fresh).expect(303));
  // Who presses the button twice, or comes back to the form, works in that same draft.
  expect(toPad(await anna.post(pad, fresh).expect(303))).toBe(saved);
  expect(toPad(await anna.get(pad).expect(303))).toBe(saved.replace('?bewaard=ja', ''));
  const [draft, ...others] = await editing.drafts.list();
  expect(others).toEqual([]);
  expect(saved).toBe(`/concepten/${draft?.id}/inhoud/contacten/zvh-e-mail?bewaard=ja`);
  expect(draft?.value).toMatchObject({ titel: 'Wijzig: Zorg- en Veiligheidshuis Twente', status: 'bezig' });
});

it('toont van een concept dat nog moet beginnen als inhoud wat er op de site staat', async () => {
  const { anna, editing } = await open();
  const pad = toPad(await anna.post('/inhoud/woordenlijst').expect(303));
  const base = pad.replace('/nieuw/woordenlijst', '');
  expect(toPad(await anna.get(base).expect(303))).toBe('/inhoud');
  expect(toPad(await anna.get(`${base}/woordenlijst`).expect(303))).toBe('/inhoud/woordenlijst');
  await anna.get(base.replace(/\/inhoud$/, '')).expect(404);
  // What no draft is called by us, is none that is still to begin.
  for (const id of ['', 'a%20b', '..%2Fx', 'q'.repeat(41)])
    await anna.get(`/concepten/nieuw-${id}/inhoud/nieuw/woordenlijst`).expect(404);
  expect(await editing.drafts.list()).toEqual([]);
});

it('zegt in welk ene concept een wijziging komt, en geeft ook een nieuw concept', async () => {
  const { anna, begin, listTitles } = await open();
  const id = await begin(anna, 'Het huis', 'Wijzigingen van 30 november 2026');
  const read = await anna.get(READ).expect(200);
  expect(CHECKED.exec(read.text)?.[1]).toBe(id);
  const form = await anna.get(`/concepten/${id}${READ}`).expect(200);
  // Once at the top, and in the trail.
  expect(form.text.split('Wijzigingen van 30 november 2026</a>')).toHaveLength(3);
  expect(form.text).toContain('In dit concept staan al andere wijzigingen');
  expect(form.text).not.toContain('Dit komt in het concept');
  expect(form.text).toContain(`href="/beheer${READ}?kies=ja"`);
  expect(await findHtmlFaults(form.text)).toEqual([]);
  // What is changed in it already, belongs there.
  const own = await anna.get(`/concepten/${id}/inhoud/contacten/zvh-e-mail`).expect(200);
  expect(own.text).not.toContain('?kies=ja');
  const choice = await anna.get(`${READ}?kies=ja`).expect(200);
  expect(choice.text).toContain(`action="/beheer${READ}"`);
  expect(await findHtmlFaults(choice.text)).toEqual([]);
  const { headers } = await anna.post(READ, { gevraagd: 'ja', concept: 'nieuw' }).expect(303);
  const pad = headers.location?.replace('/beheer', '') ?? '';
  const values = readValues((await anna.get(pad).expect(200)).text);
  const saved = await anna.post(pad, { ...values, leeswijzer: 'Anders.' }).expect(303);
  expect(saved.headers.location).not.toContain(id);
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

it.each([
  [
    'uitgeeft',
    async (site: Awaited<ReturnType<typeof open>>, id: string) => {
      const bert = await site.enter('uitgever');
      await site.editing.publishing.offer(id, site.wie, '');
      await bert
        .post(`/concepten/${id}/goedkeuren`, { revisie: await site.readRevision(id), reden: '' })
        .expect(303);
    },
  ],
  [
    'intrekt',
    async ({ editing, wie }: Awaited<ReturnType<typeof open>>, id: string) => {
      await editing.publishing.close(id, wie, 'ingetrokken', '');
    },
  ],
] as const)(
  'houdt wat men typte als een ander het concept intussen %s, en bewaart het in een nieuw',
  async (_wat, close) => {
    const site = await open();
    const { app, anna, editing, begin } = site;
    const id = await begin(anna);
    const pad = `/concepten/${id}/inhoud/contacten/zvh-e-mail`;
    const { text } = await anna.get(pad).expect(200);
    await close(site, id);
    const typed = { toelichting: 'Wat ik net typte.' };
    const late = await pressButton(app, text, 'Bewaar in het concept', { typed }).set('Cookie', anna.cookie);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Dit concept is intussen uitgegeven of ingetrokken');
    expect(late.text).toContain('>Wat ik net typte.</textarea>');
    expect(await findHtmlFaults(late.text)).toEqual([]);
    const saved = await pressButton(app, late.text, 'Bewaar in het concept').set('Cookie', anna.cookie);
    expect(saved.status).toBe(303);
    const [, fresh = ''] = /concepten\/([^/]+)\//.exec(saved.headers.location ?? '') ?? [];
    expect(fresh).not.toBe(id);
    const draft = await editing.drafts.open(fresh);
    expect(readPart(draft?.files ?? {}, ADDRESS)).toMatchObject(typed);

    // A new table too.
    const form = await anna.get(`/concepten/${fresh}/inhoud/nieuw/nieuwe-tafel`).expect(200);
    await editing.publishing.close(fresh, site.wie, 'ingetrokken', '');
    const naam = { typed: { 'tafels.naam': 'Proeftafel' } };
    const again = await pressButton(app, form.text, 'Bewaar in het concept', naam).set('Cookie', anna.cookie);
    expect(again.status).toBe(409);
    expect(again.text).toContain('value="Proeftafel"');
  },
);
