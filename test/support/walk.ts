import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { expect } from 'vitest';
import type { Antwoord } from '../../src/domain/model/antwoorden.ts';

type Antwoorden = Readonly<Record<string, Antwoord>>;

/** The name of the fact that the question page asks for. */
export async function readFeit(page: Page): Promise<string> {
  return (await page.locator('.rdm-opties input').first().getAttribute('name')) ?? '';
}

/** The answer of a case to a question, as values to tick; "I do not know" where the case says nothing. */
export function toValues(antwoorden: Antwoorden, feit: string): readonly string[] {
  return [antwoorden[feit] ?? 'weetNiet'].flat();
}

/** Answers the question on the page by mouse: on the input itself, or on the card around it. */
export async function answerByMouse(
  page: Page,
  values: readonly string[],
  op: 'invoer' | 'kaart',
): Promise<void> {
  for (const waarde of values) {
    const input = page.locator(`.rdm-opties input[value="${waarde}"]`);
    if (op === 'invoer') await input.check();
    else await page.locator(`label[for="${await input.getAttribute('id')}"]`).click();
    expect(await input.isChecked()).toBe(true);
  }
  await page.getByRole('button', { name: 'Volgende', exact: true }).click();
}

/** Walks by mouse from the home page to the advice; returns the facts that were asked. */
export async function walkByMouse(page: Page, antwoorden: Antwoorden): Promise<string[]> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Start de vragen' }).first().click();
  return answerUntilAdvies(page, antwoorden);
}

/** Answers questions by mouse, by turns on input and card, from the question on the page to the advice. */
export async function answerUntilAdvies(page: Page, antwoorden: Antwoorden): Promise<string[]> {
  const asked: string[] = [];
  while (new URL(page.url()).pathname.startsWith('/vragen/')) {
    const feit = await readFeit(page);
    expect(asked, 'geen vraag twee keer').not.toContain(feit);
    asked.push(feit);
    const previous = page.url();
    await answerByMouse(page, toValues(antwoorden, feit), asked.length % 2 ? 'invoer' : 'kaart');
    await page.waitForURL((url) => url.href !== previous);
  }
  expect(new URL(page.url()).pathname).toBe('/advies');
  return asked;
}

/** Unfolds the form where the phone card stands above it. */
export async function openForm(page: Page): Promise<void> {
  const fold = page.locator('main details:has(form):not([open]) > summary');
  if ((await fold.count()) > 0) await fold.first().click();
}

/** Fills in every field of the referral that is in view and empty, except the casuscode, so that nothing is missing. */
export async function fillReferral(page: Page, hulpvraag: string): Promise<void> {
  // Below a phone card the form is folded.
  const fold = page.locator('main details:not([open]):has(#hulpvraag) > summary');
  if ((await fold.count()) > 0) await fold.click();
  await page.fill('#hulpvraag', hulpvraag);
  const velden = page.locator(
    'main form :is(input, textarea, select):not(#casuscode, [type="hidden"], [type="file"])',
  );
  for (const veld of await velden.all()) {
    if (!(await veld.isVisible()) || (await veld.inputValue()) !== '') continue;
    const soort = await veld.evaluate((element) => element.getAttribute('type') ?? element.localName);
    if (soort === 'select') await veld.selectOption({ index: 1 });
    else if (soort === 'date')
      await veld.fill(new Date(Date.now() + 90 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10));
    else await veld.fill(soort === 'textarea' ? 'Dit is drie keer overlegd, zonder resultaat.' : 'wijkteam');
  }
}

/** Presses the button that downloads the mail, and reads the file as a mail program does. */
export async function downloadMail(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /\.eml/ }).click(),
  ]);
  const mail = await PostalMime.parse(await readFile(await download.path()));
  const header = (naam: string) => mail.headers.find(({ key }) => key === naam)?.value;
  return {
    bestand: download.suggestedFilename(),
    aan: (mail.to ?? []).map(({ address }) => address),
    onderwerp: mail.subject ?? '',
    tekst: mail.text ?? '',
    isConcept: header('x-unsent') === '1',
  };
}
