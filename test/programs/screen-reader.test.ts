import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { writeCasus } from '../../src/domain/casus/write-casus.ts';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import {
  type AccessibleDesktop,
  type Spoken,
  startAccessibleDesktop,
} from '../support/accessible-desktop.ts';
import { launchChromium } from '../support/chromium.ts';
import { launchFirefox } from '../support/firefox.ts';
import { makeFullCasus } from '../support/full-casus.ts';
import { PATIENCE } from '../support/patience.ts';
import { content } from '../support/real-content.ts';
import { useSourceServer } from '../support/source-server.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { VERWIJS_CASES } from '../support/verwijzing-cases.ts';

const SECRET = 'een-geheim-voor-de-tests-van-minstens-32-tekens';
/** What can be worked, or leads through a page; a browser calls the head of what unfolds a button, or a toggle button. */
const KIND =
  /^(?:(?:push |toggle )?(button)|(radio) button|(check box|entry|password text|combo box|link|heading))$/;
/** Each browser says in its own language that no file was chosen. */
const NO_FILE = /(?: Browse…|:) No file (?:selected\.|chosen)$/;

const startServer = useSourceServer();

/** What is told of a page with this title, once it is there whole. */
function listen(desktop: AccessibleDesktop, title: string): Promise<Spoken[]> {
  return vi.waitFor(
    async () => {
      const spoken = await desktop.read(title);
      // The footer comes last.
      expect(spoken.map(({ name }) => name)).toContain('Toegankelijkheid');
      return spoken;
    },
    { ...PATIENCE, interval: 100 },
  );
}

/** What can be worked on a page, as kind and name. */
function listControls(spoken: readonly Spoken[]): string[] {
  return spoken.flatMap(({ role, name }) => {
    const kind = KIND.exec(role)?.slice(1).find(Boolean);
    // A space more or less is not heard.
    return kind
      ? [
          `${kind}: ${name
            .replaceAll(/\s+([,:])/g, '$1')
            .replaceAll(/\s+/g, ' ')
            .replace(NO_FILE, '')}`,
        ]
      : [];
  });
}

/** Opens the page of a case in a browser that opens a file. */
async function openCasus(page: Page, site: string): Promise<void> {
  const file = join(makeTempDir(), 'casus.casus.json');
  writeFileSync(file, writeCasus(makeFullCasus(3)));
  await page.goto(`${site}/casus`);
  await page.setInputFiles('#bestand', file);
  await page.getByRole('button', { name: 'Open het bestand' }).click();
}

it('Firefox and Chromium tell a screen reader the same of a question, the advice, the form and a case', async () => {
  const [topx] = VERWIJS_CASES;
  if (!topx) throw new Error('There is no case.');
  const { port } = await startServer({ STAND_SECRETS: SECRET });
  const site = `http://127.0.0.1:${port}`;
  const stand = createSealedStand({ secrets: () => [SECRET], vragen: content.vragen, now: () => new Date() });
  const query = `a=${stand.seal({ ...topx.basis, rol: topx.mag, eerderBesproken: ['geen'] })}`;
  const desktop = await startAccessibleDesktop();

  const told: Record<string, Spoken[]>[] = [];
  for (const launch of [launchFirefox, launchChromium]) {
    const browser = await launch(desktop);
    try {
      const page = await browser.newPage();
      const open = async (path: string, title: string) => {
        await page.goto(`${site}${path}`);
        return listen(desktop, title);
      };
      const question = await open('/vragen', 'Is iemand op dit moment in direct gevaar?');
      const advice = await open(`/advies?${query}`, 'Advies: meld aan bij TopX');
      const form = await open(`/verwijzen/topx?${query}`, 'Aanmelding voor TopX');
      await openCasus(page, site);
      told.push({ question, advice, form, casus: await listen(desktop, 'Casus TW-') });
    } finally {
      await browser.close();
    }
  }

  const [firefox = {}, chromium = {}] = told;
  for (const [name, spoken] of Object.entries(firefox)) {
    const controls = listControls(spoken);
    expect(listControls(chromium[name] ?? []), name).toEqual(controls);
    expect(controls.length, name).toBeGreaterThan(20);
    expect(
      controls.filter((control) => /: *$/.test(control)),
      `${name}: without a name`,
    ).toEqual([]);
    const buttons = controls.filter((control) => control.startsWith('button'));
    expect([...new Set(buttons)], `${name}: which of two`).toEqual(buttons);
  }
  for (const page of told) {
    const names = Object.values(page).flatMap((spoken) => spoken.map(({ name }) => name));
    expect(
      names.filter((name) => /[a-zé][.?!:]?[A-Z][a-z]/.test(name)),
      'words run together',
    ).toEqual([]);
    const find = (part: string, role: string, name: string) =>
      page[part]?.find((spoken) => spoken.role === role && spoken.name.startsWith(name));
    // The help of a question is heard at its first answer, and that of a field at the field.
    expect(find('question', 'radio button', 'Ja')?.description).toContain('Bel dan meteen 112.');
    expect(find('form', 'entry', 'Casuscode')?.description).toContain('Gebruik geen naam');
    expect(find('advice', 'heading', 'Wat u nu doet')).toBeDefined();
    expect(find('advice', 'link', 'Maak de e-mail voor TopX')).toBeDefined();
    expect(listControls(page.casus ?? [])).toEqual(
      expect.arrayContaining(['button: Gedaan: evaluatie', 'button: Haal weg overlast', 'heading: Logboek']),
    );
  }
});
