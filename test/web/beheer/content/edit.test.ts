import { expect, it } from 'vitest';
import { SOORTEN } from '../../../../src/content/content-parts.ts';
import { listNamen, readThing } from '../../../../src/domain/editing/soort.ts';
import { openEditor, readValues } from '../../../support/content-editor.ts';
import { projectFiles } from '../../../support/real-content.ts';

it('toont van elk soort inhoud een formulier dat onveranderd bewaard niets verandert', async () => {
  const { redacteur, concept, base } = await openEditor();
  for (const soort of SOORTEN) {
    const naam = listNamen(projectFiles, soort)[0] ?? '';
    const pad = `${base}/${soort.soort}/${encodeURIComponent(naam)}`;
    const { text } = await redacteur.get(pad).expect(200);
    await redacteur.post(pad, readValues(text)).expect(303);
  }
  expect((await concept()).bestanden).toEqual({});
});

it('bewaart een wijziging in het concept, en laat de rest staan zoals die was', async () => {
  const { redacteur, files, base } = await openEditor();
  const pad = `${base}/organisaties/dimence`;
  const { text } = await redacteur.get(pad).expect(200);
  const values = { ...readValues(text), beschrijving: 'Een andere beschrijving.' };
  const { headers } = await redacteur.post(pad, values).expect(303);
  expect(headers.location).toBe(`/beheer${pad}?bewaard=ja`);
  const soort = SOORTEN.find((kind) => kind.soort === 'organisaties');
  if (!soort) throw new Error('Organisaties zijn er niet.');
  const was = readThing(projectFiles, soort, 'dimence') as object;
  expect(readThing(await files(), soort, 'dimence')).toEqual({
    ...was,
    beschrijving: 'Een andere beschrijving.',
  });
  const again = await redacteur.get(`${pad}?bewaard=ja`).expect(200);
  expect(again.text).toContain('Bewaard in het concept');
  expect(again.text).toContain('Fouten in dit concept: 0.');
});

it('neemt een telefoonnummer aan zoals mensen het opschrijven', async () => {
  const { redacteur, files, base } = await openEditor();
  const pad = `${base}/contacten/almelo-telefoon`;
  const { text } = await redacteur.get(pad).expect(200);
  await redacteur.post(pad, { ...readValues(text), waarde: '0546 - 54 11 12' }).expect(303);
  const soort = SOORTEN.find((kind) => kind.soort === 'contacten');
  if (!soort) throw new Error('Contacten zijn er niet.');
  expect(readThing(await files(), soort, 'almelo-telefoon')).toMatchObject({ waarde: '0546541112' });
});

it('weigert wat per ongeluk is geplakt en veel te lang is, bij het veld, en houdt het in het formulier', async () => {
  const { redacteur, concept, base } = await openEditor();
  const pad = `${base}/organisaties/dimence`;
  const { text } = await redacteur.get(pad).expect(200);
  const beschrijving = 'Een heel document. '.repeat(1_000).trim();
  const again = await redacteur.post(pad, { ...readValues(text), beschrijving }).expect(422);
  expect(again.text).toContain('Maak dit korter: hoogstens 4000 tekens.');
  expect(readValues(again.text)).toMatchObject({ beschrijving: [beschrijving] });
  expect((await concept()).bestanden).toEqual({});
});

it.each([
  ['organisaties/dimence', 'beschrijving', 4_000],
  ['synoniemen/psychose', 'woorden', 60],
] as const)('telt bij %s een emoji als één teken', async (thing, veld, most) => {
  const { redacteur, base } = await openEditor();
  const pad = `${base}/${thing}`;
  const { text } = await redacteur.get(pad).expect(200);
  const send = (count: number) => redacteur.post(pad, { ...readValues(text), [veld]: '📞'.repeat(count) });
  const refused = await send(most + 1).expect(422);
  expect(refused.text).toMatch(new RegExp(`(hoogstens|hooguit) ${most} tekens`));
  await send(most).expect(303);
});

it('zegt bij een zoekveld niet waar de hele site over gaat', async () => {
  const { redacteur } = await openEditor();
  const { text } = await redacteur.get('/inhoud').expect(200);
  const [, form = ''] = /<form class="rdm-zoek-inhoud"([\s\S]*?)<\/form>/.exec(text) ?? [];
  expect(form).toContain('Zoek op naam');
  expect(form).not.toContain('utrecht-form-field-description');
});

it('begint ook vanaf wat op de site staat met iets nieuws, in het concept van wie het vraagt', async () => {
  const { redacteur, base } = await openEditor();
  const { text } = await redacteur.get('/inhoud/woordenlijst').expect(200);
  expect(text).toContain('action="/beheer/inhoud/woordenlijst"');
  expect(text).toContain('Voeg iets toe');
  const { headers } = await redacteur.post('/inhoud/woordenlijst').expect(303);
  expect(headers.location).toBe(`/beheer${base}/nieuw/woordenlijst`);
  const tafel = await redacteur.post('/inhoud/regels').expect(303);
  expect(tafel.headers.location).toBe(`/beheer${base}/nieuw/nieuwe-tafel`);
  await redacteur.post('/inhoud/belkaart').expect(404);
  await redacteur.post('/inhoud/__proto__').expect(404);
});

it('maakt van iets nieuws het kenmerk van de naam, en zegt dat bij het veld', async () => {
  const { redacteur, files, base } = await openEditor();
  const pad = `${base}/nieuw/organisaties`;
  const { text } = await redacteur.get(pad).expect(200);
  expect(text).toContain('Laat dit bij iets nieuws leeg');
  const other = readValues((await redacteur.get(`${base}/organisaties/dimence`)).text);
  const { headers } = await redacteur
    .post(pad, { ...other, was: '', id: '', naam: 'Loket Één Twente' })
    .expect(303);
  expect(headers.location).toBe(`/beheer${base}/organisaties/loket-een-twente?bewaard=ja`);
  const soort = SOORTEN.find((kind) => kind.soort === 'organisaties');
  if (!soort) throw new Error('Organisaties zijn er niet.');
  expect(readThing(await files(), soort, 'loket-een-twente')).toMatchObject({ naam: 'Loket Één Twente' });
});
