import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { lookAtPage } from '../support/look-at-page.ts';
import { BROWSERS, useBrowser } from '../support/visit.ts';
import { walkChange, walkClash, walkCriterium, walkReport, walkVersions } from './beheer-walks.ts';

/** Looks at a page as every page of the site is looked at, and leaves it as it was. */
async function checkPage(page: Page): Promise<void> {
  const size = page.viewportSize();
  await lookAtPage(page);
  await page.evaluate(() => document.documentElement.removeAttribute('style'));
  if (size) await page.setViewportSize(size);
}

describe.each(BROWSERS)('de recepten van docs/beheer.md in %s', (name) => {
  const { visit } = useBrowser(name);
  const look = name === 'chromium' ? checkPage : async () => {};
  it('nog juist, goedkeuren en terug', () => walkVersions(visit, look));
  it('een adres veranderen', () => walkChange(visit, look));
  it('een criterium veranderen', () => walkCriterium(visit, look));
  it('twee concepten die hetzelfde veranderen', () => walkClash(visit, look));
  it('een melding, van de bezoeker tot gesloten', () => walkReport(visit, look));
});
