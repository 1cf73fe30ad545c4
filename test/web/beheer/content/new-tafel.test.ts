import { expect, it } from 'vitest';
import { isObject } from '../../../../src/domain/json.ts';
import { openEditor, readValues } from '../../../support/content-editor.ts';
import { findHtmlFaults } from '../../../support/html-faults.ts';
import { projectFiles } from '../../../support/real-content.ts';

/** The form of a new table filled in with what TopX has, but for its names. */
async function fillIn() {
  const editor = await openEditor();
  const { redacteur, base } = editor;
  const pad = `${base}/nieuw/nieuwe-tafel`;
  const read = async (thing: string) =>
    readValues((await redacteur.get(`${base}/${thing}/topx`).expect(200)).text);
  const below = (prefix: string, values: Record<string, string[]>) =>
    Object.entries(values).map(([naam, value]) => [`${prefix}.${naam}`, value] as const);
  const typed = Object.fromEntries([
    ...below('tafels', await read('tafels')),
    ...below('regels', await read('regels')),
    ['tafels.id', ['proeftafel']],
    ['tafels.naam', ['Proeftafel']],
    ['tafels.korteNaam', ['Proef']],
    ['signaal.tekst', ['Er is iets om te proberen']],
  ]);
  return { ...editor, pad, typed };
}

/** The summary of the faults: the field that each leads to, and what it says. */
function listSummary(html: string): readonly (readonly [id: string, tekst: string])[] {
  const [summary = ''] = /id="fouten"[\s\S]*?<\/ul>/.exec(html) ?? [];
  return [...summary.matchAll(/href="#([^"]*)">([^<]*)</g)].map(([, id = '', tekst = '']) => [id, tekst]);
}

it('vraagt alles op een pagina, en zegt van een leeg formulier per onderdeel hoeveel er leeg is, en bij elk veld wat men doet', async () => {
  const { redacteur, base, concept } = await openEditor();
  const pad = `${base}/nieuw/nieuwe-tafel`;
  const { text } = await redacteur.get(pad).expect(200);
  const values = { ...readValues(text), 'tafels.trede': ['hoog'] };
  const refused = await redacteur.post(pad, values).expect(422);
  const lines = listSummary(refused.text);
  // What was typed wrong is told first; a part with one empty field says what to do there.
  expect(lines.slice(0, 3)).toEqual([
    ['tafels-trede', 'Wat er in de bron staat, Trede van de ladder: Vul een heel getal in.'],
    ['tafels-soort', 'Wat er in de bron staat: 6 velden'],
    ['tafels-doel-tekst', 'Doel: 3 velden'],
  ]);
  expect(lines).toContainEqual(['regels-criteria-0-tekst', 'Criterium 1: 6 velden']);
  expect(lines.at(-1)).toEqual(['signaal-tekst', 'Het signaal, Tekst: Vul dit in.']);
  expect(lines.length).toBeLessThan(16);
  // Nothing is left out: as many fields are counted as say it themselves.
  const empty = lines
    .slice(1)
    .reduce((sum, [, tekst]) => sum + Number(/(\d+) velden$/.exec(tekst ?? '')?.[1] ?? 1), 0);
  expect(refused.text).toContain(`Er zijn nog ${empty} velden leeg.`);
  expect(refused.text).toContain('Kies dan onderaan “Bewaar, en maak het later af”');
  const atFields = refused.text.match(/<span class="rdm-onzichtbaar">Fout: <\/span>/g) ?? [];
  expect(atFields).toHaveLength(empty + 1);
  expect(await findHtmlFaults(refused.text)).toEqual([]);
  expect((await concept()).bestanden).toEqual({});
});

it('zegt van een leeg formulier dat op een scherm past elk veld, in de volgorde van het formulier', async () => {
  const { redacteur, base } = await openEditor();
  const pad = `${base}/nieuw/rollen`;
  const { text } = await redacteur.get(pad).expect(200);
  const refused = await redacteur.post(pad, readValues(text)).expect(422);
  expect(listSummary(refused.text).map(([id]) => id)).toEqual([
    'naam',
    'beschrijving',
    'status',
    'regels-0-taak',
    'bron-document',
    'bron-kop',
  ]);
  expect(refused.text).not.toContain('velden leeg');
});

it('bewaart een tafel die nog niet af is als de naam er is, zegt wat nog moet, en laat haar niet aanbieden', async () => {
  const { redacteur, base, id, files } = await openEditor();
  const pad = `${base}/nieuw/nieuwe-tafel`;
  const values = { ...readValues((await redacteur.get(pad).expect(200)).text), doe: ['half'] };
  const nameless = await redacteur.post(pad, values).expect(422);
  expect(nameless.text).toContain('href="#tafels-naam"');
  expect(nameless.text).not.toContain('href="#regels-criteria-0-tekst"');
  const named = { ...values, 'tafels.naam': ['Proeftafel'], 'tafels.korteNaam': ['Proef'] };
  await redacteur.post(pad, { ...named, 'tafels.korteNaam': ['topx'] }).expect(422);
  await redacteur.post(pad, named).expect(303);
  await redacteur.post(pad, named).expect(303);
  expect((await files())['tables/overlegtafels/proeftafel.json']).toMatchObject({ naam: 'Proeftafel' });
  const list = await redacteur.get(base).expect(200);
  expect(list.text).toContain('Dit moet nog');
  expect(list.text).toMatch(
    /href="[^"#]*\/tafels\/proeftafel">Tafel: Proef is nog niet af\. Velden die u nog invult: \d+\./,
  );
  expect(list.text).toMatch(
    /href="[^"]*\/vragen\/signalen#opties-\d+-tekst">[^<]*Antwoord \d+, Antwoord: Vul dit in\.</,
  );
  // As many as are listed, field by field.
  const lines = /Dit moet nog[\s\S]*?<\/section>/.exec(list.text)?.[0].match(/<li>[\s\S]*?<\/li>/g) ?? [];
  const listed = lines.map((line) => Number(/nog invult: (\d+)/.exec(line)?.[1] ?? 1));
  const sum = listed.reduce((all, aantal) => all + aantal, 0);
  expect(list.text).toContain(`Fouten in dit concept: ${sum}.`);
  expect(await findHtmlFaults(list.text)).toEqual([]);
  const draft = await redacteur.get(`/concepten/${id}`).expect(200);
  expect(await findHtmlFaults(draft.text)).toEqual([]);
  const faults = /<h2>Fouten<\/h2>[\s\S]*?<\/section>/.exec(draft.text)?.[0] ?? '';
  // A heading for each of its parts, and below that a line for each part of the form, with the fields that are empty.
  expect([...faults.matchAll(/<h3>(?:<a[^>]*>)?([^<]*)/g)].map(([, kop]) => kop)).toEqual([
    expect.stringMatching(/^Vragen: /),
    'Tafel: Proef',
    'Regels van de tafel: Proef',
  ]);
  expect(faults).toMatch(/Nog in te vullen: \d+ velden\./);
  expect(faults).toMatch(/<li>Doel: <a[^>]*href="[^"]*\/tafels\/proeftafel#doel-tekst"[^>]*>Tekst<\/a>; <a/);
  expect(faults).toMatch(/<li>Criterium 1: <a[^>]*href="[^"]*\/regels\/proeftafel#criteria-0-tekst"/);
  expect((faults.match(/<li>/g) ?? []).length).toBeLessThan(25);
  // What a schema or a programmer says.
  expect(faults).not.toMatch(/ngeldige|array|string|boolean|kleine letter|“\d+”|geen vorm/);
  expect(draft.text).not.toContain('Bied aan om goed te keuren');
  await redacteur.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(409);
  // One goes on with a part of it, also when that is still not all.
  for (const thing of ['tafels', 'regels']) {
    const at = `${base}/${thing}/proeftafel`;
    const form = await redacteur.get(at).expect(200);
    expect(await findHtmlFaults(form.text)).toEqual([]);
    // It asks for the name only where that can be filled in.
    expect(form.text.includes('“Naam” en “Korte naam”')).toBe(thing === 'tafels');
    expect(form.text).toContain(': Vul dit in.');
    expect(form.text).not.toContain('Ongeldige');
    const more = { ...readValues(form.text), ...(thing === 'tafels' ? { voorWie: ['Wie dan ook.'] } : {}) };
    await redacteur.post(at, { ...more, doe: ['bewaar'] }).expect(422);
    await redacteur.post(at, { ...more, doe: ['half'] }).expect(303);
  }
});

it('maakt beide bestanden en het signaal in een keer, en toont dan wat er nog moet met een link naar het veld', async () => {
  const { redacteur, base, files, pad, typed } = await fillIn();
  const named = await redacteur.post(pad, { ...typed, 'tafels.korteNaam': ['topx'] }).expect(422);
  expect(named.text).toMatch(/href="#tafels-korteNaam">[^<]*Er is al iets dat zo heet/);
  const { headers } = await redacteur.post(pad, typed).expect(303);
  expect(headers.location).toBe(`/beheer${base}`);
  const made = await files();
  const topx = projectFiles['tables/overlegtafels/topx.json'] as object;
  expect(made['tables/overlegtafels/proeftafel.json']).toEqual({
    ...topx,
    id: 'proeftafel',
    naam: 'Proeftafel',
    korteNaam: 'Proef',
  });
  const rules = projectFiles['rules/topx.json'] as object;
  expect(made['rules/proeftafel.json']).toEqual({ ...rules, tafel: 'proeftafel', signaal: 'proeftafel' });
  const { vragen } = made['rules/vragen.json'] as { vragen: { feit: string; opties?: unknown[] }[] };
  const opties = vragen.find(({ feit }) => feit === 'signalen')?.opties ?? [];
  const at = opties.findIndex((optie) => isObject(optie) && optie.id === 'proeftafel');
  expect(opties[at]).toEqual({ id: 'proeftafel', tekst: 'Er is iets om te proberen' });
  // Before what cannot be chosen beside it.
  expect(opties.slice(0, at).every((optie) => isObject(optie) && optie.alleen !== true)).toBe(true);

  const { text } = await redacteur.get(base).expect(200);
  expect(text).toContain('Dit moet nog');
  // A file is called by its title.
  expect(text.replaceAll(/href="[^"]*"/g, '')).not.toMatch(/(rules|tables)\/[\w/-]+\.json/);
  // The questions of its criteria are not asked for it yet.
  expect(text).toMatch(/href="[^"]*\/inhoud\/regels\/proeftafel#criteria-\d+-voorwaarde">/);
  // A double click.
  expect((await redacteur.post(pad, typed).expect(303)).headers.location).toBe(`/beheer${base}`);
  expect(await files()).toEqual(made);
  const other = { ...typed, 'signaal.tekst': ['Er is iets anders'] };
  const again = await redacteur.post(pad, other).expect(422);
  expect(again.text).toContain('Kenmerk: Er staat al iets met deze naam of dit kenmerk.');
});

it('weigert een signaal of een criterium met een tekst die er al is, bij het veld', async () => {
  const { redacteur, concept, pad, typed } = await fillIn();
  const { vragen } = projectFiles['rules/vragen.json'] as {
    vragen: { feit: string; opties?: { tekst: string }[] }[];
  };
  const [signaal] = vragen.find(({ feit }) => feit === 'signalen')?.opties ?? [];
  const twice = {
    ...typed,
    'signaal.tekst': [signaal?.tekst ?? ''],
    'regels.criteria.1.tekst': typed['regels.criteria.0.tekst'] ?? [],
  };
  const { text } = await redacteur.post(pad, twice).expect(422);
  expect(listSummary(text)).toEqual([
    [
      'regels-criteria-1-tekst',
      expect.stringMatching(/^Criterium 2, Het criterium: Er is al iets dat zo heet/),
    ],
    ['signaal-tekst', expect.stringContaining(`Er is al iets dat zo heet: “${signaal?.tekst}”.`)],
  ]);
  expect((await concept()).bestanden).toEqual({});
});

it('weigert een signaal dat te lang is, of een naam die een signaal al heeft, bij het veld', async () => {
  const { redacteur, concept, pad, typed } = await fillIn();
  const long = await redacteur.post(pad, { ...typed, 'signaal.tekst': ['x'.repeat(4_001)] }).expect(422);
  expect(long.text).toMatch(/href="#signaal-tekst">[^<]*Maak dit korter/);
  const taken = await redacteur.post(pad, { ...typed, 'tafels.id': ['veiligheid'] }).expect(422);
  expect(taken.text).toMatch(/href="#tafels-id">[^<]*Er staat al iets met deze naam of dit kenmerk/);
  expect((await concept()).bestanden).toEqual({});
});
