import { describe, expect, it } from 'vitest';
import { findHtmlFaults } from '../support/html-faults.ts';
import {
  findOutOfView,
  findOverlap,
  findSmallTargets,
  findWcagFaults,
  openAll,
  WIDTH_RULES,
} from '../support/page-checks.ts';
import { findSpokenFaults } from '../support/spoken-checks.ts';
import { SCREENS, useBrowser } from '../support/visit.ts';
import { PAGES, type SitePage } from './pages.ts';

const { stay } = useBrowser();
const [WIDE, PHONE] = SCREENS;
const titles = new Map<string, string[]>();

// Each page is opened once and looked at from wide to narrow, a few pages at a time.
describe.concurrent('elke pagina', () => {
  it.each(PAGES)('is goede HTML, toegankelijk, en past op elk scherm: $naam', async (pagina) => {
    const page = await stay({ viewport: WIDE.viewport });
    try {
      const antwoord = await pagina.open(page);
      expect(antwoord.status()).toBe(pagina.status);
      expect(await findHtmlFaults(await antwoord.text())).toEqual([]);
      keepTitle(pagina, await page.title());
      expect(await page.locator('h1').count()).toBe(1);

      // What is folded has the same elements as what is unfolded, and fewer of them show.
      await openAll(page);
      expect(await findWcagFaults(page), '1280 pixels').toEqual([]);
      expect(await findSpokenFaults(page), 'voorgelezen').toEqual([]);

      await page.setViewportSize(PHONE.viewport);
      expect(await findWcagFaults(page, WIDTH_RULES), '375 pixels').toEqual([]);
      expect(await findSmallTargets(page), 'te klein om aan te raken').toEqual([]);
      expect(await findOutOfView(page), '375 pixels').toEqual([]);

      await page.setViewportSize({ width: 320, height: 640 });
      expect(await findOutOfView(page), '320 pixels').toEqual([]);

      await page.setViewportSize({ width: 640, height: 900 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await findOutOfView(page), 'letters van 200 %').toEqual([]);
      expect(await findOverlap(page), 'over elkaar heen').toEqual([]);
    } finally {
      await page.context().close();
    }
  });
});

it('geen twee pagina’s hebben dezelfde titel', () => {
  expect([...titles].filter(([, names]) => names.length > 1)).toEqual([]);
  expect(titles.size).toBeGreaterThan(PAGES.length / 2);
});

function keepTitle({ naam, status, fout }: SitePage, titel: string): void {
  expect(titel.startsWith('Fout: ')).toBe(fout);
  // Errors of one kind may share a title; their statuses differ.
  const key = status < 400 || fout ? titel : `${status} ${titel}`;
  titles.set(key, [...(titles.get(key) ?? []), naam]);
}
