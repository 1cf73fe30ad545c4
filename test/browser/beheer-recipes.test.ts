import type { Page } from 'playwright-core';
import { describe, inject, it } from 'vitest';
import { lookAtPage } from '../support/look-at-page.ts';
import { useBrowser } from '../support/visit.ts';
import { walkChange, walkClash, walkCriterium, walkReport, walkVersions } from './beheer-walks.ts';

/** Looks at a page as every page of the site is looked at, and leaves it as it was. */
async function checkPage(page: Page): Promise<void> {
  const size = page.viewportSize();
  await lookAtPage(page);
  await page.evaluate(() => document.documentElement.removeAttribute('style'));
  if (size) await page.setViewportSize(size);
}

const WALKS = [
  ['nog juist, goedkeuren en terug', walkVersions],
  ['een melding, van de bezoeker tot gesloten', walkReport],
  ['een adres veranderen', walkChange],
  ['een criterium veranderen', walkCriterium],
  ['twee concepten die hetzelfde veranderen', walkClash],
] as const;

describe('de recepten van docs/beheer.md in chromium', () => {
  const { visit } = useBrowser('chromium');
  it.each(WALKS)('%s', (_naam, walk) => walk(visit, checkPage));
});

// What a second browser may do otherwise in /beheer is in `beheer.test.ts`; all that is written down, in the long form.
if (inject('share') === 'long')
  describe('de recepten van docs/beheer.md in firefox', () => {
    const { visit } = useBrowser('firefox');
    it.each(WALKS)('%s', (_naam, walk) => walk(visit, async () => {}));
  });
