import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readPdf } from '../support/poppler.ts';
import { findAddress } from '../support/real-content.ts';
import { toCompleteAntwoorden, withStand } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';
import { fillReferral, openForm } from '../support/walk.ts';
import { submit } from './pages.ts';

const ADDRESS = findAddress('topx');

const { visit } = useBrowser();
const LONG = 'Er is veel gebeurd en daarom bellen wij nu meteen. '.repeat(60);

/** Fills in the whole form of a table and goes to the preview. */
async function openPreview(page: Page, tafel: string, vignet: string, hulpvraag: string): Promise<void> {
  await page.goto(withStand(`/verwijzen/${tafel}`, toCompleteAntwoorden(vignet)));
  await openForm(page);
  await page.fill('#casuscode', 'RDM-2026-4711');
  await fillReferral(page, hulpvraag);
  await submit(page, 'Bekijk de tekst');
}

async function print(page: Page) {
  return readPdf(await page.pdf({ preferCSSPageSize: true }));
}

it.each([
  ['kort', 'Wat is er nu nodig?'],
  ['lang', LONG],
])('de belkaart is op papier één bladzijde, met een vraag die %s is', async (_name, hulpvraag) => {
  const page = await visit();
  await openPreview(page, 'crisisteam-zorgkantoor', 'mantelzorger valt weg', hulpvraag);
  const { pages } = await print(page);
  expect(pages).toHaveLength(1);
  const [tekst = ''] = pages;
  for (const deel of ['Bel eerst 112', '1. Zeg wie u bent', '6. Spreek af', 'RDM-2026-4711'])
    expect(tekst).toContain(deel);
  expect(tekst).not.toMatch(/Download|Kopieer|Werk bij/);
  await page.getByRole('heading', { name: 'De belkaart' }).waitFor();
});

it('of a phone card that is not filled in yet, paper has the card alone', async () => {
  const page = await visit();
  await page.goto(
    withStand('/verwijzen/crisisteam-zorgkantoor', toCompleteAntwoorden('mantelzorger valt weg')),
  );
  const { pages } = await print(page);
  expect(pages).toHaveLength(1);
  const [tekst = ''] = pages;
  for (const deel of ['Bel eerst 112', '1. Zeg wie u bent', '6. Spreek af']) expect(tekst).toContain(deel);
  expect(tekst).not.toMatch(/casusbestand|Vul de belkaart aan|verplicht/);
});

it('op papier staat de hele e-mail, met de ontvanger, over zoveel bladzijden als nodig', async () => {
  const page = await visit();
  await openPreview(page, 'topx', 'veelpleger met schulden', `${LONG}Slot van de vraag.`);
  const { pages } = await print(page);
  const tekst = pages.join('\n');
  expect(pages.length).toBeGreaterThan(1);
  for (const deel of [ADDRESS, 'Aanmelding TopX', 'Slot van de vraag.', 'Met vriendelijke groet'])
    expect(tekst).toContain(deel);
});

it.each([
  ['topx', 'veelpleger met schulden', ['aan', 'onderwerp', 'tekst']],
  ['hoogcomplex-oostnl', 'patiënt zelf', ['onderwerp', 'tekst', 'deel-0']],
  ['crisisteam-zorgkantoor', 'mantelzorger valt weg', ['onderwerp', 'tekst']],
] as const)('elk deel van %s is los te kopiëren', async (tafel, vignet, parts) => {
  const page = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  await openPreview(page, tafel, vignet, 'Wie neemt de regie?');
  for (const foldOut of await page.locator('main details:not([open]) > summary').all()) await foldOut.click();
  for (const deel of parts) {
    await page.locator(`button[data-kopieer="${deel}"]`).click();
    await page.locator(`#${deel}-melding`).filter({ hasText: 'Gekopieerd' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.locator(`#${deel}`).inputValue());
    expect(copied.length).toBeGreaterThan(3);
  }
  const buttons = await page.locator('button[data-kopieer]').count();
  expect(buttons).toBe(await page.locator('main textarea').count());
});
