import { expect, it } from 'vitest';
import { findThingAt } from '../../../src/domain/editing/form/find-place.ts';
import { listPartNames, readPart } from '../../../src/domain/editing/part.ts';
import { createCatalog } from '../../../src/web/beheer/content/catalog.ts';
import { toContentPath, toThingPath } from '../../../src/web/beheer/paths.ts';
import { ADDRESS, addressNow, openBeheer } from '../../support/beheer-site.ts';
import { readValues } from '../../support/content-editor.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';
import { pressButton } from '../../support/press-button.ts';
import { projectFiles } from '../../support/real-content.ts';
import { say } from '../../support/texts.ts';

it('gaat van een concept naar de site: beginnen, wijzigen, aanbieden, goedkeuren door een ander', async () => {
  const { enter, editing } = openBeheer();
  const anna = await enter('redacteur');
  const begun = await anna.post('/concepten', { titel: 'Nieuw adres' }).expect(303);
  const [, id = ''] =
    /^\/beheer\/concepten\/([\w-]+)\?gedaan=begonnen$/.exec(begun.headers.location ?? '') ?? [];
  await editing.drafts.savePart(id, { id: anna.id, email: 'a@b.nl', rol: 'redacteur' }, ADDRESS, addressNow, {
    ...addressNow,
    label: 'Het nieuwe huis',
  });
  const page = await anna.get(`/concepten/${id}`).expect(200);
  expect(page.text).toContain('<del>Zorg- en Veiligheidshuis Twente</del>');
  expect(page.text).toContain('<ins>Het nieuwe huis</ins>');
  expect(page.text).toContain('Het advies blijft in elk geval gelijk.');
  expect(page.text).toContain(`/beheer/concepten/${id}/inhoud/contacten/zvh-e-mail`);
  expect(await findHtmlFaults(page.text)).toEqual([]);
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: 'Uit de brief' }).expect(303);

  const bert = await enter('uitgever');
  expect((await bert.get('').expect(200)).text).toContain('Wacht op goedkeuren: 1');
  const statusOf = async (who: typeof bert) =>
    /wacht op (?:goedkeuren|een collega)/.exec((await who.get('/concepten').expect(200)).text)?.[0];
  expect(await statusOf(bert)).toBe('wacht op goedkeuren');
  expect(await statusOf(anna)).toBe('wacht op een collega');
  const seen = await bert.get(`/concepten/${id}`).expect(200);
  expect(seen.text).toContain('Uit de brief');
  const [, revisie = ''] = /name="revisie" value="(\d+)"/.exec(seen.text) ?? [];
  const done = await bert.post(`/concepten/${id}/goedkeuren`, { revisie, reden: '' }).expect(303);
  expect(done.headers.location).toBe(`/beheer/concepten/${id}?gedaan=uitgegeven`);
  expect(readPart((await editing.versions.readLive()).files, ADDRESS)).toMatchObject({
    label: 'Het nieuwe huis',
  });
  const after = await bert.get(`/concepten/${id}?gedaan=uitgegeven`).expect(200);
  expect(after.text).toContain(say('concepten.gedaan-uitgegeven'));
  expect(after.text).not.toContain('value="goedkeuren"');
});

it('elke knop van de pagina doet wat erop staat, ook waar een browser maar één adres per formulier kent', async () => {
  const { app, enter, begin, editing } = openBeheer();
  const [anna, bert] = [await enter('redacteur'), await enter('uitgever')];
  const id = await begin(anna);
  const press = async (wie: typeof anna, knop: string, typed: Readonly<Record<string, string>> = {}) => {
    const { text } = await wie.get(`/concepten/${id}`).expect(200);
    expect(text).not.toContain('formaction');
    await pressButton(app, text, knop, { typed }).set('Cookie', wie.cookie).expect(303);
    return (await editing.drafts.open(id))?.concept;
  };
  expect(await press(anna, 'Bied aan om goed te keuren')).toMatchObject({ status: 'aangeboden' });
  const back = await press(bert, 'Geef terug', { antwoord: 'De bron ontbreekt.' });
  expect(back).toMatchObject({ status: 'bezig', antwoord: 'De bron ontbreekt.' });
  // The first button, for who presses Enter in a field.
  expect(await press(anna, 'Verander de titel', { titel: 'Met bron' })).toMatchObject({ titel: 'Met bron' });
  await press(anna, 'Bied aan om goed te keuren');
  expect(await press(bert, 'Keur goed en geef uit')).toMatchObject({ status: 'gepubliceerd' });
  await anna.post(`/concepten/${id}/doe`, { doe: 'bestaat-niet' }).expect(404);
  await anna.post(`/concepten/${id}/doe`, { doe: 'goedkeuren' }).expect(403);
});

it('laat niemand een eigen wijziging goedkeuren, ook niet met een formulier van buiten de pagina', async () => {
  const { enter, begin, readRevision, records } = openBeheer();
  const bert = await enter('uitgever');
  const id = await begin(bert);
  await bert.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(303);
  const page = await bert.get(`/concepten/${id}`).expect(200);
  expect(page.text).toContain('U schreef zelf mee');
  expect(page.text).not.toContain('value="goedkeuren"');
  const refused = await bert
    .post(`/concepten/${id}/goedkeuren`, { revisie: await readRevision(id), reden: 'want' })
    .expect(409);
  expect(refused.text).toContain(say('concepten.weiger-eigen'));
  expect(await records.findLiveVersion()).toBe(0);
});

it('laat een redacteur niets goedkeuren of teruggeven', async () => {
  const { enter, begin, readRevision, records } = openBeheer();
  const id = await begin(await enter('redacteur'));
  const carla = await enter('redacteur', 'carla@gemeente.example');
  const revisie = await readRevision(id);
  await carla.post(`/concepten/${id}/goedkeuren`, { revisie, reden: '' }).expect(403);
  await carla.post(`/concepten/${id}/teruggeven`, { antwoord: 'nee' }).expect(403);
  await carla.post(`/concepten/${id}/terugnemen`).expect(409);
  const refused = await carla.post(`/concepten/${id}/intrekken`).expect(409);
  expect(refused.text).toContain(say('concepten.weiger-rol'));
  expect((await records.read('concept', id))?.value.status).toBe('bezig');
});

it('keurt alleen goed wat is gezien: een oud formulier wordt geweigerd en niets raakt kwijt', async () => {
  const { enter, begin, readRevision, editing } = openBeheer();
  const anna = await enter('redacteur');
  const bert = await enter('uitgever');
  const id = await begin(anna);
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(303);
  const old = await readRevision(id);
  await anna.post(`/concepten/${id}/titel`, { titel: 'Andere titel' }).expect(303);
  const refused = await bert
    .post(`/concepten/${id}/goedkeuren`, { revisie: old, reden: 'Mijn reden' })
    .expect(409);
  expect(refused.text).toContain(say('concepten.weiger-andere'));
  expect(refused.text).toContain('>Mijn reden</textarea>');
  expect((await editing.versions.readLive()).nummer).toBe(0);
});

it('doet niets als bij goedkeuren ook staat wat er anders moet, of andersom, en houdt beide teksten', async () => {
  const { app, enter, begin, editing } = openBeheer();
  const anna = await enter('redacteur');
  const bert = await enter('uitgever');
  const id = await begin(anna);
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(303);
  const typed = { reden: 'Klopt met de brief', antwoord: 'Het label is te lang' };
  for (const [button, key, veld] of [
    ['Keur goed en geef uit', 'ook-teruggeven', 'antwoord'],
    ['Geef terug', 'ook-goedkeuren', 'reden'],
  ] as const) {
    const { text } = await bert.get(`/concepten/${id}`).expect(200);
    const refused = await pressButton(app, text, button, { typed }).set('Cookie', bert.cookie);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(say(`concepten.${key}`));
    expect(refused.text).toContain(`href="#${veld}"`);
    for (const words of Object.values(typed)) expect(refused.text).toContain(`>${words}</textarea>`);
    expect(await findHtmlFaults(refused.text)).toEqual([]);
    expect((await editing.drafts.open(id))?.concept.status).toBe('aangeboden');
    expect((await editing.versions.readLive()).nummer).toBe(0);
  }
  const { text } = await bert.get(`/concepten/${id}`).expect(200);
  const given = { typed: { antwoord: typed.antwoord } };
  await pressButton(app, text, 'Geef terug', given).set('Cookie', bert.cookie).expect(303);
  // Who made it sees so without opening it.
  const status = say('concepten.status-teruggegeven');
  expect((await anna.get('/concepten').expect(200)).text).toContain(`>${status}</`);
  expect((await anna.get('').expect(200)).text).toContain('Aan u teruggegeven: 1');
  expect((await bert.get('').expect(200)).text).not.toContain('Aan u teruggegeven');
  expect((await editing.drafts.open(id))?.concept).toMatchObject({
    status: 'bezig',
    antwoord: typed.antwoord,
  });
});

it('zet terug wat uit het concept is weggehaald, op zijn plek', async () => {
  const { app, enter, editing } = openBeheer();
  const anna = await enter('redacteur');
  const wie = { id: anna.id, email: 'a@b.nl', rol: 'redacteur' as const };
  const id = await editing.drafts.start(wie, 'Een woord weg');
  const bestand = 'tables/woordenlijst.json';
  const naam = listPartNames(projectFiles, bestand)[1] ?? '';
  const part = { bestand, naam };
  await editing.drafts.savePart(id, wie, part, readPart(projectFiles, part), undefined);
  const { text } = await anna.get(`/concepten/${id}`).expect(200);
  expect(await findHtmlFaults(text)).toEqual([]);
  const done = await pressButton(app, text, 'Zet terug').set('Cookie', anna.cookie);
  expect(done.headers.location).toBe(`/beheer/concepten/${id}?gedaan=hersteld`);
  // Nothing is left of it, not in the order either.
  expect((await editing.drafts.open(id))?.concept.bestanden).toEqual({});
  await anna.post(`/concepten/${id}/zet-terug`, { onderdeel: `${bestand} ${naam}` }).expect(409);
});

it('houdt de getypte reden als een ander het aanbod intussen met een wijziging terugnam, en zegt dat', async () => {
  const { enter, begin, readRevision, editing } = openBeheer();
  const anna = await enter('redacteur');
  const bert = await enter('uitgever');
  const id = await begin(anna);
  const form = `/concepten/${id}/inhoud/contacten/${ADDRESS.naam}`;
  const offers = say('concepten.status-aangeboden');
  expect((await anna.get(form).expect(200)).text).not.toContain('is het niet meer aangeboden');
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(303);
  expect((await bert.get(`/concepten/${id}`).expect(200)).text).toContain(offers);
  const revisie = await readRevision(id);
  const opened = await anna.get(form).expect(200);
  expect(opened.text).toContain('Als u hier iets verandert en bewaart, is het niet meer aangeboden.');
  await anna.post(form, { ...readValues(opened.text), label: 'Toch anders' }).expect(303);
  const refused = await bert
    .post(`/concepten/${id}/goedkeuren`, { revisie, reden: 'Zo is het afgesproken' })
    .expect(409);
  expect(refused.text).toContain('een ander heeft het intussen gewijzigd, ');
  expect(refused.text).toContain('readonly>Zo is het afgesproken</textarea>');
  // The field is not there any more.
  expect(refused.text).not.toContain('href="#reden"');
  expect(await findHtmlFaults(refused.text)).toEqual([]);
  expect((await editing.versions.readLive()).nummer).toBe(0);
});

it('vraagt een reden als het advies verandert, en zegt bij welk deel er iets anders wordt', async () => {
  const { enter, begin, editing, readRevision, records } = openBeheer();
  const anna = await enter('redacteur');
  const bert = await enter('uitgever');
  const id = await begin(anna);
  const part = { bestand: 'tables/overlegtafels/topx.json', naam: null };
  const tafel = readPart((await editing.drafts.open(id))?.files ?? {}, part) as {
    aanmelders: { rollen: string[] };
  };
  const aanmelders = { ...tafel.aanmelders, rollen: tafel.aanmelders.rollen.slice(1) };
  const wie = { id: anna.id, email: '', rol: 'redacteur' as const };
  await editing.drafts.savePart(id, wie, part, tafel, { ...tafel, aanmelders });
  const page = await anna.get(`/concepten/${id}`).expect(200);
  expect(page.text).not.toContain('<h2>Fouten</h2>');
  expect(page.text).toMatch(/verandert bij (1 op de [\d.]+|[\d,]+ %) iets\./);
  expect(page.text).not.toMatch(/\d(\.\d{3}){3}/);
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(303);
  const revisie = await readRevision(id);
  const refused = await bert.post(`/concepten/${id}/goedkeuren`, { revisie, reden: ' ' }).expect(422);
  expect(refused.text).toContain(say('concepten.weiger-reden'));
  expect(refused.text).toContain('href="#reden"');
  await bert.post(`/concepten/${id}/goedkeuren`, { revisie, reden: 'Zo is het afgesproken' }).expect(303);
  expect((await records.read('versie', '000001'))?.value.reden).toBe('Zo is het afgesproken');
});

it('toont geen gevolgen van een regel die niet klopt, en zegt wanneer ze er staan', async () => {
  const { enter, begin, editing } = openBeheer();
  const anna = await enter('redacteur');
  const id = await begin(anna);
  const part = { bestand: 'rules/topx.json', naam: null };
  const was = readPart(projectFiles, part) as { criteria: { voorwaarde: object }[] };
  const criteria = was.criteria.map((criterium) => ({
    ...criterium,
    voorwaarde: { ...criterium.voorwaarde, value: ['ja', 'nee'] },
  }));
  const wie = { id: anna.id, email: '', rol: 'redacteur' as const };
  await editing.drafts.savePart(id, wie, part, was, { ...was, criteria });
  const { text } = await anna.get(`/concepten/${id}`).expect(200);
  expect(text).toContain('De gevolgen staan hier zodra de fouten');
  expect(text).not.toMatch(/Kleinste voorbeeld|Alle mogelijke antwoorden/);
  const form = await anna.get(`/concepten/${id}/inhoud/regels/topx`).expect(200);
  expect(form.text).toContain('ziet u als die zijn hersteld');
  for (const page of [text, form.text])
    expect(page).toContain('Kies één antwoord, of gebruik “Het antwoord is een van deze”.');
});

it('wijst bij een fout de weg naar het veld, en laat dit concept niet aanbieden', async () => {
  const { enter, editing } = openBeheer();
  const anna = await enter('redacteur');
  const wie = { id: anna.id, email: '', rol: 'redacteur' as const };
  const id = await editing.drafts.start(wie, 'Fout');
  await editing.drafts.savePart(id, wie, ADDRESS, addressNow, { ...addressNow, waarde: 'geen adres' });
  const page = await anna.get(`/concepten/${id}`).expect(200);
  expect(page.text).toContain('<h2>Fouten</h2>');
  expect(page.text).toMatch(new RegExp(`href="/beheer/concepten/${id}/inhoud/contacten/zvh-e-mail#waarde"`));
  expect(page.text).not.toContain('value="aanbieden"');
  const refused = await anna.post(`/concepten/${id}/aanbieden`, { toelichting: 'Toch' }).expect(409);
  expect(refused.text).toContain(say('concepten.weiger-fouten'));
  expect(await findHtmlFaults(refused.text)).toEqual([]);
});

it('noemt in een fout wat er te bewerken is, en geen bestand', async () => {
  const { enter, editing } = openBeheer();
  const anna = await enter('redacteur');
  const wie = { id: anna.id, email: '', rol: 'redacteur' as const };
  const id = await editing.drafts.start(wie, 'Fout');
  const part = { bestand: 'tables/overlegtafels/topx.json', naam: null };
  const tafel = readPart(projectFiles, part) as { readonly regie: object };
  const regie = { ...tafel.regie, organisatie: 'bestaat-niet' };
  await editing.drafts.savePart(id, wie, part, tafel, { ...tafel, regie });
  const page = await anna.get(`/concepten/${id}`).expect(200);
  expect(page.text).toContain('organisatie &quot;bestaat-niet&quot; staat niet in “Organisaties”.');
  expect(page.text).not.toContain('.json');
});

it('geeft terug met woorden, neemt terug en trekt in', async () => {
  const { enter, begin, records } = openBeheer();
  const anna = await enter('redacteur');
  const bert = await enter('uitgever');
  const id = await begin(anna);
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(303);
  const empty = await bert.post(`/concepten/${id}/teruggeven`, { antwoord: '' }).expect(422);
  expect(empty.text).toContain(say('concepten.woorden-leeg'));
  await bert.post(`/concepten/${id}/teruggeven`, { antwoord: 'De bron ontbreekt' }).expect(303);
  expect((await anna.get(`/concepten/${id}`).expect(200)).text).toContain('De bron ontbreekt');
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(303);
  await anna.post(`/concepten/${id}/terugnemen`).expect(303);
  await anna.post(`/concepten/${id}/intrekken`).expect(303);
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(409);
  await anna.post(`/concepten/${id}/titel`, { titel: 'x' }).expect(409);
  expect((await records.read('concept', id))?.value.status).toBe('ingetrokken');
  expect((await records.readLog(20)).map(({ wat }) => wat)).toEqual([
    'concept-ingetrokken',
    'concept-teruggegeven',
    'concept-aangeboden',
    'concept-teruggegeven',
    'concept-aangeboden',
    'concept-gewijzigd',
    'concept-begonnen',
  ]);
});

it('neemt een nieuwere versie over en laat kiezen wat er blijft', async () => {
  const { enter, begin, editing, readRevision } = openBeheer();
  const anna = await enter('redacteur');
  const bert = await enter('uitgever');
  const late = await begin(anna, 'Van Anna', 'Laat');
  const first = await begin(await enter('redacteur', 'carla@gemeente.example'), 'Van Carla', 'Eerst');
  await editing.publishing.offer(first, { id: anna.id, email: '', rol: 'redacteur' }, '');
  await bert
    .post(`/concepten/${first}/goedkeuren`, { revisie: await readRevision(first), reden: '' })
    .expect(303);

  const refused = await anna.post(`/concepten/${late}/aanbieden`, { toelichting: '' }).expect(409);
  expect(refused.text).toContain(say('concepten.weiger-verouderd'));
  expect(refused.text).toContain('name="doe" value="bijwerken"');
  await anna.post(`/concepten/${late}/bijwerken`).expect(303);
  const clashes = await anna.get(`/concepten/${late}/botsingen`).expect(200);
  expect(clashes.text).toContain('Van Anna');
  expect(clashes.text).toContain('Van Carla');
  expect(await findHtmlFaults(clashes.text)).toEqual([]);
  const revisie = await readRevision(late);
  const empty = await anna.post(`/concepten/${late}/botsingen`, { revisie }).expect(422);
  expect(empty.text).toContain('href="#keuze-0"');
  await anna.post(`/concepten/${late}/botsingen`, { revisie: '1', 'keuze-0': 'anders' }).expect(409);
  await anna.post(`/concepten/${late}/botsingen`, { revisie, 'keuze-0': 'concept' }).expect(303);
  const draft = await editing.drafts.open(late);
  expect(draft?.concept).toMatchObject({ basis: 1, botsingen: [] });
  expect(readPart(draft?.files ?? {}, ADDRESS)).toMatchObject({ label: 'Van Anna' });
  expect((await anna.get(`/concepten/${late}/botsingen`).expect(303)).headers.location).toBe(
    `/beheer/concepten/${late}`,
  );
});

it('zegt wie als tweede iets van dezelfde naam toevoegt dat, en wie het goedkeurt ook', async () => {
  const { app, enter, editing, readRevision } = openBeheer();
  const anna = await enter('redacteur');
  const bert = await enter('uitgever');
  const wie = { id: anna.id, email: '', rol: 'redacteur' as const };
  const bestand = 'tables/organisaties.json';
  const dimence = readPart(projectFiles, { bestand, naam: 'dimence' }) as object;
  const [first = '', second = ''] = await Promise.all(
    ['nieuw-huis', 'huis-nieuw'].map(async (naam) => {
      const id = await editing.drafts.start(wie, naam);
      const value = { ...dimence, id: naam, naam: 'Nieuw huis' };
      await editing.drafts.savePart(id, wie, { bestand, naam }, undefined, value);
      return id;
    }),
  );
  const warning = 'er is al iets dat ook zo heet: “Nieuw huis”';
  await editing.publishing.offer(first, wie, '');
  expect((await bert.get(`/concepten/${first}`).expect(200)).text).not.toContain(warning);
  const revisie = await readRevision(first);
  await bert.post(`/concepten/${first}/goedkeuren`, { revisie, reden: '' }).expect(303);
  await anna.post(`/concepten/${second}/bijwerken`).expect(303);
  const page = await anna.get(`/concepten/${second}`).expect(200);
  expect(page.text).toContain('Let op');
  expect(page.text).toContain(`/inhoud/organisaties/huis-nieuw#naam`);
  expect(page.text).toContain(warning);
  // Not where one has to look for it.
  expect(page.text.replaceAll(/<details[\s\S]*?<\/details>/g, '')).toContain(warning);
  expect(await findHtmlFaults(page.text)).toEqual([]);
  await pressButton(app, page.text, 'Bied aan').set('Cookie', anna.cookie).expect(303);
  expect((await bert.get(`/concepten/${second}`).expect(200)).text).toContain(warning);
});

it('toont wat iemand typt als tekst, nooit als HTML', async () => {
  const { enter, begin } = openBeheer();
  const anna = await enter('redacteur');
  const bert = await enter('uitgever');
  const evil = '"><b>x</b>{{titel}}';
  const id = await begin(anna, evil, evil);
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: evil }).expect(303);
  await bert.post(`/concepten/${id}/teruggeven`, { antwoord: evil }).expect(303);
  for (const pad of ['/concepten', `/concepten/${id}`, `/concepten/${id}/paginas`]) {
    const { text } = await anna.get(pad).expect(200);
    expect(text, pad).not.toContain('<b>x');
    expect(text, pad).toContain('&lt;b&gt;x&lt;/b&gt;{{titel}}');
    expect(await findHtmlFaults(text), pad).toEqual([]);
  }
});

it('toont honderd concepten, de open eerst, zonder er een te bewijzen', async () => {
  const { enter, editing } = openBeheer();
  const anna = await enter('redacteur');
  const wie = { id: anna.id, email: '', rol: 'redacteur' as const };
  for (let number = 0; number < 100; number++) {
    const id = await editing.drafts.start(wie, `Concept ${number}`);
    if (number < 60) await editing.publishing.close(id, wie, 'ingetrokken', '');
  }
  const { text } = await anna.get('/concepten').expect(200);
  expect(text.match(/rdm-kaart__link/g)).toHaveLength(40);
  expect(text.match(/, van redacteur@gemeente\.example/g)).toHaveLength(50);
});

it('houdt vast wat een collega moet weten, welke knop men ook kiest', async () => {
  const { app, enter, begin, records } = openBeheer();
  const anna = await enter('redacteur');
  const id = await begin(anna);
  const words = 'Van de site van het huis.';
  const { text } = await anna.get(`/concepten/${id}`).expect(200);
  const send = (html: string, button: string, titel: string) =>
    pressButton(app, html, button, { typed: { titel, toelichting: words } }).set('Cookie', anna.cookie);
  const renamed = await send(text, 'Verander de titel', 'Beter').expect(200);
  expect(renamed.text).toContain('De titel is veranderd.');
  expect(renamed.text).toContain(`>${words}</textarea>`);
  const empty = await send(renamed.text, 'Verander de titel', '').expect(422);
  expect(empty.text).toContain(`>${words}</textarea>`);
  const withdrawn = await send(renamed.text, 'Trek het concept in', 'Beter').expect(422);
  expect(withdrawn.text).toContain('U schreef ook wat een collega moet weten.');
  expect(withdrawn.text).toContain(`>${words}</textarea>`);
  const other = await send(renamed.text, 'Bied aan om goed te keuren', 'Nog beter').expect(422);
  expect(other.text).toContain('U typte ook een andere titel.');
  expect(other.text).toContain('value="Nog beter"');
  expect(other.text).toContain(`>${words}</textarea>`);
  // A colleague who gave it another title meanwhile, typed that: it is nothing of hers.
  await anna.post(`/concepten/${id}/titel`, { titel: 'Best' }).expect(303);
  await send(renamed.text, 'Bied aan om goed te keuren', 'Beter').expect(303);
  expect((await records.read('concept', id))?.value).toMatchObject({
    ...{ titel: 'Best', status: 'aangeboden', toelichting: words },
  });
});

it.each(['reden', 'antwoord'])(
  'houdt wat een uitgever bij %s typte, welke knop die ook kiest',
  async (veld) => {
    const { app, enter, editing } = openBeheer();
    const anna = await enter('redacteur');
    const wie = { id: anna.id, email: 'a@b.nl', rol: 'redacteur' as const };
    const id = await editing.drafts.start(wie, 'Een woord weg');
    const part = { bestand: 'tables/woordenlijst.json', naam: 'bsn' };
    await editing.drafts.savePart(id, wie, part, readPart(projectFiles, part), undefined);
    await anna.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(303);
    const bert = await enter('uitgever');
    const words = 'Dit woord gebruikt niemand meer.';
    const send = (html: string, button: string, more: Record<string, string> = {}) =>
      pressButton(app, html, button, { typed: { [veld]: words, ...more } }).set('Cookie', bert.cookie);
    const { text } = await bert.get(`/concepten/${id}`).expect(200);
    const renamed = await send(text, 'Verander de titel', { titel: 'Weg ermee' }).expect(200);
    expect(renamed.text).toContain('De titel is veranderd.');
    expect(renamed.text).toContain(`>${words}</textarea>`);
    expect(await findHtmlFaults(renamed.text)).toEqual([]);
    const withdrawn = await send(renamed.text, 'Trek het concept in').expect(422);
    expect(withdrawn.text).toContain(say('concepten.ook-anders'));
    expect(withdrawn.text).toContain(`href="#${veld}"`);
    expect(withdrawn.text).toContain(`>${words}</textarea>`);
    // With that it is not offered any more, and the field is not there: the words are there to copy.
    const restored = await send(renamed.text, 'Zet terug').expect(200);
    expect(restored.text).toContain('Het staat weer in het concept.');
    expect(restored.text).toContain(`readonly>${words}</textarea>`);
    expect(await findHtmlFaults(restored.text)).toEqual([]);
    expect((await editing.drafts.open(id))?.concept.bestanden).toEqual({});
  },
);

it('telt een emoji in een titel als één teken', async () => {
  const { enter } = openBeheer();
  const anna = await enter('redacteur');
  await anna.post('/concepten', { titel: '📞'.repeat(120) }).expect(303);
  await anna.post('/concepten', { titel: '📞'.repeat(121) }).expect(422);
});

it.each([
  ['geen titel', '', 'titel-leeg'],
  ['een te lange titel', 'x'.repeat(121), 'titel-lang'],
] as const)('begint geen concept met %s', async (_wat, titel, fout) => {
  const { enter, records } = openBeheer();
  const anna = await enter('redacteur');
  const { text } = await anna.post('/concepten', { titel }).expect(422);
  expect(text).toContain(say(`concepten.${fout}`));
  expect(text).toContain('href="#titel"');
  expect(await records.list('concept')).toEqual([]);
});

it('kent een concept niet dat er niet is, bij geen enkele knop', async () => {
  const { enter } = openBeheer();
  const bert = await enter('uitgever');
  await bert.get('/concepten/weg').expect(404);
  await bert.get('/concepten/weg/botsingen').expect(404);
  await bert.get('/concepten/weg/paginas').expect(404);
  await bert.get('/concepten/weg/voorbeeld?effect=0&revisie=1').expect(404);
  for (const knop of ['terugnemen', 'intrekken', 'bijwerken', 'botsingen'])
    await bert.post(`/concepten/weg/${knop}`).expect(404);
  await bert.post('/concepten/weg/goedkeuren', { revisie: '1', reden: '' }).expect(404);
});

it.each([
  ['tables/contacten.json', 'contacten.3.waarde', '/contacten/'],
  ['tables/overlegtafels/topx.json', 'aanmelders.rollen', '/tafels/topx#aanmelders-rollen'],
  ['rules/topx.json', 'criteria.2.tekst', '/regels/topx#criteria-2-tekst'],
  // A finding of the check names things by their names.
  ['rules/topx.json', 'criteria.meerdere-leefgebieden.tekst', '/regels/topx#criteria-2-tekst'],
  ['tables/contacten.json', 'triagetafel-e-mail.waarde', '/contacten/triagetafel-e-mail#waarde'],
  ['rules/vragen.json', 'vragen.0.vraag', '/vragen/'],
  ['tables/lokaal.json', 'naam', '/lokaal/lokaal#naam'],
  ['tables/clientondersteuning.json', 'aanbieders.1.naam', '/aanbieders/'],
  ['tables/pakketvelden.json', 'velden.0.label', '/pakketvelden/'],
])('wijst van %s, %s naar een formulier dat er is', async (bestand, plaats, expected) => {
  const { enter, editing } = openBeheer();
  const anna = await enter('redacteur');
  const id = await editing.drafts.start({ id: anna.id, email: '', rol: 'redacteur' }, 'Wegen');
  const { formulieren } = createCatalog(() => editing.soorten);
  const thing = findThingAt(formulieren, projectFiles, bestand, plaats);
  const href = thing && toThingPath(toContentPath(id), thing.soort, thing.naam, thing.pad);
  expect(href).toContain(`/inhoud${expected}`);
  await anna.get((href ?? '').slice('/beheer'.length).replace(/#.*/, '')).expect(200);
});
