import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { ROOT } from '../support/real-content.ts';
import { SCREENS, useBrowser } from '../support/visit.ts';
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
