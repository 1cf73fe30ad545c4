import type { Page } from 'playwright-core';
import { describe, inject, it } from 'vitest';
import { lookAtPage } from '../support/look-at-page.ts';
import { useBrowser } from '../support/visit.ts';
import { walkAdding } from './adding-walk.ts';
import {
  useBeheerSite,
  walkChange,
  walkClash,
  walkCriterium,
  walkReport,
  walkVersions,
} from './beheer-walks.ts';

/** The pages on the way that the tests of all pages do not look at, or without versions, reports and drafts on them. */
const LOOKED_AT = new Set([
  'goedkeuren',
  'terugzetten',
  'versies',
  'versie',
  'wijzigen',
  'botsingen',
  'leeg-formulier',
]);

/** Looks at such a page as every page of the site is looked at, and leaves it as it was. */
async function checkPage(page: Page, naam: string): Promise<void> {
  if (!LOOKED_AT.has(naam)) return;
  const size = page.viewportSize();
  await lookAtPage(page);
  await page.evaluate(() => document.documentElement.removeAttribute('style'));
  if (size) await page.setViewportSize(size);
}

const WALKS = [
  ['nog juist, goedkeuren en terug', walkVersions],
  ['een adres veranderen', walkChange],
  ['een criterium veranderen', walkCriterium],
  ['twee concepten die hetzelfde veranderen', walkClash],
  ['een woord en een tafel toevoegen', walkAdding],
  ['een melding, van de bezoeker tot gesloten', walkReport],
] as const;

describe('de recepten van docs/beheer.md in chromium', () => {
  const site = useBeheerSite(useBrowser('chromium').visit);
  it.each(WALKS)('%s', (_naam, walk) => walk(site, checkPage));
});

// What a second browser may do otherwise in /beheer is in `beheer.test.ts`; all that is written down, in the long form.
if (inject('share') === 'long')
  describe('de recepten van docs/beheer.md in firefox', () => {
    const site = useBeheerSite(useBrowser('firefox').visit);
    it.each(WALKS)('%s', (_naam, walk) => walk(site, async () => {}));
  });
