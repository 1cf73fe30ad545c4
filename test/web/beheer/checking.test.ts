import { expect, it } from 'vitest';
import { readPart, writePart } from '../../../src/domain/editing/part.ts';
import { readValues } from '../../support/content-editor.ts';
import { logIn } from '../../support/logged-in.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { content, projectFiles } from '../../support/real-content.ts';
import { createTestApp } from '../../support/test-app.ts';

const part = { bestand: 'tables/contacten.json', naam: 'zvh-e-mail' };
const contact = readPart(projectFiles, part) as Record<string, string>;

/** The app with somebody who is logged in. */
async function openDesk(
  rol: 'redacteur' | 'uitgever' = 'redacteur',
  options: Parameters<typeof createTestApp>[0] = {},
) {
  const records = createMemoryRecords();
  const app = createTestApp({ records, ...options });
  return { app, records, wie: await logIn(app, records, rol, options.now ? { now: options.now } : {}) };
}

/** The hidden fields of the form beside a thing, as the page gives them. */
function readForm(html: string, anker: string): Record<string, string> {
  const [, rest = ''] = html.split(`id="${anker}"`);
  const [form = ''] = rest.split('</form>');
  return Object.fromEntries(
    [...form.matchAll(/name="([a-z]+)" value="([^"]*)"/g)]
      .map(([, naam = '', waarde = '']) => [naam, waarde] as const)
      .filter(([naam]) => naam !== 'csrf'),
  );
}

it('het adresboek toont elk contact één keer, met waar het staat, zijn bron en wanneer het is gecontroleerd', async () => {
  const { wie } = await openDesk();
  const { text } = await wie.get('/adresboek');
  expect(text.split('>info@veiligheidshuistwente.nl<')).toHaveLength(2);
  const [, rest = ''] = text.split('id="contacten-zvh-e-mail"');
  const [card = ''] = rest.split('</li>');
  expect(card).toContain('href="/overlegtafels/topx"');
  expect(card).toContain('Bron: Overzicht van doorzettingsmacht in Twente');
  expect(card).toContain('Gecontroleerd op 21 november 2026. Controleer dit voor 21 november 2027.');
  expect(text.match(/<li class="rdm-kaart" id=/g)).toHaveLength(
    content.contacten.length + content.noodnummers.length,
  );
});

it('het adresboek kiest op soort en op wat te controleren is, en sorteert', async () => {
  const { wie } = await openDesk('redacteur', { now: () => new Date('2026-11-21T09:00:00Z') });
  const mails = (await wie.get('/adresboek?toon=e-mail')).text;
  expect(mails).toContain('id="contacten-zvh-e-mail"');
  expect(mails).not.toContain('id="noodnummers-112"');
  expect(mails).toContain('aria-current="true">E-mail</a>');
  expect((await wie.get('/adresboek?toon=te-controleren')).text).toContain('Hier staat nu niets.');
  expect((await wie.get('/adresboek?toon=iets-anders&volgorde=x')).status).toBe(200);
  const files = writePart(projectFiles, part, { ...contact, gecontroleerd: '2020-01-01' });
  const later = await openDesk('redacteur', { live: { nummer: 0, files, projectFiles: files, fault: null } });
  const due = (await later.wie.get('/adresboek?toon=te-controleren')).text;
  expect(due.match(/<li class="rdm-kaart" id=/g)).toHaveLength(1);
  expect(due).toContain('Had gecontroleerd moeten zijn op 31 december 2020.');
  const first = (await later.wie.get('/adresboek?volgorde=datum')).text.match(
    /<li class="rdm-kaart" id="([^"]*)"/,
  );
  expect(first?.[1]).toBe('contacten-zvh-e-mail');
  expect((await later.wie.get('')).text).toContain('Nu te controleren: 1');
});

it('het adresboek zoekt op naam, plek en adres, en op een nummer hoe het ook is getypt; de knoppen houden dat', async () => {
  const { wie } = await openDesk();
  const find = async (zoek: string, rest = '') =>
    [
      ...(await wie.get(`/adresboek?zoek=${encodeURIComponent(zoek)}${rest}`)).text.matchAll(
        /<li class="rdm-kaart" id="([^"]*)"/g,
      ),
    ].map(([, id]) => id);
  expect(await find('veiligheidshuistwente')).toContain('contacten-zvh-e-mail');
  expect(await find('topx')).toContain('contacten-zvh-e-mail');
  expect(await find('topx', '&toon=telefoon')).not.toContain('contacten-zvh-e-mail');
  expect(await find('0546 - 54 11 11')).toEqual(await find('0546541111'));
  expect(await find('0546541111')).toHaveLength(1);
  const { text } = await wie.get('/adresboek?toon=e-mail&volgorde=datum&zoek=info%40veilig');
  expect(text).toContain('Gevonden: 1.');
  expect(text).toContain('href="/beheer/adresboek?toon=telefoon&amp;volgorde=datum&amp;zoek=info%40veilig"');
  expect(readForm(text, 'contacten-zvh-e-mail')).toMatchObject({ toon: 'e-mail', zoek: 'info@veilig' });
  const none = (await wie.get('/adresboek?zoek=bestaatniet')).text;
  expect(none).toContain('Gevonden: 0.');
  expect(none).toContain('href="/beheer/adresboek?toon=alles&amp;volgorde=naam">Toon alles</a>');
});

it('het adresboek heeft de knop om een adres toe te voegen', async () => {
  const { wie } = await openDesk();
  const { text } = await wie.get('/adresboek');
  const [, action = ''] =
    text.match(/action="([^"]*)">\s*<input[^>]*name="csrf"[^>]*>\s*<div[^>]*><button[^>]*>Voeg een/) ?? [];
  const done = await wie.post(action.replace('/beheer', ''), {});
  expect(done.headers.location).toMatch(/\/inhoud\/nieuw\/contacten$/);
});

it('"Nog juist" zet de datum in een eigen concept, en de pagina zegt wat daarin staat', async () => {
  const { wie, records } = await openDesk('redacteur', { now: () => new Date('2026-12-01T09:00:00Z') });
  const before = (await wie.get('/adresboek?toon=e-mail&volgorde=datum')).text;
  const form = readForm(before, 'contacten-zvh-e-mail');
  expect(before).toContain('<form method="post" action="/beheer/adresboek/nog-juist">');
  expect(before).toContain('action="/beheer/adresboek/wijzig"');
  expect(Object.keys(form)).toEqual(['bestand', 'onderdeel', 'gezien', 'toon', 'volgorde']);
  const done = await wie.post('/adresboek/nog-juist', form);
  expect([done.status, done.headers.location]).toEqual([
    303,
    '/beheer/adresboek?toon=e-mail&volgorde=datum&genoteerd=ja#contacten-zvh-e-mail',
  ]);
  const [concept] = await records.list('concept');
  expect(concept?.value).toMatchObject({ titel: 'Nagekeken: nog juist', status: 'bezig', nagekeken: true });
  const after = (await wie.get('/adresboek?genoteerd=ja')).text;
  expect(after).toContain('Genoteerd in uw concept.');
  expect(after).toContain('Aantal gegevens: 1.');
  expect(after).toContain(`href="/beheer/concepten/${concept?.id}"`);
  expect(after).toContain('Nagekeken. Dit staat in uw concept.');
  expect((await records.readLog(9)).map(({ wat }) => wat)).toEqual(['concept-gewijzigd', 'concept-begonnen']);
});

it('wie een oude pagina voor zich heeft, bevestigt niets, en ziet waarom', async () => {
  const { wie, records } = await openDesk();
  const form = readForm((await wie.get('/adresboek')).text, 'contacten-zvh-e-mail');
  const stale = await wie.post('/adresboek/nog-juist', { ...form, gezien: 'iets-anders' });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('Er staat nu iets anders op de site dan wat u zag.');
  expect(await records.list('concept')).toEqual([]);
  const elsewhere = await wie.post('/adresboek/nog-juist', { ...form, bestand: 'tables/rollen.json' });
  expect(elsewhere.status).toBe(404);
  expect((await wie.post('/adresboek/wijzig', { ...form, onderdeel: 'bestaat-niet' })).status).toBe(404);
  // The test takes place on the day of this check.
  const today = await wie.post('/adresboek/nog-juist', form);
  expect([today.status, today.text]).toEqual([409, expect.stringContaining('vandaag is gecontroleerd')]);
  expect(await records.list('concept')).toEqual([]);
  expect((await wie.get('/adresboek/nog-juist')).headers.location).toBe('/beheer/adresboek');
});

it('"Wijzig" gaat naar het formulier van dit contact, en het concept begint als dat wordt bewaard', async () => {
  const { wie, records } = await openDesk();
  const form = readForm((await wie.get('/adresboek')).text, 'contacten-zvh-e-mail');
  const done = await wie.post('/adresboek/wijzig', form);
  const pad = done.headers.location?.replace('/beheer', '') ?? '';
  const values = readValues((await wie.get(pad)).text);
  expect(await records.list('concept')).toEqual([]);
  const saved = await wie.post(pad, { ...values, label: 'Het nieuwe huis' });
  const [concept] = await records.list('concept');
  const where = `/beheer/concepten/${concept?.id}/inhoud/contacten/zvh-e-mail`;
  expect(saved.headers.location).toBe(`${where}?bewaard=ja`);
  expect(concept?.value).toMatchObject({ titel: 'Wijzig: Zorg- en Veiligheidshuis Twente' });
  // Who asks for it once more goes on where they were.
  expect((await wie.post('/adresboek/wijzig', form)).headers.location).toBe(where);
});

it('te controleren: wat nu en wat binnen 30 dagen, met datums, ook de webpagina’s van de bronnen', async () => {
  const now = () => new Date('2027-11-25T09:00:00Z');
  const { wie, records } = await openDesk('redacteur', { now });
  const { text } = await wie.get('/te-controleren');
  const [before = '', soon = ''] = text.split('<h2>Binnen 30 dagen</h2>');
  expect(before).toContain('id="contacten-zvh-e-mail"');
  expect(before).toContain('Had gecontroleerd moeten zijn op 21 november 2027.');
  expect(text).toContain('<form method="post" action="/beheer/te-controleren/nog-juist">');
  expect(soon).toContain('id="contacten-zvh-website"');
  expect(soon).toContain('Controleer dit voor 29 november 2027.');
  expect(soon).toContain('Vraag na of dit nog geldt');
  const bron = content.bronnen.find(({ geraadpleegd }) => geraadpleegd !== null)?.id;
  const done = await wie.post('/te-controleren/nog-juist', readForm(text, `bronnen-${bron}`));
  expect(done.headers.location).toBe(`/beheer/te-controleren?genoteerd=ja#bronnen-${bron}`);
  const [concept] = await records.list('concept');
  const changed = readPart(concept?.value.bestanden ?? {}, {
    bestand: 'tables/bronnen.json',
    naam: bron ?? '',
  });
  expect(changed).toMatchObject({ geraadpleegd: '2027-11-25' });
  // A redacteur gets no mail of the week.
  expect(text).not.toContain('Weekbericht');
  expect((await wie.post('/te-controleren/weekbericht', { weekbericht: 'uit' })).status).toBe(404);
});

it('een uitgever zet het weekbericht uit en weer aan; zonder mailserver is het er niet', async () => {
  const without = await openDesk('uitgever');
  expect((await without.wie.get('/te-controleren')).text).not.toContain('Weekbericht');
  const { wie, records } = await openDesk('uitgever', { mailBeheer: async () => 'verstuurd' });
  expect((await wie.get('/te-controleren')).text).toContain('Stuur mij geen weekbericht meer');
  const off = await wie.post('/te-controleren/weekbericht', { weekbericht: 'uit' });
  expect(off.headers.location).toBe('/beheer/te-controleren?weekbericht=uit');
  expect((await records.read('medewerker', wie.id))?.value.geenWeekbericht).toBe(true);
  expect((await wie.get('/te-controleren?weekbericht=uit')).text).toContain(
    'U krijgt het weekbericht niet meer.',
  );
  await wie.post('/te-controleren/weekbericht', { weekbericht: 'aan' });
  expect((await records.read('medewerker', wie.id))?.value).not.toHaveProperty('geenWeekbericht');
  expect((await records.readLog(9)).map(({ wat }) => wat)).toEqual(['weekbericht-aan', 'weekbericht-uit']);
});
