import { describe, expect, it } from 'vitest';
import { withStand } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';
import { PAGES } from './pages.ts';

const { visit, lend } = useBrowser();

describe.each([
  { manner: 'met JavaScript', javaScriptEnabled: true },
  { manner: 'zonder JavaScript', javaScriptEnabled: false },
])('na een fout, $manner', ({ javaScriptEnabled }) => {
  it.each(PAGES.filter(({ fout }) => fout))(
    'staat de focus op de samenvatting, die naar het veld leidt: $naam',
    ({ open }) =>
      lend(
        async (page) => {
          await open(page);
          expect(await page.title()).toMatch(/^Fout: /);
          await page.locator('#fouten:focus').waitFor();
          for (const link of await page.locator('#fouten a').all()) {
            const target = (await link.getAttribute('href')) ?? '';
            await link.click();
            await page.locator(`${target}:focus`).waitFor();
          }
        },
        { javaScriptEnabled },
      ),
  );
});

describe('de sprong naar de inhoud', () => {
  it.each(['/', '/vragen/acuut-gevaar', '/overlegtafels/topx'])(
    'is het eerste bij Tab, wordt dan zichtbaar en werkt: %s',
    async (path) => {
      const page = await visit();
      await page.goto(path);
      await page.keyboard.press('Tab');
      const sprong = page.locator('a.utrecht-skip-link:focus');
      await sprong.waitFor();
      const box = await sprong.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.height).toBeGreaterThanOrEqual(24);
      await page.keyboard.press('Enter');
      await page.locator('main:focus').waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    },
  );
});

describe('met het toetsenbord', () => {
  it.each([
    { pagina: 'de startpagina', pad: '/' },
    { pagina: 'een vraag', pad: '/vragen/acuut-gevaar' },
    {
      pagina: 'een meerkeuzevraag',
      pad: withStand('/vragen/signalen', {
        acuutGevaar: 'nee',
        gemeente: 'borne',
        rol: 'om',
        lokaalBesproken: 'nee',
      }),
    },
    { pagina: 'een overlegtafel', pad: '/overlegtafels/topx' },
  ])('is op elke plek te zien waar u bent: $pagina', async ({ pad }) => {
    const page = await visit();
    await page.goto(pad);
    const spans: { wat: string; visible: boolean; inView: boolean }[] = [];
    for (let stap = 0; stap < 80; stap += 1) {
      await page.keyboard.press('Tab');
      const span = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        // The card around an option shows the focus of the option in it.
        const dragers = [
          element,
          element.closest('.rdm-optie'),
          element.nextElementSibling,
          element.parentElement,
        ];
        const visible = dragers.some((drager) => {
          if (!drager) return false;
          return [null, '::before', '::after'].some((deel) => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(drager, deel);
            return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
          });
        });
        const { top, bottom } = element.getBoundingClientRect();
        return { wat: element.outerHTML.slice(0, 80), visible, inView: top < innerHeight && bottom > 0 };
      });
      if (!span) break;
      spans.push(span);
    }
    expect(spans.length).toBeGreaterThan(5);
    expect(spans.filter(({ visible, inView }) => !visible || !inView)).toEqual([]);
  });
});
