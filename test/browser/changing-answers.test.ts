import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { toCompleteAntwoorden, withStand } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';
import { answerByMouse, answerUntilAdvies, readFeit } from '../support/walk.ts';

const { visit } = useBrowser();
const TOPX = toCompleteAntwoorden('veelpleger met schulden');
const heading = (page: Page) => page.locator('h1').textContent();

describe('terug en anders', () => {
  it('met de knop Terug staat het antwoord er nog, en een ander antwoord gaat een andere kant op', async () => {
    const page = await visit();
    await page.goto('/vragen/acuut-gevaar');
    await answerByMouse(page, ['nee'], 'invoer');
    await answerByMouse(page, ['borne'], 'kaart');
    await page.waitForURL(/\/vragen\/rol\?/);
    await page.goBack();
    await page.goBack();
    expect(await readFeit(page)).toBe('acuutGevaar');
    expect(await page.locator('input[value="nee"]').isChecked()).toBe(true);
    await answerByMouse(page, ['ja'], 'kaart');
    await page.waitForURL(/\/advies\?/);
    expect(await heading(page)).toBe('Bel nu');
  });

  it('met "Vorige vraag" staat het antwoord er nog', async () => {
    const page = await visit();
    await page.goto(withStand('/vragen/rol', { acuutGevaar: 'nee', gemeente: 'borne' }));
    await page.getByRole('link', { name: 'Vorige vraag' }).click();
    expect(await page.locator('input[value="borne"]').isChecked()).toBe(true);
  });

  it('wijzigen vanuit het advies houdt de andere antwoorden, en zegt wat er veranderde', async () => {
    const page = await visit();
    await page.goto(withStand('/advies', TOPX));
    expect(await heading(page)).toBe('Advies: meld aan bij TopX');
    await page.getByRole('link', { name: /^Wijzig .*meer dan één leefgebied/ }).click();
    expect(await page.locator('input[value="ja"]').isChecked()).toBe(true);
    await answerByMouse(page, ['nee'], 'kaart');
    await page.waitForURL(/\/advies\?|\/vragen\/(?!meerdere)/);
    await answerUntilAdvies(page, { ...TOPX, gebiedsVeiligheid: 'nee' });
    expect(await heading(page)).not.toContain('TopX');
    expect(await page.locator('section[aria-labelledby="gewijzigd"]').textContent()).toContain(
      'TopX past niet meer.',
    );
    const antwoorden = page.locator('section[aria-labelledby="antwoorden"]');
    expect(await antwoorden.textContent()).toContain('Almelo');
  });

  it('na het advies brengt de knop Terug bij de laatste vraag', async () => {
    const page = await visit();
    await page.goto(
      withStand('/vragen/lokaal-besproken', { acuutGevaar: 'nee', gemeente: 'borne', rol: 'om' }),
    );
    await answerUntilAdvies(page, { lokaalBesproken: 'nee', signalen: ['geen-van-deze'] });
    await page.goBack();
    expect(await readFeit(page)).toBe('signalen');
    expect(await page.locator('input:checked').count()).toBe(1);
  });
});

describe('twee tabbladen', () => {
  it('met elk een eigen casus lopen niet door elkaar', async () => {
    const een = await visit();
    const two = await een.context().newPage();
    for (const page of [een, two]) await page.goto('/vragen/acuut-gevaar');
    for (const [page, gemeente] of [
      [een, 'almelo'],
      [two, 'hengelo'],
    ] as const) {
      await answerByMouse(page, ['nee'], 'invoer');
      await answerByMouse(page, [gemeente], 'kaart');
    }
    const rest = { rol: 'politie', lokaalBesproken: 'nee', signalen: ['geen-van-deze'] };
    for (const page of [een, two]) {
      await page.waitForURL(/\/vragen\/rol/);
      await answerUntilAdvies(page, rest);
    }
    expect(await een.locator('main').textContent()).toContain('Almelo');
    expect(await een.locator('main').textContent()).not.toContain('Hengelo');
    expect(await two.locator('main').textContent()).toContain('Hengelo');
  });
});

describe('toch nagaan', () => {
  it('stelt de vragen van een tafel die niet was nagegaan, en keert terug naar het advies', async () => {
    const page = await visit();
    await page.goto(withStand('/advies', toCompleteAntwoorden('geen van de signalen')));
    await page.locator('details', { hasText: 'TopX' }).locator('summary').first().click();
    await page.getByRole('link', { name: /^Toch nagaan TopX/ }).click();
    expect(await readFeit(page)).toBe('gebiedsVeiligheid');
    const asked = await answerUntilAdvies(page, {
      gebiedsVeiligheid: 'ja',
      ketenaanpakNodig: 'ja',
      eerderBesproken: ['geen'],
    });
    expect(asked).toContain('ketenaanpakNodig');
    expect(asked).not.toContain('rol');
  });
});
