import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeFullCasus } from '../support/full-casus.ts';
import { sealStand, toCompleteAntwoorden, withStand } from '../support/site.ts';
import { BROWSERS, useBrowser, WAYS } from '../support/visit.ts';
import { submit } from './pages.ts';

const TOPX = toCompleteAntwoorden('veelpleger met schulden');
const HULPVRAAG = 'Wie neemt de regie op zorg en veiligheid?';

/** Presses a button that downloads, and reads the file. */
async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).first().click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

const choose = (page: Page, text: string) =>
  page
    .locator('#bestand')
    .setInputFiles({ name: 'x.casus.json', mimeType: 'application/json', buffer: Buffer.from(text) });

async function addEntry(page: Page, organisatie: string, gezien: string): Promise<void> {
  await page.locator('summary', { hasText: 'Voeg toe wat u zag' }).click();
  await page.fill('#logboek-functie', 'wijkcoach');
  await page.fill('#logboek-organisatie', organisatie);
  await page.fill('#logboek-gezien', gezien);
  await submit(page, 'Voeg toe wat u zag');
}

describe.each(WAYS)('%s, with script: %s', (browser, javaScriptEnabled) => {
  const { visit } = useBrowser(browser);

  it('a case goes from the advice to a file, to a partner and back, to a package, and is closed', async () => {
    const page = await visit({ javaScriptEnabled });
    await page.goto(withStand('/advies', TOPX));
    await page.getByText('Bewaar deze casus als bestand').click();
    await page.fill('#casuscode', 'RDM-2026-4711');
    const saved = await download(page, 'Bewaar als casusbestand');
    expect(saved.name).toMatch(/^casus-RDM-2026-4711-\d{4}-\d\d-\d\d\.casus\.json$/);

    // Two partners write in their own copy.
    const copies: string[] = [];
    for (const who of ['politie', 'gemeente']) {
      await page.goto('/casus');
      await choose(page, saved.text);
      await submit(page, 'Open het bestand');
      await page.getByText('Dit is uw bestand').waitFor();
      await addEntry(page, who, `Dit zag de ${who}.`);
      await page.getByText('Nog niet bewaard').waitFor();
      copies.push((await download(page, 'Download het bestand')).text);
    }
    await page.goto('/casus');
    await choose(page, copies[0] ?? '');
    await submit(page, 'Open het bestand');
    await choose(page, copies[1] ?? '');
    await page.locator('summary', { hasText: 'Voeg een ander bestand' }).click();
    await submit(page, 'Voeg samen');
    await page.getByText('Dit zag de politie.').waitFor();
    await page.getByText('Dit zag de gemeente.').waitFor();

    // The package begins with what the file has, and comes into the file.
    await page.getByRole('button', { name: /^Vul het formulier in voor/ }).click();
    await page.waitForLoadState();
    expect(await page.inputValue('#casuscode')).toBe('RDM-2026-4711');
    await page.fill('#hulpvraag', HULPVRAAG);
    await submit(page, 'Bekijk de tekst');
    await submit(page, 'Zet in de casus en ga terug');
    await page.getByText('Dit zag de politie.').waitFor();
    await submit(page, 'Sluit de casus af');
    await page.getByText('Deze casus is afgesloten').waitFor();
    const last = JSON.parse((await download(page, 'Download het bestand')).text);
    expect(last.status.waarde).toBe('afgesloten');
    expect(last.logboek).toHaveLength(2);
    expect(last.velden.hulpvraag[0].waarde).toBe(HULPVRAAG);

    // And the form of a table can be filled in again from it.
    await page.goto(withStand('/verwijzen/topx', TOPX));
    await choose(page, JSON.stringify(last));
    await submit(page, 'Open het bestand');
    expect(await page.inputValue('#hulpvraag')).toBe(HULPVRAAG);
  });

  it('what was typed stays with the back button, and comes back when the answers are too old', async () => {
    const page = await visit({ javaScriptEnabled });
    await page.goto(withStand('/verwijzen/topx', TOPX));
    await page.fill('#casuscode', 'RDM-2026-4711');
    await page.fill('#hulpvraag', HULPVRAAG);
    await submit(page, 'Bekijk de tekst');
    await page.goBack();
    expect(await page.inputValue('#casuscode')).toBe('RDM-2026-4711');
    expect(await page.inputValue('#hulpvraag')).toBe(HULPVRAAG);

    // A form that was open all night: its answers were sealed thirteen hours ago.
    const form = page.locator('form', { has: page.locator('#hulpvraag') });
    const action = (await form.getAttribute('action')) ?? '';
    await page.route('**/verwijzen/topx?**', (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/a=[^&]*/, `a=${sealStand(TOPX, 13)}`),
      }),
    );
    expect(action).toContain('/verwijzen/topx?a=');
    await submit(page, 'Bekijk de tekst');
    await page.getByRole('heading', { name: 'Uw tekst staat er nog' }).waitFor();
    expect(await page.inputValue('#hulpvraag')).toBe(HULPVRAAG);
    const { text } = await download(page, 'Bewaar als casusbestand');
    expect(JSON.parse(text).velden.hulpvraag[0].waarde).toBe(HULPVRAAG);
  });
});

describe.each(BROWSERS)('%s, a download', (browser) => {
  const { visit } = useBrowser(browser);
  const begin = async () => {
    const page = await visit();
    await page.goto('/casus');
    await page.fill('#casuscode', 'RDM-2026-4711');
    await submit(page, 'Begin');
    return page;
  };

  it('takes away what was wrong with its passphrase', async () => {
    const page = await begin();
    await page.locator('summary', { hasText: 'Zet een wachtwoord op' }).click();
    await page.fill('#wachtwoord', 'nachtegaal-zingt');
    await page.fill('#wachtwoord-herhaald', 'iets anders');
    await submit(page, 'Download het bestand');
    expect(await page.title()).toMatch(/^Fout: Casus/);
    expect(await page.locator('#fouten').isVisible()).toBe(true);
    expect(await page.locator('[aria-invalid]').count()).toBe(1);
    await page.fill('#wachtwoord', 'nachtegaal-zingt');
    await page.fill('#wachtwoord-herhaald', 'nachtegaal-zingt');
    expect((await download(page, 'Download het bestand')).name).toContain('-versleuteld');
    await page.getByText('U hebt het bestand gedownload').waitFor();
    expect(await page.title()).toMatch(/^Casus/);
    expect(await page.locator('#fouten').isVisible()).toBe(false);
    expect(await page.locator('.utrecht-form-field-error-message').count()).toBe(0);
    expect(await page.locator('[aria-invalid], .utrecht-form-field--invalid').count()).toBe(0);
  });

  it('leaves what is wrong with something else', async () => {
    const page = await begin();
    await page.locator('summary', { hasText: 'Voeg toe wat u zag' }).click();
    await page.fill('#logboek-gezien', 'half getypt');
    await submit(page, 'Voeg toe wat u zag');
    await download(page, 'Download het bestand');
    await page.waitForTimeout(200);
    expect(await page.title()).toMatch(/^Fout: Casus/);
    expect(await page.locator('#fouten').isVisible()).toBe(true);
    expect(await page.locator('#logboek-functie').getAttribute('aria-invalid')).toBe('true');
  });
});

describe.each(BROWSERS)('%s', (browser) => {
  // A mail link goes to the mail program, and nowhere else.
  const { visit } = useBrowser(browser, /^request to mailto:/);

  it('warns who leaves a form that was changed, and not who did nothing', async () => {
    const page = await visit();
    const dialogs: string[] = [];
    page.on('dialog', async (dialog) => {
      dialogs.push(dialog.type());
      await dialog.accept();
    });
    await page.goto(withStand('/verwijzen/topx', TOPX));
    await page.goto('/over');
    expect(dialogs).toEqual([]);
    await page.goto(withStand('/verwijzen/topx', TOPX));
    await page.locator('#hulpvraag').pressSequentially('Wie');
    await page.goto('/over');
    expect(dialogs).toEqual(['beforeunload']);
  });

  // Firefox asks which program to use for a mail link, which nobody can answer here.
  it.runIf(browser === 'chromium')(
    'a mail link, a day in a calendar or a download neither warns nor saves; the download of the case saves',
    async () => {
      const page = await visit();
      const dialogs: string[] = [];
      page.on('dialog', async (dialog) => {
        dialogs.push(dialog.type());
        await dialog.accept();
      });
      const begin = async () => {
        await page.goto('/casus');
        await choose(page, JSON.stringify(makeFullCasus(2)));
        await submit(page, 'Open het bestand');
        await page.locator('button[value^="gedaan-termijnen:"]').first().click();
        await page.getByText('Nog niet bewaard').waitFor();
      };
      await begin();
      await page.locator('summary', { hasText: 'Zet de data in uw agenda' }).click();
      await download(page, 'Zet alle data in uw agenda (.ics)');
      await page.locator('summary', { hasText: 'Schrijf aan de partners' }).click();
      await submit(page, 'Maak de tekst voor de partners');
      await page.locator('a[href^="mailto:"]').click();
      await download(page, 'Download als tekst');
      expect(dialogs).toEqual([]);
      await page.goto('/over');
      expect(dialogs).toEqual(['beforeunload']);

      await begin();
      await page.locator('.rdm-casus__naast').getByRole('button', { name: 'Download het bestand' }).focus();
      await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      await page.getByText('U hebt het bestand gedownload').waitFor();
      expect(await page.getByText('Nog niet bewaard').isVisible()).toBe(false);
      await page.goto('/over');
      expect(dialogs).toEqual(['beforeunload']);
    },
  );
});
