import { expect, it } from 'vitest';
import { toCompleteAntwoorden, withStand } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';

const { visit } = useBrowser();

it('op papier staat het advies, zonder menu, voet en knoppen, en met alles uitgeklapt', async () => {
  const page = await visit({ viewport: { width: 794, height: 1123 } });
  await page.goto(withStand('/advies', toCompleteAntwoorden('veelpleger met schulden')));
  await page.emulateMedia({ media: 'print' });
  for (const way of ['.rdm-menu', '.rdm-kruimels', '.rdm-voet__lijst', '.utrecht-button-link']) {
    const visible = await page
      .locator(way)
      .evaluateAll((parts) => parts.filter((deel) => deel.checkVisibility()));
    expect(visible, way).toEqual([]);
  }
  for (const kop of ['Wat u nu doet', 'Cliëntondersteuning', 'Alle tafels', 'Uw antwoorden']) {
    expect(await page.getByRole('heading', { name: kop, exact: true }).isVisible(), kop).toBe(true);
  }
  const closed = page.locator('details.rdm-uitklap:not([open], .rdm-niet-op-papier *) .rdm-uitklap__inhoud');
  expect(await closed.count()).toBeGreaterThan(3);
  for (const content of await closed.all())
    expect((await content.boundingBox())?.height ?? 0).toBeGreaterThan(10);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.byteLength).toBeGreaterThan(10_000);
});
