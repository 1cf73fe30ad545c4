import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { ROOT } from '../support/real-content.ts';
import { SCREENS, useBrowser } from '../support/visit.ts';
import { walkChange, walkReport, walkVersions } from './beheer-walks.ts';
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
const PICTURED: readonly string[] = ['wijzigen', 'adresboek', 'goedkeuren', 'terugzetten', 'melding'];

describe('de plaatjes van docs/beheer.md', () => {
  const snap = async (page: Page, naam: string): Promise<void> => {
    if (!PICTURED.includes(naam)) return;
    await page.setViewportSize(PICTURE);
    const kop = await page.locator('h1').boundingBox();
    const clip = { ...SHOWN, x: 0, y: Math.max(0, (kop?.y ?? 0) - 16) };
    await page.screenshot({ path: join(ROOT, 'docs/images', `beheer-${naam}.png`), clip, fullPage: true });
  };
  it('nog juist, goedkeuren en terug', () => walkVersions(visit, snap));
  it('een adres veranderen', () => walkChange(visit, snap));
  it('een melding', () => walkReport(visit, snap));
});
