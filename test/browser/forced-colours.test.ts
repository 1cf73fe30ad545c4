import { expect, it } from 'vitest';
import { toCompleteAntwoorden, withStand } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';

const { visit } = useBrowser();
const TOPX = toCompleteAntwoorden('veelpleger met schulden');

// Forced colours keep no background, and a drawing as it is.
it.each([
  withStand('/vragen/gebieds-veiligheid', TOPX),
  withStand('/vragen/eerder-besproken', TOPX),
  withStand('/verwijzen/topx', TOPX),
])(
  'met geforceerde kleuren toont de browser zelf wat gekozen is en waar een lijst opengaat: %s',
  async (path) => {
    const page = await visit({ forcedColors: 'active' });
    await page.goto(path);
    const drawn = await page
      .locator('input:is([type="radio"], [type="checkbox"]), select')
      .evaluateAll((controls) => controls.map((control) => getComputedStyle(control).appearance));
    expect(drawn.length).toBeGreaterThan(0);
    expect(new Set(drawn)).not.toContain('none');
  },
);

it('met geforceerde kleuren is de ladder te lezen, en waar u bent', async () => {
  const page = await visit({ forcedColors: 'active' });
  await page.goto(withStand('/advies', TOPX));
  const fills = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((parts) => [...new Set(parts.map((part) => getComputedStyle(part).fill))]);
  const system = (name: string) =>
    page.evaluate((colour) => {
      const probe = document.body.appendChild(document.createElement('span'));
      probe.style.color = colour;
      return getComputedStyle(probe).color;
    }, name);
  expect(await fills('.rdm-trap__wijzer')).toEqual([await system('CanvasText')]);
  expect(await fills('.rdm-trap__trede--hier rect')).toEqual([await system('Highlight')]);
  expect(await fills('.rdm-trap__trede--hier .rdm-trap__naam')).toEqual([await system('HighlightText')]);
  expect(await fills('.rdm-trap__trede:not(.rdm-trap__trede--hier) rect')).toEqual([await system('Canvas')]);
});
