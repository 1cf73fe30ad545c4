import { expect, it } from 'vitest';
import { findWcagFaults } from '../support/page-checks.ts';
import { useBrowser } from '../support/visit.ts';

const { visit } = useBrowser();

it('suggesties zijn met het toetsenbord te kiezen, en Enter gaat naar de pagina', async () => {
  const page = await visit();
  await page.goto('/zoeken');
  const veld = page.getByRole('combobox', { name: 'Wat zoekt u?' });
  await veld.pressSequentially('hengelo');
  const list = page.getByRole('listbox', { name: 'Suggesties' });
  await list.waitFor();
  expect(await veld.getAttribute('aria-expanded')).toBe('true');
  expect(await findWcagFaults(page)).toEqual([]);
  // Of the text fields only this type may be a combobox (ARIA in HTML); axe lets the others pass.
  expect(await veld.getAttribute('type')).toBe('text');
  await page.keyboard.press('ArrowDown');
  const chosen = list.getByRole('option', { selected: true });
  expect(await chosen.getAttribute('id')).toBe(await veld.getAttribute('aria-activedescendant'));
  expect(await chosen.textContent()).toContain('Gemeente Hengelo');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/gemeenten/hengelo');
});

it('de pijl omhoog gaat naar de laatste, en na de laatste komt de eerste', async () => {
  const page = await visit();
  await page.goto('/zoeken');
  const veld = page.getByRole('combobox');
  await veld.fill('mediant');
  const opties = page.getByRole('option');
  await opties.first().waitFor();
  await page.keyboard.press('ArrowUp');
  expect(await opties.last().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowDown');
  expect(await opties.first().getAttribute('aria-selected')).toBe('true');
});

it('Escape sluit de lijst en laat staan wat er getypt is; Enter zoekt dan gewoon', async () => {
  const page = await visit();
  await page.goto('/zoeken');
  const veld = page.getByRole('combobox');
  await veld.fill('wachtlijst');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  expect(await veld.inputValue()).toBe('wachtlijst');
  expect(await veld.getAttribute('aria-expanded')).toBe('false');
  expect(await veld.getAttribute('aria-activedescendant')).toBeNull();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/zoeken?q=wachtlijst');
});

it('een klik kiest een suggestie, en het zoeken zelf wacht nergens op', async () => {
  const page = await visit();
  await page.route('**/api/v1/zoeken**', async (route) => {
    if (route.request().url().includes('topx')) await route.continue();
    // Never answered: the page must not need it.
  });
  await page.goto('/zoeken');
  await page.getByRole('combobox').fill('crisisdienst');
  await page.getByRole('button', { name: 'Zoek', exact: true }).click();
  await page.waitForURL('**/zoeken?q=crisisdienst');
  await page.getByRole('combobox').fill('topx');
  await page.getByRole('option').first().click();
  await page.waitForURL('**/overlegtafels/topx');
});
