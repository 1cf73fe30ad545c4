/// <reference lib="dom" />

import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { makeFullCasus } from '../support/full-casus.ts';
import { BROWSERS, useBrowser, WAYS } from '../support/visit.ts';
import { submit } from './pages.ts';

const CASUS = makeFullCasus(2);

async function openCase(page: Page): Promise<void> {
  await page.goto('/casus');
  await page.locator('#bestand').setInputFiles({
    name: 'x.casus.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(CASUS)),
  });
  await submit(page, 'Open het bestand');
}

/** Presses Enter in a field, and waits for the page that comes. */
async function pressEnter(page: Page, field: string): Promise<void> {
  const posted = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await Promise.all([posted, page.waitForEvent('load'), page.press(field, 'Enter')]);
}

/** The case as the page carries it. */
const readCasus = async (page: Page): Promise<typeof CASUS> =>
  JSON.parse(await page.locator('#casus input[name="casus"]').inputValue());
const unfold = (page: Page, text: string) => page.locator('summary', { hasText: text }).first().click();

describe.each(WAYS)('%s, with script: %s', (browser, javaScriptEnabled) => {
  const { visit } = useBrowser(browser);

  it('Enter in a field of a list adds to that list', async () => {
    const page = await visit({ javaScriptEnabled });
    await openCase(page);
    await unfold(page, 'Voeg een factor toe');
    await page.selectOption('#checklist-soort', 'risico');
    await page.fill('#checklist-naam', 'slapen');
    await pressEnter(page, '#checklist-naam');
    await page.getByText('Toegevoegd aan de checklist.').waitFor();
    await unfold(page, 'Voeg een eigen datum toe');
    await page.fill('#termijnen-datum', '2099-12-04');
    await page.fill('#termijnen-wat', 'evaluatie');
    await pressEnter(page, '#termijnen-wat');
    const { checklist, termijnen, status } = await readCasus(page);
    expect(checklist.map(({ naam }) => naam)).toContain('slapen');
    expect(termijnen.length + checklist.length).toBeGreaterThanOrEqual(4);
    expect(status.waarde).toBe('open');
  });

  it('Enter in a passphrase downloads the case, or joins the file', async () => {
    const page = await visit({ javaScriptEnabled });
    await openCase(page);
    await unfold(page, 'Zet een wachtwoord op het bestand');
    await page.fill('#wachtwoord', 'nachtegaal-zingt');
    await page.fill('#wachtwoord-herhaald', 'nachtegaal-zingt');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.press('#wachtwoord-herhaald', 'Enter'),
    ]);
    expect(file.suggestedFilename()).toContain('-versleuteld.casus.json');
    await unfold(page, 'Voeg een ander bestand');
    await unfold(page, 'Heeft het bestand een wachtwoord?');
    await page.locator('#bestand').setInputFiles(await file.path());
    await page.fill('#wachtwoord-van-bestand', 'nachtegaal-zingt');
    await pressEnter(page, '#wachtwoord-van-bestand');
    await page.getByText('In dat bestand staat niets nieuws.').waitFor();
  });

  it('a double click on a button does it once', async () => {
    const page = await visit({ javaScriptEnabled });
    await openCase(page);
    await unfold(page, 'Voeg een afspraak toe');
    await page.fill('#plan-doetWat', 'belt de huisarts');
    await page.getByRole('button', { name: 'Voeg een afspraak toe', exact: true }).dblclick();
    await page.getByText('Toegevoegd aan het plan van aanpak.').waitFor();
    const { plan } = await readCasus(page);
    expect(plan.filter(({ doetWat }) => doetWat === 'belt de huisarts')).toHaveLength(1);
  });
});

describe.each(BROWSERS)('%s', (browser) => {
  const { visit } = useBrowser(browser);

  it('Enter presses the button beside the field, whatever was typed elsewhere', async () => {
    const page = await visit();
    await openCase(page);
    await unfold(page, 'Voeg toe wat u zag');
    await page.fill('#logboek-gezien', 'half getypt');
    await unfold(page, 'Voeg een afspraak toe');
    await page.fill('#plan-doetWat', 'belt de huisarts');
    await pressEnter(page, '#plan-doetWat');
    await page.getByText('Toegevoegd aan het plan van aanpak.').waitFor();
    expect(await page.inputValue('#logboek-gezien')).toBe('half getypt');
    expect(await page.locator('#logboek-gezien').isVisible()).toBe(true);
    await unfold(page, 'Schrijf aan de partners');
    await pressEnter(page, '#sinds');
    await page.getByRole('heading', { name: 'Wat is er nieuw in casus' }).waitFor();
  });

  it('Back leads to a page that the browser does not keep; sending it again gives the case, and Forward the text', async () => {
    const page = await visit();
    page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
    await page.goto('/casus');
    await page.fill('#casuscode', 'RDM-2026-4711');
    await submit(page, 'Begin');
    await unfold(page, 'Voeg toe wat u zag');
    await page.fill('#logboek-gezien', 'half getypt');
    await submit(page, 'Begin met de vragen');
    const isRefused = () => vi.waitFor(() => expect(page.url()).toMatch(/^(?:chrome-error|about:neterror)/));
    await page.goBack().catch(() => {});
    await isRefused();
    await page.reload();
    expect((await readCasus(page)).casuscode).toBe('RDM-2026-4711');
    await page.goForward().catch(() => {});
    await isRefused();
    await page.reload();
    await page.getByRole('button', { name: /terug naar de casus$/ }).click();
    await page.waitForLoadState();
    expect(await page.inputValue('#logboek-gezien')).toBe('half getypt');
  });

  it('two tabs of one case are two copies, and joining them loses nothing', async () => {
    const first = await visit();
    await openCase(first);
    const second = await first.context().newPage();
    await openCase(second);
    const files = await Promise.all(
      [first, second].map(async (page, index) => {
        await unfold(page, 'Voeg een afspraak toe');
        await page.fill('#plan-doetWat', `afspraak van tab ${index}`);
        await submit(page, 'Voeg een afspraak toe');
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Download het bestand', exact: true }).first().click(),
        ]);
        return file.path();
      }),
    );
    await unfold(first, 'Voeg een ander bestand');
    await first.locator('#bestand').setInputFiles(files[1] ?? '');
    await submit(first, 'Voeg samen');
    const { plan } = await readCasus(first);
    for (const index of [0, 1])
      expect(plan.map(({ doetWat }) => doetWat)).toContain(`afspraak van tab ${index}`);
  });
});
