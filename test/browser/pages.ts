import type { Page, Response } from 'playwright-core';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { createAnswerLinks } from '../../src/stand/answer-links.ts';
import { BROKEN_PAGE, fetchFault } from '../support/broken-site.ts';
import { makeFullCasus } from '../support/full-casus.ts';
import { fillUp, sealStand, site, siteContent, toCompleteAntwoorden, withStand } from '../support/site.ts';
import { openForm } from '../support/walk.ts';
import { BEHEER_DRAFT_PAGES } from './beheer-draft-pages.ts';
import { BEHEER_PAGES } from './beheer-pages.ts';

/** One page of the site, in one state. */
export interface SitePage {
  /** Also the name of its screenshot. */
  readonly naam: string;
  readonly status: number;
  /** Its address, unless a form was sent to get there. */
  readonly pad?: string;
  /** The page has a form with faults: title, summary and focus say so. */
  readonly fout: boolean;
  /** Opens it in a browser that is anywhere, and gives the answer of the server. */
  readonly open: (page: Page) => Promise<Response>;
}

const AT_THE_START: Antwoorden = { acuutGevaar: 'nee', gemeente: 'borne' };
const BEFORE_SIGNALEN: Antwoorden = { ...AT_THE_START, rol: 'wijkcoach', lokaalBesproken: 'nee' };
const TOPX = toCompleteAntwoorden('veelpleger met schulden');
const CRISIS = toCompleteAntwoorden('mantelzorger valt weg');
const TRIED = toCompleteAntwoorden('TopX en Levensloopaanpak passen');
const NIET_GEPROBEERD = fillUp({ ...TRIED, eerderBesproken: ['geen'] });
const TRIAGE = toCompleteAntwoorden('huisarts zoekt snellere');
/** What goes along in a package, and what an operator hands to a table. */
const links = createAnswerLinks({
  secrets: () => [site.secret],
  content: siteContent,
  baseUrl: '',
  canUse: () => true,
  now: () => new Date(),
});
const PACKAGE_LINK = links.make({ tafel: 'topx', casuscode: 'RDM-2026-4711', tekst: 'Een pakket.' }) ?? '';
const TABLE_LINK = links.makeForTable('topx');

/** Every page type and error state that the contract knows and that exists now. */
export const PAGES: readonly SitePage[] = [
  page('start', '/'),
  page('zoeken', '/zoeken'),
  page('klopt-niet', '/klopt-niet?pagina=/overlegtafels/topx'),
  {
    naam: 'statistiek',
    status: 200,
    pad: '/statistiek',
    fout: false,
    open: async (page) => {
      // Something is counted first, so that the charts are there.
      await page.goto('/vragen');
      return goTo(page, '/statistiek');
    },
  },
  page('zoeken-gevonden', '/zoeken?q=schulden'),
  page('zoeken-nummers', '/zoeken?q=verwarde+huurder'),
  page('zoeken-nummer-met-lange-naam', '/zoeken?q=overlast'),
  page('zoeken-niets', '/zoeken?q=xyzzy'),
  page('organisaties', '/organisaties'),
  page('organisatie', '/organisaties/mediant'),
  page('vraag-ja-nee', '/vragen/acuut-gevaar'),
  page('vraag-keuze', withStand('/vragen/rol', AT_THE_START)),
  page('vraag-meerkeuze', withStand('/vragen/signalen', BEFORE_SIGNALEN)),
  page('vraag-al-beantwoord', withStand('/vragen/gebieds-veiligheid', TOPX)),
  page('vraag-meerkeuze-al-beantwoord', withStand('/vragen/eerder-besproken', TOPX)),
  errorPage('fout-keuze-leeg', withStand('/vragen/gemeente', { acuutGevaar: 'nee' }), 'Volgende'),
  errorPage(
    'fout-meerkeuze-niet-samen',
    withStand('/vragen/signalen', BEFORE_SIGNALEN),
    'Volgende',
    async (page) => {
      await page.check('input[value="veiligheid"]');
      await page.check('input[value="geen-van-deze"]');
    },
  ),
  advies('bel-nu', 'een man zwaait'),
  advies('buiten-twente', 'de persoon woont buiten'),
  advies('eerst-lokaal', 'woningcorporatie ziet vervuiling'),
  advies('lokaal-verder', 'het wijkteam kan het zelf'),
  advies('aanmelden', 'veelpleger met schulden'),
  advies('aanmelden-via-ander', 'wijkcoach wil naar de Regiotafel'),
  page(
    'advies-aanmelden-twee',
    withStand('/advies', {
      ...toCompleteAntwoorden('verward gedrag na eerdere gedwongen zorg'),
      signalen: ['verward-gedrag', 'veiligheid', 'passende-ggz'],
      zoekt: 'advies',
      ggzBehandelvraag: 'ja',
    }),
  ),
  advies('aanmelden-crisisteam', 'mantelzorger valt weg'),
  advies('aanvullen', 'meerdere problemen en overlast'),
  advies('geen-tafel', 'zes van de zeven'),
  page('advies-gewijzigd', `${withStand('/advies', TRIED)}&v=${sealStand(NIET_GEPROBEERD)}`),
  page('verwijzen', withStand('/verwijzen/topx', TOPX)),
  page('verwijzen-belkaart', withStand('/verwijzen/crisisteam-zorgkantoor', CRISIS)),
  errorPage('fout-verwijzen', withStand('/verwijzen/topx', TOPX), 'Bekijk de tekst', async (page) => {
    await page.fill('#hulpvraag', 'Bel Jan Jansen op 06 12345678.');
  }),
  { naam: 'voorbeeld-e-mail', status: 200, fout: false, open: (page) => openVoorbeeld(page, 'topx', TOPX) },
  {
    naam: 'voorbeeld-belkaart',
    status: 200,
    fout: false,
    open: (page) => openVoorbeeld(page, 'crisisteam-zorgkantoor', CRISIS),
  },
  {
    naam: 'voorbeeld-meldpunt',
    status: 200,
    fout: false,
    open: (page) => openVoorbeeld(page, 'hoogcomplex-oostnl', toCompleteAntwoorden('patiënt zelf')),
  },
  {
    naam: 'voorbeeld-waarschuwing',
    status: 200,
    fout: false,
    open: (page) => openVoorbeeld(page, 'triage-transfertafel', TRIAGE, 'Bel mevrouw Jansen op 06 12345678.'),
  },
  page('casus', '/casus'),
  errorPage('fout-casus', '/casus', 'Open het bestand'),
  {
    naam: 'casus-logboek',
    status: 200,
    fout: false,
    open: async (page) => {
      await page.goto('/casus');
      await page.fill('#casuscode', 'RDM-2026-4711');
      await submit(page, 'Begin');
      await page.locator('#logboek ~ div summary').click();
      for (const [id, text] of [
        ['functie', 'wijkcoach'],
        ['organisatie', 'gemeente Almelo'],
        ['gezien', 'Er was overlast in de nacht.'],
      ])
        await page.fill(`#logboek-${id}`, text ?? '');
      return submit(page, 'Voeg toe wat u zag');
    },
  },
  {
    naam: 'casus-vol',
    status: 200,
    fout: false,
    open: async (page) => {
      await page.goto('/casus');
      await page.setInputFiles('#bestand', {
        name: 'x.casus.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(makeFullCasus(12))),
      });
      return submit(page, 'Open het bestand');
    },
  },
  page('overlegtafels', '/overlegtafels'),
  ...siteContent.tafels.map(({ id, soort }) =>
    page(`tafel-${id}`, soort === 'voorziening' ? `/${id}` : `/overlegtafels/${id}`),
  ),
  page('u-werkt-bij', '/u-werkt-bij'),
  ...siteContent.startpunten.map(({ id }) => page(`u-werkt-bij-${id}`, `/u-werkt-bij/${id}`)),
  page('gemeenten', '/gemeenten'),
  page('gemeente-enschede', '/gemeenten/enschede'),
  page('gemeente-hellendoorn', '/gemeenten/hellendoorn'),
  page('clientondersteuning', '/clientondersteuning'),
  page('rollen', '/rollen'),
  page('rollen-keuze', '/rollen?rol=ervaringsdeskundige-ggz'),
  page('vergelijken', '/overlegtafels/vergelijken'),
  page('vergelijken-twee', '/overlegtafels/vergelijken?t=topx&t=triage-transfertafel'),
  page(
    'vergelijken-vier',
    '/overlegtafels/vergelijken?t=topx&t=regiotafel-wlz&t=levensloopaanpak&t=bestuurlijk-escalatieoverleg',
  ),
  page('vergelijken-onbekend', '/overlegtafels/vergelijken?t=hoogcomplex-oostnl&t=bestaat-niet'),
  page('beslisboom', '/beslisboom'),
  page('beslisboom-twee-tafels', '/beslisboom/twee-tafels?een=topx&ander=hoogcomplex-oostnl'),
  page('beslisboom-voorbeeld', '/beslisboom/voorbeeld/veelpleger'),
  page('wegwijzer-op-papier', '/wegwijzer-op-papier'),
  page('woordenlijst', '/woordenlijst'),
  page('over', '/over'),
  page('api', '/api'),
  page('privacy', '/privacy'),
  page('toegankelijkheid', '/toegankelijkheid'),
  page('fout-404', '/bestaat-niet', 404),
  page('fout-400-vervalst', '/advies?a=AAAA', 400),
  page('fout-400-adres', '/verwijzen/%E0%A4%A', 400),
  page('fout-410-verlopen', `/advies?a=${sealStand(TOPX, 13)}`, 410),
  {
    naam: 'fout-413-te-groot',
    status: 413,
    fout: false,
    open: async (page) => {
      // The smallest limit of the site: what is too long in a form with a text is in nothing-lost.test.ts.
      await page.goto('/vragen/acuut-gevaar');
      await page.getByLabel('Nee').check();
      await page.locator(':checked').evaluate((veld: HTMLInputElement) => {
        veld.value = 'te veel '.repeat(3_000);
      });
      return submit(page, 'Volgende');
    },
  },
  page('tafelantwoord', PACKAGE_LINK),
  {
    naam: 'tafelantwoord-klaar',
    status: 200,
    fout: false,
    open: async (page) => {
      await page.goto(PACKAGE_LINK);
      await page.getByLabel('De aanmelding is ontvangen').check();
      return submit(page, 'Geef dit antwoord');
    },
  },
  errorPage('tafelantwoord-fout', PACKAGE_LINK, 'Geef dit antwoord'),
  page('tafelantwoord-onbekend', '/terugmelden/AAAA', 404),
  page('tafelruimte', TABLE_LINK),
  errorPage('tafelruimte-fout', TABLE_LINK, 'Zet dit op de site'),
  ...BEHEER_PAGES,
  ...BEHEER_DRAFT_PAGES,
  {
    naam: 'fout-500',
    status: 500,
    fout: false,
    open: async (page) => {
      const fault = await fetchFault();
      await page.route(`**${BROKEN_PAGE}`, (route) => route.fulfill({ ...fault, contentType: 'text/html' }));
      return goTo(page, BROKEN_PAGE);
    },
  },
];

/** Presses a button that posts a form, and waits until the page that comes back is there. */
export async function submit(page: Page, button: string): Promise<Response> {
  const [response] = await Promise.all([
    page.waitForResponse((antwoord) => antwoord.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return response;
}

function page(naam: string, pad: string, status = 200): SitePage {
  return { naam, status, pad, fout: false, open: (page) => goTo(page, pad) };
}

function advies(naam: string, vignet: string): SitePage {
  return page(`advies-${naam}`, withStand('/advies', toCompleteAntwoorden(vignet)));
}

function errorPage(
  naam: string,
  path: string,
  button: string,
  fillIn: (page: Page) => Promise<void> = () => Promise.resolve(),
): SitePage {
  return {
    naam,
    status: 400,
    fout: true,
    open: async (page) => {
      await page.goto(path);
      await fillIn(page);
      return submit(page, button);
    },
  };
}

async function openVoorbeeld(
  page: Page,
  tafel: string,
  antwoorden: Antwoorden,
  extra = '',
): Promise<Response> {
  await page.goto(withStand(`/verwijzen/${tafel}`, antwoorden));
  await openForm(page);
  await page.fill('#casuscode', 'RDM-2026-4711');
  await page.fill('#hulpvraag', `Wie neemt de regie op zorg en veiligheid? ${extra}`);
  await page.fill(
    '#eerderGedaan',
    'Drie keer overlegd met wijkteam, ggz en politie. De afspraken houden geen stand.',
  );
  await page.fill('#functie', 'procesmanager');
  await page.fill('#organisatie', 'gemeente Almelo');
  return submit(page, 'Bekijk de tekst');
}

async function goTo(page: Page, path: string): Promise<Response> {
  const response = await page.goto(path);
  if (!response) throw new Error(`Geen antwoord op ${path}`);
  return response;
}
