import type { Page, Response } from 'playwright-core';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { sealStand, siteContent, toVolledigeAntwoorden, vulAan, withStand } from '../support/site.ts';

/** One page of the site, in one state. */
export interface Pagina {
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

const AAN_HET_BEGIN: Antwoorden = { acuutGevaar: 'nee', gemeente: 'borne' };
const VOOR_SIGNALEN: Antwoorden = { ...AAN_HET_BEGIN, rol: 'wijkcoach', lokaalBesproken: 'nee' };
const TOPX = toVolledigeAntwoorden('veelpleger met schulden');
const GEPROBEERD = toVolledigeAntwoorden('TopX en Levensloopaanpak passen');
const NIET_GEPROBEERD = vulAan({ ...GEPROBEERD, eerderBesproken: ['geen'] });
const TRIAGE = toVolledigeAntwoorden('huisarts zoekt snellere');

/** Every page type and error state that the contract knows and that exists now. */
export const PAGINAS: readonly Pagina[] = [
  pagina('start', '/'),
  pagina('zoeken', '/zoeken'),
  pagina('klopt-niet', '/klopt-niet?pagina=/overlegtafels/topx'),
  pagina('statistiek', '/statistiek'),
  pagina('zoeken-gevonden', '/zoeken?q=schulden'),
  pagina('zoeken-niets', '/zoeken?q=xyzzy'),
  pagina('organisaties', '/organisaties'),
  pagina('organisatie', '/organisaties/mediant'),
  pagina('vraag-ja-nee', '/vragen/acuut-gevaar'),
  pagina('vraag-keuze', withStand('/vragen/rol', AAN_HET_BEGIN)),
  pagina('vraag-meerkeuze', withStand('/vragen/signalen', VOOR_SIGNALEN)),
  pagina('vraag-al-beantwoord', withStand('/vragen/gebieds-veiligheid', TOPX)),
  pagina('vraag-meerkeuze-al-beantwoord', withStand('/vragen/eerder-besproken', TOPX)),
  foutPagina('fout-keuze-leeg', withStand('/vragen/gemeente', { acuutGevaar: 'nee' }), 'Volgende'),
  foutPagina(
    'fout-meerkeuze-niet-samen',
    withStand('/vragen/signalen', VOOR_SIGNALEN),
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
  advies('aanmelden-twee', 'verward gedrag na eerdere gedwongen zorg'),
  advies('aanmelden-crisisteam', 'mantelzorger valt weg'),
  advies('aanvullen', 'meerdere problemen en overlast'),
  advies('geen-tafel', 'zes van de zeven'),
  pagina('advies-gewijzigd', `${withStand('/advies', GEPROBEERD)}&v=${sealStand(NIET_GEPROBEERD)}`),
  pagina('verwijzen', withStand('/verwijzen/topx', TOPX)),
  foutPagina('fout-verwijzen', withStand('/verwijzen/topx', TOPX), 'Bekijk de tekst', async (page) => {
    await page.fill('#hulpvraag', 'Bel Jan Jansen op 06 12345678.');
  }),
  { naam: 'voorbeeld-e-mail', status: 200, fout: false, open: (page) => openVoorbeeld(page, 'topx', TOPX) },
  {
    naam: 'voorbeeld-waarschuwing',
    status: 200,
    fout: false,
    open: (page) => openVoorbeeld(page, 'triage-transfertafel', TRIAGE, 'Bel mevrouw Jansen op 06 12345678.'),
  },
  pagina('overlegtafels', '/overlegtafels'),
  ...siteContent.tafels.map(({ id, soort }) =>
    pagina(`tafel-${id}`, soort === 'voorziening' ? `/${id}` : `/overlegtafels/${id}`),
  ),
  pagina('gemeenten', '/gemeenten'),
  pagina('gemeente-enschede', '/gemeenten/enschede'),
  pagina('gemeente-hellendoorn', '/gemeenten/hellendoorn'),
  pagina('clientondersteuning', '/clientondersteuning'),
  pagina('rollen', '/rollen'),
  pagina('beslisboom', '/beslisboom'),
  pagina('beslisboom-voorbeeld', '/beslisboom/voorbeeld/veelpleger'),
  pagina('woordenlijst', '/woordenlijst'),
  pagina('over', '/over'),
  pagina('privacy', '/privacy'),
  pagina('toegankelijkheid', '/toegankelijkheid'),
  pagina('fout-404', '/bestaat-niet', 404),
  pagina('fout-400-vervalst', '/advies?a=AAAA', 400),
  pagina('fout-400-adres', '/verwijzen/%E0%A4%A', 400),
  pagina('fout-410-verlopen', `/advies?a=${sealStand(TOPX, 13)}`, 410),
  {
    naam: 'fout-413-te-groot',
    status: 413,
    fout: false,
    open: async (page) => {
      await page.goto(withStand('/verwijzen/topx', TOPX));
      // Set at once: typing a text of this length takes long.
      await page.locator('#hulpvraag').evaluate((veld: HTMLTextAreaElement) => {
        veld.value = 'te veel '.repeat(300_000);
      });
      return submit(page, 'Bekijk de tekst');
    },
  },
  // Sealed by the site itself, but with an answer that no question has: the one fault of ours a visitor can cause.
  pagina('fout-500', withStand('/advies', { rol: 'bestaat-niet' }), 500),
];

/** Presses a button that posts a form, and waits until the page that comes back is there. */
export async function submit(page: Page, knop: string): Promise<Response> {
  const [response] = await Promise.all([
    page.waitForResponse((antwoord) => antwoord.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.getByRole('button', { name: knop, exact: true }).click(),
  ]);
  return response;
}

function pagina(naam: string, pad: string, status = 200): Pagina {
  return { naam, status, pad, fout: false, open: (page) => goTo(page, pad) };
}

function advies(naam: string, vignet: string): Pagina {
  return pagina(`advies-${naam}`, withStand('/advies', toVolledigeAntwoorden(vignet)));
}

function foutPagina(
  naam: string,
  pad: string,
  knop: string,
  vulIn: (page: Page) => Promise<void> = () => Promise.resolve(),
): Pagina {
  return {
    naam,
    status: 400,
    fout: true,
    open: async (page) => {
      await page.goto(pad);
      await vulIn(page);
      return submit(page, knop);
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

async function goTo(page: Page, pad: string): Promise<Response> {
  const response = await page.goto(pad);
  if (!response) throw new Error(`Geen antwoord op ${pad}`);
  return response;
}
