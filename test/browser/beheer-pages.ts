import type { Page, Response } from 'playwright-core';
import type { BeheerRol } from '../../src/domain/editing/people.ts';
import { beginDraftInBrowser, logInBrowser } from '../support/logged-in-browser.ts';
import type { SitePage } from './pages.ts';

const GUESSED = `/beheer/link/${'A'.repeat(43)}`;

/** Every page of `/beheer` that one meets to log in, and those about people, sessions and the log. */
export const BEHEER_PAGES: readonly SitePage[] = [
  { ...toPage('beheer-inloggen', 200, async () => '/beheer/inloggen'), pad: '/beheer/inloggen' },
  { ...toPage('beheer-link', 200, async () => GUESSED), pad: GUESSED },
  pressed('beheer-link-fout', 404, null, GUESSED, 'Log in'),
  loggedIn('beheer-start', '/beheer', 'beheerder'),
  loggedIn('beheer-sessies', '/beheer/sessies', 'beheerder'),
  loggedIn('beheer-mensen', '/beheer/mensen', 'beheerder'),
  loggedIn('beheer-logboek', '/beheer/logboek', 'beheerder'),
  loggedIn('beheer-mag-niet', '/beheer/mensen', 'redacteur', 403),
  { ...pressed('beheer-mensen-fout', 422, 'beheerder', '/beheer/mensen', 'Maak een link'), fout: true },
  pressed('beheer-uitnodiging', 200, 'beheerder', '/beheer/mensen', 'Maak een link', async (page) => {
    await page.fill('#email', `genodigd-${Date.now()}@gemeente.example`);
    await page.selectOption('#rol', 'redacteur');
  }),
  pressed('beheer-nogmaals', 403, 'beheerder', '/beheer/mensen', 'Maak een link', async (page) => {
    await page.fill('#email', 'naam@gemeente.example');
    await page
      .locator('main input[name="csrf"]')
      .first()
      .evaluate((field: HTMLInputElement) => {
        field.value = 'van-een-andere-sessie';
      });
  }),
  pressed('beheer-uitgelogd', 401, 'beheerder', '/beheer/mensen', 'Maak een link', async (page) => {
    await page.fill('#email', 'naam@gemeente.example');
    await page.context().clearCookies();
  }),
  loggedIn('beheer-inhoud', '/beheer/inhoud?zoek=topx', 'redacteur'),
  loggedIn('beheer-inhoud-lees', '/beheer/inhoud/regels/mobiel-p10-team', 'redacteur'),
  toPage('beheer-kies-concept', 200, async (page) => {
    await beginForm(page);
    return '/beheer/inhoud/regels/topx?kies=ja';
  }),
  toPage('beheer-inhoud-concept', 200, async (page) => (await beginForm(page)).replace(/\/regels\/.*$/, '')),
  toPage('beheer-onderdeel', 200, beginForm),
  toPage('beheer-nieuwe-tafel', 200, async (page) =>
    (await beginForm(page)).replace(/\/regels\/.*$/, '/nieuw/nieuwe-tafel'),
  ),
  {
    ...{ naam: 'beheer-onderdeel-fout', status: 422, fout: true },
    open: async (page) => {
      await page.goto(await beginForm(page));
      await page.locator('#criteria-0 > summary').click();
      await page.fill('#criteria-0-tekst', '');
      const [response] = await Promise.all([
        page.waitForResponse((answer) => answer.request().method() === 'POST'),
        page.waitForEvent('load'),
        page.getByRole('button', { name: 'Bewaar in het concept', exact: true }).click(),
      ]);
      return response;
    },
  },
];

/** Begins a draft; gives the path of the longest form in it. */
async function beginForm(page: Page): Promise<string> {
  return `${await beginDraftInBrowser(page)}/inhoud/regels/mobiel-p10-team`;
}

function toPage(naam: string, status: number, prepare: (page: Page) => Promise<string>): SitePage {
  return {
    ...{ naam, status, fout: false },
    open: async (page) => {
      const response = await page.goto(await prepare(page));
      if (!response) throw new Error(`Geen antwoord voor ${naam}`);
      return response;
    },
  };
}

function loggedIn(naam: string, pad: string, rol: BeheerRol, status = 200): SitePage {
  return toPage(naam, status, async (page) => {
    await logInBrowser(page, rol);
    return pad;
  });
}

function pressed(
  naam: string,
  status: number,
  rol: BeheerRol | null,
  pad: string,
  button: string,
  fillIn: (page: Page) => Promise<void> = async () => {},
): SitePage {
  return {
    ...{ naam, status, fout: false },
    open: async (page): Promise<Response> => {
      if (rol) await logInBrowser(page, rol);
      await page.goto(pad);
      await fillIn(page);
      const [response] = await Promise.all([
        page.waitForResponse((answer) => answer.request().method() === 'POST'),
        page.waitForEvent('load'),
        page.getByRole('button', { name: button, exact: true }).click(),
      ]);
      return response;
    },
  };
}
