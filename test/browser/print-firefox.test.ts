import { describe, expect, it } from 'vitest';
import { readPdf } from '../support/poppler.ts';
import { toCompleteAntwoorden, withStand } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';

const { visit } = useBrowser('firefox');

/** Pages that need more than one sheet, each with its columns, lists, tables or drawing. */
const LONG = ['/woordenlijst', '/beslisboom', '/overlegtafels/topx'];

describe('Firefox prints', () => {
  it.each([...LONG, '/vragen/acuut-gevaar', withStand('/advies', toCompleteAntwoorden('veelpleger'))])(
    '%s as text that can be searched, from the first sheet on',
    async (path) => {
      const page = await visit();
      await page.goto(path);
      const heading = (await page.locator('h1').textContent()) ?? '';
      const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
      const sheets = readPdf(await page.pdf({ format: 'A4' })).pages.map(words);
      // The header and the number for danger alone are less.
      expect(sheets[0]?.length ?? 0).toBeGreaterThan(300);
      expect(sheets[0]).toContain(words(heading));
      for (const text of await page.locator('main h2').allInnerTexts())
        expect(sheets.join(' ')).toContain(words(text));
    },
  );
});
