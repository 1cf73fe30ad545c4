/// <reference lib="dom" />

import { connect, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startProcess, waitUntilReady } from '../support/server-process.ts';
import { site, toCompleteAntwoorden, withStand } from '../support/site.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { BROWSERS, useBrowser } from '../support/visit.ts';
import { submit } from './pages.ts';

const TOPX = toCompleteAntwoorden('veelpleger met schulden');
const FORM = withStand('/verwijzen/topx', TOPX);
const HULPVRAAG = 'Wie neemt de regie op zorg en veiligheid?';
const FIELDS =
  'main form :is(input, textarea, select):not([type="hidden"], [type="file"], [type="password"])';

/** What stands in the fields of a page, by name. */
const readFields = (page: Page): Promise<Record<string, string>> =>
  page
    .locator(FIELDS)
    .evaluateAll((fields) =>
      Object.fromEntries(
        (fields as (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]).map(({ name, value }) => [
          name,
          value,
        ]),
      ),
    );

/** Fills in the whole form, what is folded included; gives what then stands in it. All at once: a form has 76 fields. */
async function fillAll(page: Page): Promise<Record<string, string>> {
  await page.locator(FIELDS).evaluateAll((fields, hulpvraag) => {
    for (const field of fields as (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]) {
      if (field.name === 'casuscode') field.value = 'RDM-2026-4711';
      else if (field.name === 'hulpvraag') field.value = hulpvraag;
      else if (field instanceof HTMLSelectElement) field.selectedIndex = 1;
      else field.value = { date: '2026-11-02', email: 'wijkteam@gemeente.example' }[field.type] ?? '20';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, HULPVRAAG);
  const typed = await readFields(page);
  expect(Object.keys(typed).length).toBeGreaterThan(30);
  expect(Object.values(typed).filter((value) => value === '')).toEqual([]);
  return typed;
}

/** How much the server below does at a time. */
const CAPACITY = 10;

/** A server of its own that can be kept busy; gives its address, and what keeps it busy until it is called again. */
async function startSmall(): Promise<{ url: string; keepBusy: () => Promise<() => Promise<void>> }> {
  const server = await startProcess(site.root, {
    DATA_DIR: makeTempDir(),
    STAND_SECRETS: site.secret,
    MAX_IN_FLIGHT: String(CAPACITY),
  });
  onTestFinished(async () => {
    server.child.kill('SIGTERM');
    await server.ended;
  });
  await waitUntilReady(server);
  const waitFor = (status: number) =>
    vi.waitFor(async () => expect((await fetch(`${server.url}/over`)).status).toBe(status));
  return {
    url: server.url,
    keepBusy: async () => {
      const sockets: Socket[] = Array.from({ length: CAPACITY }, () => connect(server.port, '127.0.0.1'));
      for (const socket of sockets) {
        socket.on('error', () => {});
        socket.write(
          'POST /klopt-niet HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\nveld',
        );
      }
      await waitFor(503);
      return () => {
        for (const socket of sockets) socket.destroy();
        return waitFor(200);
      };
    },
  };
}

describe.each(BROWSERS)('%s', (browser) => {
  const { visit } = useBrowser(browser);

  it.each([true, false])(
    'Back and Forward keep every field of the form, with script: %s',
    async (javaScriptEnabled) => {
      const page = await visit({ javaScriptEnabled });
      // That there is something to lose is asked with a script; whoever goes on may.
      page.on('dialog', (dialog) => dialog.accept());
      await page.goto(withStand('/advies', TOPX));
      await page.goto(FORM);
      const typed = await fillAll(page);
      await page.goBack();
      await page.goForward();
      expect(await readFields(page)).toEqual(typed);
      await submit(page, 'Bekijk de tekst');
      await page.goBack();
      expect(await readFields(page)).toEqual(typed);
    },
  );

  it('Back keeps a report', async () => {
    const page = await visit();
    await page.goto('/klopt-niet?pagina=/over');
    await page.fill('#veld', 'het nummer');
    await page.fill('#watMoetHetZijn', 'Dat is nu een ander nummer.');
    await page.goto('/over');
    await page.goBack();
    expect(await readFields(page)).toMatchObject({
      veld: 'het nummer',
      watMoetHetZijn: 'Dat is nu een ander nummer.',
    });
  });

  it('what is too much stays: a text in the form, a file beside it', async () => {
    const page = await visit();
    await page.goto(FORM);
    await page.fill('#casuscode', 'RDM-2026-4711');
    const long = 'te veel '.repeat(260_000);
    await page.fill('#hulpvraag', long);
    expect((await submit(page, 'Bekijk de tekst')).status()).toBe(413);
    await page.getByText('Wat u typte, is niet weg.').waitFor();
    await page.goBack();
    const kept = await readFields(page);
    expect(kept.casuscode).toBe('RDM-2026-4711');
    expect(kept.hulpvraag === long, 'all of it').toBe(true);

    await page.goto('/casus');
    const buffer = Buffer.alloc(6_000_000, 'x');
    await page
      .locator('#bestand')
      .setInputFiles({ name: 'dossier.pdf', mimeType: 'application/pdf', buffer });
    expect((await submit(page, 'Open het bestand')).status()).toBe(400);
    await page.getByRole('link', { name: 'Een casusbestand is hoogstens 1 MB.' }).waitFor();
  });
});

describe.each(BROWSERS)('%s, at a server that is too busy', (browser) => {
  // It does not hand out the script of the page either.
  const { visit } = useBrowser(browser, /disallowed MIME type|nosniff/);

  it('the page says that the text is still there, and so it is: by going back, and by sending it again', async () => {
    const { url, keepBusy } = await startSmall();
    const page = await visit({ baseURL: url });
    await page.goto(FORM);
    const typed = await fillAll(page);
    // More than what goes out at once: the answer has to reach a browser that is still sending.
    await page.fill('#hulpvraag', `${HULPVRAAG} `.repeat(30_000));
    const refused = await keepBusy();
    expect((await submit(page, 'Bekijk de tekst')).status()).toBe(503);
    await page.getByText('Wat u typte, is niet weg.').waitFor();
    await refused();
    await page.goBack();
    expect((await readFields(page)).eerderGedaan).toBe(typed.eerderGedaan);

    await page.fill('#hulpvraag', HULPVRAAG);
    const again = await keepBusy();
    expect((await submit(page, 'Bekijk de tekst')).status()).toBe(503);
    await again();
    await page.reload();
    await page.getByRole('heading', { name: /lees de tekst na/ }).waitFor();
    expect(await page.locator('input[name="hulpvraag"]').first().inputValue()).toBe(HULPVRAAG);
  });
});
