import { describe, expect, it } from 'vitest';
import { findHtmlFaults } from '../support/html-faults.ts';
import { lookAtPage } from '../support/look-at-page.ts';
import { useBrowser } from '../support/visit.ts';
import { PAGES, type SitePage } from './pages.ts';

const { lend } = useBrowser();
const titles = new Map<string, string[]>();

// Each page is opened once and looked at from wide to narrow, a few pages at a time.
describe.concurrent('elke pagina', () => {
  it.each(PAGES)('is goede HTML, toegankelijk, en past op elk scherm: $naam', (pagina) =>
    lend(async (page) => {
      const antwoord = await pagina.open(page);
      expect(antwoord.status()).toBe(pagina.status);
      expect(await findHtmlFaults(await antwoord.text())).toEqual([]);
      keepTitle(pagina, await page.title());
      await lookAtPage(page);
    }),
  );
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
