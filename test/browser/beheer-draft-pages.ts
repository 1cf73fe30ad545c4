import type { Page, Response } from 'playwright-core';
import { beginDraftInBrowser, logInBrowser } from '../support/logged-in-browser.ts';
import { toCompleteAntwoorden, withStand } from '../support/site.ts';
import type { SitePage } from './pages.ts';

const RULES = '/inhoud/regels/triage-transfertafel';

/** The pages of `/beheer` around drafts: what they change and do, versions, kept cases, reports and answers of tables. */
export const BEHEER_DRAFT_PAGES: readonly SitePage[] = [
  opened('beheer-concepten', async (page) => {
    await beginDraftInBrowser(page);
    return '/beheer/concepten';
  }),
  opened('beheer-concept-leeg', async (page) => {
    const path = await beginDraftInBrowser(page);
    await page.goto(path);
    await page.locator('details:has(#titel) > summary').click();
    await page.fill('#titel', 'Nog niets gewijzigd');
    await press(page, 'Verander de titel');
    return path;
  }),
  opened('beheer-concept', changeDraft),
  {
    ...pressed('beheer-concept-fout', beginDraftInBrowser, 'Verander de titel', async (page) => {
      await page.locator('details:has(#titel) > summary').click();
      await page.fill('#titel', '');
    }),
    fout: true,
  },
  opened('beheer-voorbeeld', openExample),
  {
    ...pressed('beheer-voorbeeld-fout', openExample, 'Bewaar de casus', (page) =>
      page.locator('summary:has-text("Bewaar dit voorbeeld")').click(),
    ),
    fout: true,
  },
  opened('beheer-paginas', async (page) => `${await changeDraft(page)}/paginas`),
  opened('beheer-pagina', async (page) => {
    await page.goto(`${await changeDraft(page)}/paginas`);
    return (await page.locator('main a[href*="/pagina?pad="]').first().getAttribute('href')) ?? '';
  }),
  opened('beheer-versies', asUitgever('/beheer/versies')),
  opened('beheer-versie', asUitgever('/beheer/versies/0')),
  opened('beheer-vaste-casussen', async (page) => {
    await logInBrowser(page, 'uitgever');
    await page.goto('/beheer/vaste-casussen');
    await page.fill('#naam', 'Veelpleger met schulden, de gemeente weigert');
    await page.fill('#adres', withStand('/advies', toCompleteAntwoorden('veelpleger met schulden')));
    await press(page, 'Bewaar de casus');
    return '/beheer/vaste-casussen';
  }),
  {
    ...pressed('beheer-vaste-casussen-fout', asUitgever('/beheer/vaste-casussen'), 'Bewaar de casus'),
    fout: true,
  },
  opened('beheer-meldingen', async (page) => {
    await report(page);
    return '/beheer/meldingen';
  }),
  opened('beheer-melding', openReport),
  opened('beheer-te-controleren', asUitgever('/beheer/te-controleren')),
  opened('beheer-adresboek', asUitgever('/beheer/adresboek')),
  opened('beheer-antwoorden', asUitgever('/beheer/tafelantwoorden')),
  opened('beheer-antwoorden-link', asUitgever('/beheer/tafelantwoorden'), async (page) => {
    await page.selectOption('#tafel', 'topx');
    await page.getByRole('button', { name: 'Maak een link', exact: true }).click();
    await page.waitForURL(/tafel=topx/);
  }),
  {
    ...pressed('beheer-antwoorden-fout', asUitgever('/beheer/tafelantwoorden'), 'Maak een link'),
    fout: true,
  },
];

function asUitgever(pad: string): (page: Page) => Promise<string> {
  return async (page) => {
    await logInBrowser(page, 'uitgever');
    return pad;
  };
}

/** Begins a draft that changes a criterium, and with that the advice and the page of its table; gives its path. */
async function changeDraft(page: Page): Promise<string> {
  const path = await beginDraftInBrowser(page);
  await page.goto(`${path}${RULES}`);
  await page.locator('#criteria-0 > summary').click();
  await page
    .locator('#criteria-0')
    .getByRole('group', { name: 'Antwoorden' })
    .getByLabel('Advies van andere professionals')
    .uncheck();
  await page.fill(
    '#criteria-0-tekst',
    'Er wordt gezocht naar een passende plek voor zorg, of naar snellere zorg.',
  );
  await press(page, 'Bewaar in het concept');
  return path;
}

async function openExample(page: Page): Promise<string> {
  await page.goto(await changeDraft(page));
  return (await page.locator('main a[href*="/voorbeeld?effect="]').first().getAttribute('href')) ?? '';
}

/** Reports as a visitor does, so that there is something to read. */
async function report(page: Page): Promise<void> {
  await page.goto('/klopt-niet?pagina=/overlegtafels/topx');
  await page.fill('#veld', 'Het e-mailadres');
  await page.fill('#watMoetHetZijn', 'Dat is veranderd.');
  await page.fill('#email', 'melder@organisatie.example');
  await press(page, 'Verstuur de melding');
  await logInBrowser(page, 'uitgever');
}

async function openReport(page: Page): Promise<string> {
  await report(page);
  await page.goto('/beheer/meldingen');
  return (await page.locator('main a[href^="/beheer/meldingen/"]').first().getAttribute('href')) ?? '';
}

/** Presses what posts a form, and waits for the page that comes of it. */
async function press(page: Page, button: string): Promise<Response> {
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return response;
}

/** The page at the path that `prepare` gives, after what `further` does there. */
function opened(
  naam: string,
  prepare: (page: Page) => Promise<string>,
  further?: (page: Page) => Promise<void>,
): SitePage {
  return {
    ...{ naam, status: 200, fout: false },
    open: async (page) => {
      const path = await prepare(page);
      const response = await page.goto(path);
      await further?.(page);
      const last = further ? await page.goto(page.url()) : response;
      if (!last) throw new Error(`Geen antwoord voor ${naam}`);
      return last;
    },
  };
}

/** The page that refuses a form. */
function pressed(
  naam: string,
  prepare: (page: Page) => Promise<string>,
  button: string,
  fillIn: (page: Page) => Promise<void> = async () => {},
): SitePage {
  return {
    ...{ naam, status: 422, fout: false },
    open: async (page) => {
      await page.goto(await prepare(page));
      await fillIn(page);
      return press(page, button);
    },
  };
}
