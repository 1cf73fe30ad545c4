/// <reference lib="dom" />

import { expect, it } from 'vitest';
import { makeFullCasus } from '../support/full-casus.ts';
import { SCREENS, useBrowser } from '../support/visit.ts';
import { submit } from './pages.ts';

const { visit } = useBrowser();

it.each(SCREENS)(
  'no heading breaks inside the casuscode, at $viewport.width pixels',
  async ({ viewport }) => {
    const page = await visit({ viewport });
    await page.goto('/casus');
    await page.locator('#bestand').setInputFiles({
      name: 'x.casus.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...makeFullCasus(3), casuscode: 'TW-2026-00123-4711' })),
    });
    /** On how many lines the code stands. */
    const countLines = () =>
      page.locator('h1').evaluate((heading) => {
        const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const place = text.textContent?.indexOf('TW-') ?? -1;
          if (place < 0) continue;
          const range = document.createRange();
          range.setStart(text, place);
          range.setEnd(text, text.textContent?.length ?? 0);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        }
        return 0;
      });
    await submit(page, 'Open het bestand');
    expect(await countLines()).toBe(1);
    await page.locator('summary', { hasText: 'Schrijf aan de partners' }).click();
    await submit(page, 'Maak de tekst voor de partners');
    expect(await countLines()).toBe(1);
    expect(await page.locator('h1').textContent()).toBe('Wat is er nieuw in casus TW-2026-00123-4711?');
  },
);
