import { expect, it } from 'vitest';
import { readPart } from '../../../src/domain/editing/part.ts';
import type { Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { openBeheer } from '../../support/beheer-site.ts';
import { unescapeHtml } from '../../support/form-walker.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';
import { content, projectFiles } from '../../support/real-content.ts';
import { createTestSeal } from '../../support/test-app.ts';
import { say } from '../../support/texts.ts';

const TAFEL = { bestand: 'tables/overlegtafels/topx.json', naam: null };
const tafel = readPart(projectFiles, TAFEL) as { aanmelders: { rollen: string[] } };

/** A draft in which one role less may refer to TopX: that changes the advice, and is no fault. */
async function open() {
  const site = openBeheer();
  const anna = await site.enter('redacteur');
  const id = await site.begin(anna);
  const wie = { id: anna.id, email: '', rol: 'redacteur' as const };
  const aanmelders = { ...tafel.aanmelders, rollen: tafel.aanmelders.rollen.slice(1) };
  await site.editing.drafts.savePart(id, wie, TAFEL, tafel, { ...tafel, aanmelders });
  return { ...site, anna, id };
}

it('toont het kleinste voorbeeld voor en na, zonder een antwoord in het adres', async () => {
  const { anna, id } = await open();
  const { text } = await anna.get(`/concepten/${id}`).expect(200);
  const hrefs = [...text.matchAll(/href="\/beheer(\/concepten\/[\w-]+\/voorbeeld\?effect=\d+[^"]*)"/g)];
  // The first is that of the advice as a whole, which may differ only in what the page shows later.
  const pad = unescapeHtml(hrefs.at(-1)?.[1] ?? '');
  expect(pad).toMatch(/\?effect=\d+&revisie=\d+$/);
  const page = await anna.get(pad).expect(200);
  expect(page.text).toContain('<h2>Het advies naast elkaar</h2>');
  expect(page.text).toMatch(/href="\/advies\?a=[\w-]+&amp;tot=nu"/);
  expect(await findHtmlFaults(page.text)).toEqual([]);
  // Another revision has other effects under that number.
  const stale = await anna.get(pad.replace(/revisie=\d+/, 'revisie=1')).expect(404);
  expect(stale.text).toContain('Het concept is intussen gewijzigd</h1>');
  expect(stale.text).toContain(`href="/beheer/concepten/${id}">Naar het concept`);
  expect(await findHtmlFaults(stale.text)).toEqual([]);
  const [, effect = '', revisie = ''] = /effect=(\d+)&revisie=(\d+)/.exec(pad) ?? [];
  const old = { effect, revisie: String(Number(revisie) - 1), naam: 'Een naam' };
  expect((await anna.post(`/concepten/${id}/voorbeeld`, old).expect(404)).text).toContain('Een naam');
  await anna.get(pad.replace(/effect=\d+/, 'effect=9999')).expect(404);
});

it('bewaart het voorbeeld als vaste casus, met de uitkomst van nu', async () => {
  const { anna, id, editing, readRevision } = await open();
  const revisie = await readRevision(id);
  const draft = await editing.drafts.open(id);
  const proof = draft && (await editing.proofs.ofDraft(draft));
  const effect = String(proof?.advies?.effecten.findIndex(({ voorbeeld }) => voorbeeld !== null));
  const refused = await anna.post(`/concepten/${id}/voorbeeld`, { effect, revisie, naam: '' }).expect(422);
  expect(refused.text).toContain('href="#naam"');
  await anna.post(`/concepten/${id}/voorbeeld`, { effect, revisie, naam: 'Uit het bewijs' }).expect(303);
  const [kept] = await editing.vasteCasussen.list();
  expect(kept?.value).toMatchObject({ naam: 'Uit het bewijs', door: anna.id });
  const { text } = await anna.get('/vaste-casussen').expect(200);
  expect(text).toContain('Uit het bewijs');
  expect(await findHtmlFaults(text)).toEqual([]);
});

it('noemt de pagina’s die anders worden, en toont de oude en nieuwe tekst naast elkaar', async () => {
  const { anna, id } = await open();
  const list = await anna.get(`/concepten/${id}/paginas`).expect(200);
  expect(list.text).toContain('pagina?pad=%2Foverlegtafels%2Ftopx');
  // What has not changed is not in the list.
  expect(list.text).not.toContain('pagina?pad=%2Fprivacy');
  const page = await anna.get(`/concepten/${id}/pagina?pad=%2Foverlegtafels%2Ftopx`).expect(200);
  expect(page.text).toContain('>De pagina /overlegtafels/topx</h1>');
  expect(page.text).toContain('<del>');
  expect(page.text).toMatch(/Hier is de tekst gelijk \(\d+ regels\)/);
  expect(await findHtmlFaults(page.text)).toEqual([]);
  await anna.get(`/concepten/${id}/pagina?pad=/bestaat-niet`).expect(404);
});

it('zegt dat vergelijken nog niet kan als er fouten in zitten', async () => {
  const { anna, id, editing } = await open();
  const wie = { id: anna.id, email: '', rol: 'redacteur' as const };
  const now = readPart((await editing.drafts.open(id))?.files ?? {}, TAFEL) as object;
  await editing.drafts.savePart(id, wie, TAFEL, now, { ...now, trede: 'twee' });
  expect((await anna.get(`/concepten/${id}`).expect(200)).text).toContain(
    'De gevolgen staan hier zodra de fouten',
  );
  expect((await anna.get(`/concepten/${id}/paginas`).expect(200)).text).toContain('pas te zien');
  await anna.get(`/concepten/${id}/voorbeeld?effect=0&revisie=3`).expect(404);
});

const [voorbeeld] = content.voorbeelden;
const seal = createTestSeal();
/** An address of when a question of it had an option more, that was chosen. */
const before = content.vragen.map((vraag) =>
  vraag.feit === 'gemeente'
    ? { ...vraag, opties: [...vraag.opties, { id: 'samengevoegd', tekst: 'Samengevoegd' }] }
    : vraag,
);
const gone = { ...(voorbeeld?.antwoorden as Antwoorden), gemeente: 'samengevoegd' };
const vervallen = `https://wegwijzer.example/advies?a=${createTestSeal(undefined, undefined, before).seal(gone)}`;
const adres = `https://wegwijzer.example/advies?a=${seal.seal(voorbeeld?.antwoorden as Antwoorden)}`;

it('bewaart een casus van het adres van een advies, en rekent die bij elk concept na', async () => {
  const { anna, id, editing, records } = await open();
  await anna.post('/vaste-casussen', { naam: 'Gezin aan de rand', adres }).expect(303);
  const [kept] = await editing.vasteCasussen.list();
  if (!kept) throw new Error('Niets bewaard.');
  await records.commit([
    { ...kept, kind: 'vasteCasus', value: { ...kept.value, uitkomst: 'geenTafel', tafels: [] } },
  ]);
  const { text } = await anna.get(`/concepten/${id}`).expect(200);
  expect(text).toContain('Vaste casussen die anders worden');
  expect(text).toContain('Gezin aan de rand');
  // The draft leaves this case as it is on the site; what it was kept with stands on the page of the draft.
  const page = await anna.get(`/concepten/${id}/voorbeeld?casus=${kept.id}`).expect(200);
  expect(page.text).toContain('<strong>De uitkomst blijft</strong>');
  expect(page.text).not.toContain('rdm-verschil__wordt');
  await anna.post('/vaste-casussen/verwijderen', { casus: kept.id }).expect(303);
  expect(await editing.vasteCasussen.list()).toEqual([]);
  await anna.get(`/concepten/${id}/voorbeeld?casus=${kept.id}`).expect(404);
});

it.each([
  ['een ander adres', 'Naam', 'https://wegwijzer.example/over', 'geen-adres'],
  ['een half adres', 'Naam', adres.slice(0, -9), 'adres-ongeldig'],
  ['een antwoord dat weg is', 'Naam', vervallen, 'adres-vervallen'],
  ['geen naam', '', adres, 'naam-leeg'],
  ['een te lange naam', 'x'.repeat(121), adres, 'naam-lang'],
] as const)('bewaart geen casus met %s', async (_wat, naam, given, fout) => {
  const { enter, editing } = openBeheer();
  const anna = await enter('redacteur');
  const { text } = await anna.post('/vaste-casussen', { naam, adres: given }).expect(422);
  expect(text).toContain(say(`concepten.${fout}`));
  expect(await editing.vasteCasussen.list()).toEqual([]);
});

it('bewaart geen casus onder een naam waaraan iemand te herkennen is', async () => {
  const { enter, editing } = openBeheer();
  const anna = await enter('redacteur');
  const { text } = await anna.post('/vaste-casussen', { naam: 'Casus 06-12345678', adres }).expect(422);
  expect(text).toContain('Dit lijkt een gegeven van een persoon');
  expect(await editing.vasteCasussen.list()).toEqual([]);
});

/** Changes the first criterium of TopX in a draft. */
async function changeCriterium(
  { anna, id, editing }: Awaited<ReturnType<typeof open>>,
  voorwaarde: Readonly<Record<string, unknown>>,
): Promise<void> {
  const wie = { id: anna.id, email: '', rol: 'redacteur' as const };
  const part = { bestand: 'rules/topx.json', naam: null };
  const was = readPart(projectFiles, part) as { criteria: { voorwaarde: object }[] };
  const [first, ...rest] = was.criteria;
  const criteria = [{ ...first, voorwaarde: { ...first?.voorwaarde, ...voorwaarde } }, ...rest];
  await editing.drafts.savePart(id, wie, part, was, { ...was, criteria });
}

it('toont voor en na ook van een verzonnen casus die anders uitkomt, en van wat er verder verandert', async () => {
  const site = await open();
  const { anna, id, editing } = site;
  await changeCriterium(site, { value: 'nee' });
  await editing.vasteCasussen.keep(
    { id: anna.id, email: '', rol: 'redacteur' },
    { naam: 'Een vaste casus', antwoorden: voorbeeld?.antwoorden ?? {}, uitkomst: 'geenTafel', tafels: [] },
  );
  const { text } = await anna.get(`/concepten/${id}`).expect(200);
  expect(text).toContain('Verzonnen casussen: Alleen geluidsoverlast');
  expect(text).toContain('Deze casus krijgt nu ook de vraag “');
  expect(text).toMatch(/\/voorbeeld\?effect=\d/);
  // What was to stay as it is, is told then too.
  expect(text).toContain('Een vaste casus');
  expect(await findHtmlFaults(text)).toEqual([]);
  const pad = `/concepten/${id}/voorbeeld?verzonnen=geluidsoverlast`;
  expect(text).toContain(pad);
  const page = await anna.get(pad).expect(200);
  expect(page.text).toContain('Alleen geluidsoverlast, verder geen problemen');
  expect(page.text).toMatch(/wordt<\/span> Eerst uitzoeken/);
  expect(page.text).toContain(`href="/beheer/concepten/${id}/inhoud/voorbeelden/geluidsoverlast"`);
  expect(await findHtmlFaults(page.text)).toEqual([]);
  await anna.get(`/concepten/${id}/voorbeeld?verzonnen=bestaat-niet`).expect(404);
  expect((await anna.get(`/concepten/${id}/paginas`).expect(200)).text).toContain('%2Foverlegtafels%2Ftopx');
});

it('zegt waarom voor en na niet te zien is, als er geen advies van te maken is', async () => {
  const { anna, id, editing } = await open();
  const wie = { id: anna.id, email: '', rol: 'redacteur' as const };
  const part = { bestand: 'tables/gemeenten.json', naam: 'almelo' };
  const was = readPart(projectFiles, part) as { ggzWerkgebied: object };
  const ggzWerkgebied = { ...was.ggzWerkgebied, organisatie: 'bestaat-niet' };
  await editing.drafts.savePart(id, wie, part, was, { ...was, ggzWerkgebied });
  const { text } = await anna.get(`/concepten/${id}`).expect(200);
  expect(text).toContain('Ervoor en erna is nog niet te tonen');
  expect(text).not.toContain('/voorbeeld?');
});
