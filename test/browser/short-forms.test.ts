// Functions that run in the page speak of `document`.
/// <reference lib="dom" />

import { describe, expect, it } from 'vitest';
import { model } from '../support/real-content.ts';
import { withStand } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';

const { visit } = useBrowser();
const PHONE = { width: 375, height: 667 };
const STAND = { acuutGevaar: 'nee', gemeente: 'borne', rol: 'wijkcoach' };

/** Questions with so many options that cards would take screens. */
const LONG = model.vragen.filter(({ type, opties }) => type === 'keuze' && opties.length > 12);

describe('een vraag met veel korte antwoorden', () => {
  it('is er', () => expect(LONG.map(({ feit }) => feit)).toEqual(['gemeente', 'rol']));

  it.each(LONG)('past op een telefoon, van de vraag tot en met de knop: $feit', async ({ slug, opties }) => {
    const page = await visit({ viewport: PHONE });
    await page.goto(withStand(`/vragen/${slug}`, STAND));
    const { height, targets } = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return {
        height: (box('main form button')?.bottom ?? 0) - (box('main h1')?.top ?? 0),
        targets: [...document.querySelectorAll('.rdm-optie')].map((optie) => optie.clientHeight + 4),
      };
    });
    expect(height).toBeLessThanOrEqual(PHONE.height);
    expect(targets).toHaveLength(opties.length);
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
  });
});

it('de voet van een vraag is op een telefoon kort, en alle links zijn er te openen', async () => {
  const page = await visit({ viewport: PHONE });
  await page.goto('/vragen/acuut-gevaar');
  const footer = page.locator('footer');
  expect((await footer.boundingBox())?.height).toBeLessThanOrEqual(200);
  expect(await footer.getByRole('link').count()).toBe(0);
  await footer.locator('summary').click();
  for (const link of await footer.getByRole('link').all()) expect(await link.isVisible()).toBe(true);
  expect(await footer.getByRole('link').count()).toBeGreaterThan(8);
});
