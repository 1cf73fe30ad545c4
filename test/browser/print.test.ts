import { expect, it } from 'vitest';
import { toVolledigeAntwoorden, withStand } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';

const { visit } = useBrowser();

it('op papier staat het advies, zonder menu, voet en knoppen, en met alles uitgeklapt', async () => {
  const page = await visit({ viewport: { width: 794, height: 1123 } });
  await page.goto(withStand('/advies', toVolledigeAntwoorden('veelpleger met schulden')));
  await page.emulateMedia({ media: 'print' });
  for (const weg of [
    '.rdm-menu',
    '.rdm-kruimels',
    '.rdm-voet__lijst',
    '.rdm-op-deze-pagina',
    '.utrecht-button-link',
  ]) {
    const zichtbaar = await page
      .locator(weg)
      .evaluateAll((delen) => delen.filter((deel) => deel.checkVisibility()));
    expect(zichtbaar, weg).toEqual([]);
  }
  for (const kop of ['Wat u nu doet', 'Cliëntondersteuning', 'De ladder', 'Uw antwoorden']) {
    expect(await page.getByRole('heading', { name: kop, exact: true }).isVisible(), kop).toBe(true);
  }
  const dicht = page.locator('details.rdm-uitklap:not([open], .rdm-niet-op-papier *) .rdm-uitklap__inhoud');
  expect(await dicht.count()).toBeGreaterThan(3);
  for (const inhoud of await dicht.all())
    expect((await inhoud.boundingBox())?.height ?? 0).toBeGreaterThan(10);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.byteLength).toBeGreaterThan(10_000);
});
