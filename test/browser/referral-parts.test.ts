import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readPdf } from '../support/poppler.ts';
import { findAdres } from '../support/real-content.ts';
import { toVolledigeAntwoorden, withStand } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';
import { fillReferral } from '../support/walk.ts';
import { submit } from './pages.ts';

const ADRES = findAdres('topx');

const { visit } = useBrowser();
const LANG = 'Er is veel gebeurd en daarom bellen wij nu meteen. '.repeat(60);

/** Fills in the whole form of a table and goes to the preview. */
async function openPreview(page: Page, tafel: string, vignet: string, hulpvraag: string): Promise<void> {
  await page.goto(withStand(`/verwijzen/${tafel}`, toVolledigeAntwoorden(vignet)));
  await page.fill('#casuscode', 'RDM-2026-4711');
  await fillReferral(page, hulpvraag);
  await submit(page, 'Bekijk de tekst');
}

async function print(page: Page) {
  return readPdf(await page.pdf({ preferCSSPageSize: true }));
}

it.each([
  ['kort', 'Wat is er nu nodig?'],
  ['lang', LANG],
])('de belkaart is op papier één bladzijde, met een vraag die %s is', async (_naam, hulpvraag) => {
  const page = await visit();
  await openPreview(page, 'crisisteam-zorgkantoor', 'mantelzorger valt weg', hulpvraag);
  const { bladzijden } = await print(page);
  expect(bladzijden).toHaveLength(1);
  const [tekst = ''] = bladzijden;
  for (const deel of ['Bel eerst 112', '1. Zeg wie u bent', '6. Spreek af', 'RDM-2026-4711'])
    expect(tekst).toContain(deel);
  expect(tekst).not.toMatch(/Download|Kopieer|Werk bij/);
  await page.getByRole('heading', { name: 'De belkaart' }).waitFor();
});

it('op papier staat de hele e-mail, met de ontvanger, over zoveel bladzijden als nodig', async () => {
  const page = await visit();
  await openPreview(page, 'topx', 'veelpleger met schulden', `${LANG}Slot van de vraag.`);
  const { bladzijden } = await print(page);
  const tekst = bladzijden.join('\n');
  expect(bladzijden.length).toBeGreaterThan(1);
  for (const deel of [ADRES, 'Aanmelding TopX', 'Slot van de vraag.', 'Met vriendelijke groet'])
    expect(tekst).toContain(deel);
});

it.each([
  ['topx', 'veelpleger met schulden', ['aan', 'onderwerp', 'tekst']],
  ['hoogcomplex-oostnl', 'patiënt zelf', ['onderwerp', 'tekst', 'deel-0']],
  ['crisisteam-zorgkantoor', 'mantelzorger valt weg', ['onderwerp', 'tekst']],
] as const)('elk deel van %s is los te kopiëren', async (tafel, vignet, delen) => {
  const page = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  await openPreview(page, tafel, vignet, 'Wie neemt de regie?');
  for (const uitklap of await page.locator('main details:not([open]) > summary').all()) await uitklap.click();
  for (const deel of delen) {
    await page.locator(`button[data-kopieer="${deel}"]`).click();
    await page.locator(`#${deel}-melding`).filter({ hasText: 'Gekopieerd' }).waitFor();
    const gekopieerd = await page.evaluate(() => navigator.clipboard.readText());
    expect(gekopieerd).toBe(await page.locator(`#${deel}`).inputValue());
    expect(gekopieerd.length).toBeGreaterThan(3);
  }
  const knoppen = await page.locator('button[data-kopieer]').count();
  expect(knoppen).toBe(await page.locator('main textarea').count());
});
