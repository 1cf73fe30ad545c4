import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { ROOT } from '../support/real-content.ts';
import { SCHERMEN, useBrowser } from '../support/visit.ts';
import { PAGINAS } from './pages.ts';

const { visit } = useBrowser();
const map = join(ROOT, 'screenshots');
mkdirSync(map, { recursive: true });

describe.each(SCHERMEN)('schermafbeelding op $viewport.width pixels', ({ naam: scherm, viewport }) => {
  it.each(PAGINAS)('$naam', async ({ naam, open }) => {
    const page = await visit({ viewport });
    await open(page);
    await page.screenshot({ path: join(map, `${naam}-${scherm}.png`), fullPage: true });
  });
});
