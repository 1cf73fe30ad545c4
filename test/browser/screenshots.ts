import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { ROOT } from '../support/real-content.ts';
import { SCREENS, useBrowser } from '../support/visit.ts';
import { useBeheerSite, walkChange, walkCriterium, walkReport, walkVersions } from './beheer-walks.ts';
import { PAGES } from './pages.ts';

const { visit } = useBrowser();
const folder = join(ROOT, 'screenshots');
mkdirSync(folder, { recursive: true });

describe.each(SCREENS)('schermafbeelding op $viewport.width pixels', ({ naam: screen, viewport }) => {
  it.each(PAGES)('$naam', async ({ naam, open }) => {
    const page = await visit({ viewport });
    await open(page);
    await page.screenshot({ path: join(folder, `${naam}-${screen}.png`), fullPage: true });
  });
});

/** The pictures of docs/beheer.md: what a screen of this size shows from its heading on, in pixels. */
const PICTURE = { width: 1000, height: 680 };
const SHOWN = { width: 1000, height: 400 };
/** The pages that have one, with the heading or the part it begins at. */
const PICTURED: ReadonlyMap<string, string> = new Map([
  ...['wijzigen', 'goedkeuren', 'terugzetten', 'melding'].map((naam) => [naam, 'h1'] as const),
  // One of its addresses, below what one searches with.
  ['adresboek', '#contacten-zvh-e-mail'],
  ['criterium', 'h2:text("Wat dit doet met het advies")'],
]);

describe('de plaatjes van docs/beheer.md', () => {
  const site = useBeheerSite(visit);
  const snap = async (page: Page, naam: string): Promise<void> => {
    const heading = PICTURED.get(naam);
    if (heading === undefined) return;
    await page.setViewportSize(PICTURE);
    // A page that one comes back to is where one left it.
    await page.evaluate(() => globalThis.scrollTo(0, 0));
    const kop = await page.locator(heading).boundingBox();
    const clip = { ...SHOWN, x: 0, y: Math.max(0, (kop?.y ?? 0) - 16) };
    await page.screenshot({ path: join(ROOT, 'docs/images', `beheer-${naam}.png`), clip, fullPage: true });
  };
  it('nog juist, goedkeuren en terug', () => walkVersions(site, snap));
  it('een adres veranderen', () => walkChange(site, snap));
  it('een criterium veranderen', () => walkCriterium(site, snap));
  it('een melding', () => walkReport(site, snap));
});
