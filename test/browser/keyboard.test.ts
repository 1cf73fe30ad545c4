import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from '../support/visit.ts';
import { readFeit, toValues } from '../support/walk.ts';

const { visit } = useBrowser();
/** More presses than the longest page has stops. */
const MAX_TAB = 120;

it('een reis met alleen Tab, pijltjes, spatie en Enter, van de startpagina tot het voorbeeld', async () => {
  const page = await visit();
  await page.goto('/');
  await tabTo(page, 'main a[href="/vragen"]');
  await pressEnter(page);

  const antwoorden = {
    acuutGevaar: 'nee',
    gemeente: 'rijssen-holten',
    rol: 'procesmanager',
    lokaalBesproken: 'ja',
    lokaalVastgelopen: 'ja',
    signalen: ['verward-gedrag', 'veiligheid'],
    verwardGedrag: 'ja',
    eerderStrafOfDwang: 'nee',
    gebiedsVeiligheid: 'ja',
    ketenaanpakNodig: 'ja',
    eerderBesproken: ['geen'],
  };
  for (let stap = 0; new URL(page.url()).pathname.startsWith('/vragen/'); stap += 1) {
    expect(stap, 'de vragen houden op').toBeLessThan(30);
    await answerByKeyboard(page, toValues(antwoorden, await readFeit(page)));
    await tabTo(page, 'form button[type="submit"]');
    await pressEnter(page);
  }
  await page.getByRole('heading', { level: 1, name: 'Advies: meld aan bij TopX' }).waitFor();

  await tabTo(page, '.rdm-doen a[href^="/verwijzen/topx?"]');
  await pressEnter(page);
  await tabTo(page, 'form button[type="submit"]');
  await pressEnter(page);
  // An empty form comes back; the focus is on the summary, whose first link leads to the field.
  await page.locator('#fouten:focus').waitFor();
  await tabTo(page, '#fouten a');
  await page.keyboard.press('Enter');
  await page.locator('#casuscode:focus').waitFor();
  await page.keyboard.type('TW-2026-042');
  await tabTo(page, 'form button[type="submit"]');
  await pressEnter(page);
  await page.getByRole('heading', { level: 1, name: /: lees de tekst na$/ }).waitFor();
  expect(await page.inputValue('#onderwerp')).toContain('TW-2026-042');
  await tabTo(page, 'main button[type="submit"]');
});

/** Presses Tab until what the selector names has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let times = 0; times < MAX_TAB; times += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wie) => document.activeElement?.matches(wie), selector)) return;
  }
  throw new Error(`Met Tab is niet te komen bij: ${selector}`);
}

/** Enter on a link or button that leads to another page. */
async function pressEnter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Ticks with space; among radio buttons, which are one stop, arrows lead to the right one and choose it. */
async function answerByKeyboard(page: Page, values: readonly string[]): Promise<void> {
  if ((await page.locator('.rdm-opties input[type="radio"]').count()) === 0) {
    for (const waarde of values) {
      await tabTo(page, `.rdm-opties input[value="${waarde}"]`);
      await page.keyboard.press('Space');
    }
  } else {
    await tabTo(page, '.rdm-opties input');
    await page.keyboard.press('Space');
    const chosen = () => page.locator('.rdm-opties input:checked').getAttribute('value');
    for (let times = 0; times < 30 && (await chosen()) !== values[0]; times += 1) {
      await page.keyboard.press('ArrowDown');
    }
  }
  const checked = await page
    .locator('.rdm-opties input:checked')
    .evaluateAll((velden) => velden.map((veld) => veld.getAttribute('value')));
  expect(checked).toEqual(values);
}
