import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findOutOfView, findSmallTargets, findWcagFaults } from '../support/page-checks.ts';
import { BROWSERS, useBrowser } from '../support/visit.ts';
import { walkChange, walkReport, walkVersions } from './beheer-walks.ts';

/** Looks at a page as every page of the site is looked at. */
async function checkPage(page: Page): Promise<void> {
  const faults = [
    ...(await findWcagFaults(page)),
    ...(await findOutOfView(page)),
    ...(await findSmallTargets(page)),
  ];
  expect(faults, page.url()).toEqual([]);
}

describe.each(BROWSERS)('de recepten van docs/beheer.md in %s', (name) => {
  const { visit } = useBrowser(name);
  const look = name === 'chromium' ? checkPage : async () => {};
  it('nog juist, goedkeuren en terug', () => walkVersions(visit, look));
  it('een adres veranderen', () => walkChange(visit, look));
  it('een melding, van de bezoeker tot gesloten', () => walkReport(visit, look));
});
