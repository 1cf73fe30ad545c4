import { describe, expect, it } from 'vitest';
import { findAddress } from '../support/real-content.ts';
import { SCREENS, useBrowser } from '../support/visit.ts';
import { downloadMail, fillReferral, walkByMouse } from '../support/walk.ts';
import { PAGES, submit } from './pages.ts';

const ADDRESS = findAddress('topx');

const { visit } = useBrowser();
const HULPVRAAG = 'Wie neemt de regie, en welke plek past?';
const VASTGELOPEN = { acuutGevaar: 'nee', lokaalBesproken: 'ja', lokaalVastgelopen: 'ja' };

/** Whole journeys of people who are stuck, each to the table that the source names for it. */
const JOURNEYS = [
  {
    wie: 'een wijkcoach met een veelpleger in een gezin',
    antwoorden: {
      ...VASTGELOPEN,
      gemeente: 'almelo',
      rol: 'wijkcoach',
      signalen: ['veiligheid'],
      gebiedsVeiligheid: 'nee',
      ketenaanpakNodig: 'ja',
      meerdereLeefgebieden: 'ja',
      overlastOfAfglijden: 'ja',
      systeemBeinvloedt: 'ja',
      systeemGeraakt: 'ja',
      eerderBesproken: ['geen'],
    },
    kop: 'Advies: meld aan bij TopX',
    tafel: 'topx',
    aan: [ADDRESS],
    onderwerp: /^Aanmelding TopX: casus TW-2026-042$/,
    screen: SCREENS[0],
  },
  {
    wie: 'een huisarts van wie de mantelzorger van een patiënt wegvalt',
    antwoorden: {
      acuutGevaar: 'nee',
      lokaalBesproken: 'nee',
      gemeente: 'dinkelland',
      rol: 'huisarts',
      signalen: ['zorg-valt-weg'],
      wlzZorg: 'ja',
      verblijf: 'thuis',
      plotselingeVerandering: 'ja',
      zorgNodigBinnen: '24-uur',
      eerderBesproken: ['geen'],
    },
    kop: /^Advies: .*crisis/i,
    tafel: 'crisisteam-zorgkantoor',
    aan: [],
    onderwerp: /^Belkaart .*: casus TW-2026-042$/,
    screen: SCREENS[1],
  },
  {
    wie: 'een zorgaanbieder die zelf geen passende plek meer heeft',
    antwoorden: {
      acuutGevaar: 'nee',
      lokaalBesproken: 'nee',
      gemeente: 'rijssen-holten',
      rol: 'zorgaanbieder',
      signalen: ['wlz-verblijf'],
      wlzZorg: 'ja',
      verblijf: 'instelling',
      crisisNu: 'nee',
      stappenDoorlopen: 'ja',
      eigenAlternatieven: 'ja',
      overdrachtGeprobeerd: 'ja',
      overplaatsingNodig: 'ja',
      blijftInZorg: 'ja',
      cce: 'betrokken',
      eerderBesproken: ['geen'],
    },
    kop: /^Advies: .*Regiotafel/,
    tafel: 'regiotafel-wlz',
    aan: ['zorginhoudelijkadviseurwlz@menzis.nl'],
    onderwerp: /^Casus voor Regiotafel .*TW-2026-042$/,
    screen: SCREENS[0],
  },
] as const;

describe('een hele reis met de muis', () => {
  it.each(JOURNEYS)('brengt $wie van de startpagina tot de e-mail', async (journey) => {
    const page = await visit({ viewport: journey.screen.viewport });
    await walkByMouse(page, journey.antwoorden);
    await page.getByRole('heading', { level: 1, name: journey.kop }).waitFor();
    await page.locator(`a[href^="/verwijzen/${journey.tafel}?"]`).first().click();

    await fillReferral(page, HULPVRAAG);
    await submit(page, 'Bekijk de tekst');
    expect(await page.title()).toMatch(/^Fout: /);
    expect(await page.inputValue('#hulpvraag'), 'niets gaat verloren').toBe(HULPVRAAG);
    await page.locator('#fouten a').click();
    await page.keyboard.type('TW-2026-042');
    await submit(page, 'Bekijk de tekst');

    const voorbeeld = await page.inputValue('#tekst');
    expect(await page.inputValue('#onderwerp')).toMatch(journey.onderwerp);
    expect(voorbeeld).toContain(HULPVRAAG);
    expect(page.url(), 'geen tekst in het adres').not.toContain('042');

    const mail = await downloadMail(page);
    expect(mail.bestand).toMatch(/\.eml$/);
    expect(mail.aan).toEqual(journey.aan);
    expect(mail.onderwerp).toBe(await page.inputValue('#onderwerp'));
    expect(mail.tekst.trim()).toBe(voorbeeld.trim());
    expect(mail.isConcept).toBe(true);
  });

  it('brengt een woningcorporatie eerst naar de gemeente, zonder formulier', async () => {
    const page = await visit();
    await walkByMouse(page, {
      acuutGevaar: 'nee',
      gemeente: 'hengelo',
      rol: 'woningcorporatie',
      lokaalBesproken: 'nee',
      signalen: ['passende-ggz'],
      zoekt: 'advies',
      eerderBesproken: ['geen'],
    });
    await page.getByRole('heading', { level: 1, name: 'Advies: begin bij de gemeente' }).waitFor();
    expect(await page.locator('.rdm-doen').textContent()).toContain('Bel het wijkteam van Hengelo');
    expect(await page.locator('a[href^="/verwijzen/"]').count()).toBe(0);
    await page.locator('main a[href="/gemeenten/hengelo"]').first().click();
    await page.getByRole('heading', { level: 1, name: 'Gemeente Hengelo' }).waitFor();
  });

  it('stuurt bij direct gevaar meteen naar 112, en daarna weer verder', async () => {
    const page = await visit({ viewport: SCREENS[1].viewport });
    await walkByMouse(page, { acuutGevaar: 'ja' });
    await page.getByRole('heading', { level: 1, name: 'Bel nu' }).waitFor();
    expect(await page.locator('.rdm-doen a[href="tel:112"]').isVisible()).toBe(true);
    await page.getByRole('link', { name: /ga verder met de vragen/ }).click();
    await page.check('input[value="nee"]');
    await submit(page, 'Volgende');
    expect(new URL(page.url()).pathname).toBe('/vragen/gemeente');
  });

  it('laat de tekst kopiëren met een knop', async () => {
    const page = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await PAGES.find(({ naam }) => naam === 'voorbeeld-e-mail')?.open(page);
    await page.getByRole('button', { name: /^Kopieer Tekst$/ }).click();
    await page.getByText('Gekopieerd').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Wie neemt de regie');
  });
});
