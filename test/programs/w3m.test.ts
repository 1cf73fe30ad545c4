import { expect, it } from 'vitest';
import { startLiveServer } from '../support/live-server.ts';
import { content } from '../support/real-content.ts';
import { readEml } from '../support/referral-requests.ts';
import { createTestApp } from '../support/test-app.ts';
import { openW3m, type TextBrowser } from '../support/text-browser.ts';
import { VERWIJS_CASES } from '../support/verwijzing-cases.ts';

const CODE = 'TW-2026-001';
const SITE = 'RDM-wegwijzer Twente';

/** Opens an address of the site in w3m. */
async function visit(path: string): Promise<TextBrowser> {
  const port = await startLiveServer(createTestApp());
  return openW3m(`http://127.0.0.1:${port}${path}`);
}

/** Answers the question that is shown, and each that comes after it; what the case does not say with "I do not know". */
async function answerAll(
  w3m: TextBrowser,
  antwoorden: Readonly<Record<string, string | readonly string[]>>,
): Promise<number> {
  for (let count = 0; ; count += 1) {
    const title = await w3m.readTitle();
    const vraag = content.vragen.find((candidate) => title === `${candidate.vraag} - ${SITE}`);
    if (!vraag) return count;
    for (const id of [antwoorden[vraag.feit] ?? 'weetNiet'].flat())
      await w3m.tick(vraag.opties.find((optie) => optie.id === id)?.tekst ?? id);
    await w3m.go('Volgende');
  }
}

it('w3m: from the start page through the questions to the advice, the form, the preview and the downloads', async () => {
  const [route] = VERWIJS_CASES;
  if (!route) throw new Error('There is no route.');
  const w3m = await visit('/');
  await w3m.waitFor('Start de vragen');
  await w3m.go('Start de vragen', 'Is iemand op dit moment in direct gevaar?');
  expect(await answerAll(w3m, { ...route.basis, rol: route.mag })).toBeGreaterThan(5);
  expect(await w3m.readTitle()).toBe(`Advies: meld aan bij TopX - ${SITE}`);

  await w3m.go('Maak de e-mail voor TopX', 'Aanmelding voor TopX');
  await w3m.type('Casuscode', 'TW-2026-001');
  await w3m.write('Wat is de vraag?', 'Wie neemt de regie?\nEén plan.');
  await w3m.go('Bekijk de tekst', 'Voorbeeld: CONCEPT Aanmelding TopX');
  // The text to copy keeps its lines.
  await w3m.waitFor(/Wie neemt de regie\?\s*\n\s*Eén plan\./);
  // What was typed can be changed, and is still there.
  await w3m.go('Wijzig de tekst', 'Aanmelding voor TopX');
  await w3m.waitFor('[Wie neemt de regie? ]');
  await w3m.write('Wat moet het opleveren?', 'Rust in de straat.');
  await w3m.go('Bekijk de tekst', 'Voorbeeld: CONCEPT Aanmelding TopX');

  const draft = await w3m.download('Download als e-mail');
  expect(draft.naam).toBe('verwijzing-topx-TW-2026-001.eml');
  const { aan, tekst, bijlage } = await readEml(draft.content);
  expect(aan).toEqual(route.aan);
  for (const typed of ['Wie neemt de regie?\nEén plan.', 'Rust in de straat.'])
    expect(tekst).toContain(typed);
  expect(bijlage?.pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await w3m.back('Voorbeeld');
  const text = await w3m.download('Download als tekst');
  expect(text.naam).toBe('verwijzing-topx-TW-2026-001.txt');
  expect(text.content.toString()).toContain('Rust in de straat.');
  await w3m.back('Voorbeeld');
  const pdf = await w3m.download('Download als pdf');
  expect(pdf.naam).toBe('verwijzing-topx-TW-2026-001.pdf');
  expect(pdf.content.subarray(0, 5).toString()).toBe('%PDF-');
});

it('w3m: a case file is begun, written in, saved, opened and joined with that of a partner', async () => {
  const path = '/casus';
  const begin = await visit(path);
  await begin.waitFor('Begin een nieuw casusbestand');
  await begin.type('Casuscode', CODE);
  await begin.press('Begin', `[${CODE}`);
  await begin.waitFor(`Viewing <Casus ${CODE}`);
  // Nothing says that it is saved before it is.
  expect(await begin.waitFor('Nog niet bewaard')).not.toContain('U hebt het bestand gedownload');
  const own = await enter(begin, 'gemeente', 'Er was overlast, en één ruit stuk.');

  const partner = await visit(path);
  await open(partner, own);
  await partner.find('Er was overlast, en één ruit stuk.');
  const theirs = await enter(partner, 'politie', 'Het bleef rustig.');

  const joined = await visit(path);
  await open(joined, own);
  await joined.type('Casusbestand', theirs);
  await joined.waitFor('De bestanden zijn samengevoegd.');
  for (const gezien of ['Het bleef rustig.', 'Er was overlast, en één ruit stuk.']) await joined.find(gezien);
  await joined.go('Maak de tekst voor de partners', 'Wat is er nieuw');
  const news = await joined.download('Download als tekst');
  expect(news.naam).toMatch(new RegExp(`^nieuws-${CODE}-.*\\.txt$`));
  expect(news.content.toString()).toContain('Het bleef rustig.');
});

/** Opens a case file on the page that begins one; w3m sends a form as soon as a file is chosen in a field with `accept`. */
async function open(w3m: TextBrowser, file: string): Promise<void> {
  await w3m.waitFor('Open een casusbestand');
  await w3m.type('[                    ]', file);
  await w3m.waitFor(`Viewing <Casus ${CODE}`);
}

/** Puts an entry in the journal, and saves the file; gives where it is. */
async function enter(w3m: TextBrowser, organisatie: string, gezien: string): Promise<string> {
  await w3m.type('Uw functie', 'wijkcoach');
  await w3m.type('Uw organisatie', organisatie);
  await w3m.write('Wat zag of hoorde u?', gezien);
  await w3m.choose('Gaat het beter of slechter?', 'Het gaat beter');
  await w3m.press('Voeg toe wat u zag', '[Het gaat beter');
  await w3m.waitFor('Toegevoegd aan het logboek.');
  await w3m.find(gezien);
  const { naam, path } = await w3m.download('Download het bestand', 'anders raakt u die kwijt');
  expect(naam).toMatch(new RegExp(`^casus-${CODE}-.*\\.casus\\.json$`));
  return path;
}
