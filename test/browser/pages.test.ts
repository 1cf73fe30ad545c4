import { describe, expect, it } from 'vitest';
import { findHtmlFouten } from '../support/html-faults.ts';
import {
  findBuitenBeeld,
  findKleineDoelen,
  findOverlap,
  findWcagFouten,
  openAlles,
  WIDTH_RULES,
} from '../support/page-checks.ts';
import { SCHERMEN, useBrowser } from '../support/visit.ts';
import { PAGINAS, type Pagina } from './pages.ts';

const { stay } = useBrowser();
const [BREED, TELEFOON] = SCHERMEN;
const titels = new Map<string, string[]>();

// Each page is opened once and looked at from wide to narrow, a few pages at a time.
describe.concurrent('elke pagina', () => {
  it.each(PAGINAS)('is goede HTML, toegankelijk, en past op elk scherm: $naam', async (pagina) => {
    const page = await stay({ viewport: BREED.viewport });
    try {
      const antwoord = await pagina.open(page);
      expect(antwoord.status()).toBe(pagina.status);
      expect(await findHtmlFouten(await antwoord.text())).toEqual([]);
      keepTitel(pagina, await page.title());
      expect(await page.locator('h1').count()).toBe(1);

      // What is folded has the same elements as what is unfolded, and fewer of them show.
      await openAlles(page);
      expect(await findWcagFouten(page), '1280 pixels').toEqual([]);

      await page.setViewportSize(TELEFOON.viewport);
      expect(await findWcagFouten(page, WIDTH_RULES), '375 pixels').toEqual([]);
      expect(await findKleineDoelen(page), 'te klein om aan te raken').toEqual([]);
      expect(await findBuitenBeeld(page), '375 pixels').toEqual([]);

      await page.setViewportSize({ width: 320, height: 640 });
      expect(await findBuitenBeeld(page), '320 pixels').toEqual([]);

      await page.setViewportSize({ width: 640, height: 900 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await findBuitenBeeld(page), 'letters van 200 %').toEqual([]);
      expect(await findOverlap(page), 'over elkaar heen').toEqual([]);
    } finally {
      await page.context().close();
    }
  });
});

it('geen twee pagina’s hebben dezelfde titel', () => {
  expect([...titels].filter(([, namen]) => namen.length > 1)).toEqual([]);
  expect(titels.size).toBeGreaterThan(PAGINAS.length / 2);
});

function keepTitel({ naam, status, fout }: Pagina, titel: string): void {
  expect(titel.startsWith('Fout: ')).toBe(fout);
  // Errors of one kind may share a title; their statuses differ.
  const sleutel = status < 400 || fout ? titel : `${status} ${titel}`;
  titels.set(sleutel, [...(titels.get(sleutel) ?? []), naam]);
}
