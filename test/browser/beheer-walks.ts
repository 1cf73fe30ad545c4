import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { BeheerRol } from '../../src/domain/editing/people.ts';
import { type BeheerServer, startBeheerServer } from '../support/beheer-server.ts';
import { readRecipe } from '../support/recipes.ts';
import { site } from '../support/site.ts';
import type { useBrowser } from '../support/visit.ts';

/** What is done with a page on the way: checking it, or making a picture. */
export type Look = (page: Page, naam: string) => Promise<void>;

/** A site, and what opens the pages of somebody with a role there. */
export interface BeheerSite {
  readonly enter: (rol: BeheerRol) => Promise<Page>;
  readonly visitor: () => Promise<Page>;
}

/**
 * Gives the walks of a file a site of their own, for all of them together: starting one takes longer than most walks. That of
 * the versions goes first, since it counts them; those of adding and of a report last, since the drafts that they leave open are
 * offered in others.
 */
export function useBeheerSite(visit: ReturnType<typeof useBrowser>['visit']): BeheerSite {
  let server: BeheerServer;
  beforeAll(async () => {
    server = await startBeheerServer(site.root);
  });
  afterAll(() => server.stop());
  return {
    enter: async (rol) => {
      const page = await visit({ baseURL: server.url });
      await page.context().addCookies([server.cookies[rol]]);
      await page.goto('/beheer');
      return page;
    },
    visitor: () => visit({ baseURL: server.url }),
  };
}

export const MENU = '.rdm-menu';
/** The one criterium of this table asks what somebody looks for. */
const TAFEL = 'Triage- & Transfertafel';
const CONTACT = '#contacten-zvh-e-mail';

/** Opens the menu where it is folded. */
export async function openMenu(page: Page): Promise<void> {
  const knop = page.locator('.rdm-menu__knop');
  if (await knop.isVisible()) await knop.click();
}

/** Walks "this number is still right", giving it back, approving it and bringing the version before it back. */
export async function walkVersions({ enter }: BeheerSite, look: Look): Promise<void> {
  const redacteur = await enter('redacteur');
  const right = readRecipe('Zeggen dat een nummer nog juist is');
  await openMenu(redacteur);
  await right.press(redacteur, 'Te controleren', MENU);
  await look(redacteur, 'te-controleren');
  await openMenu(redacteur);
  await right.press(redacteur, 'Adresboek', MENU);
  await look(redacteur, 'adresboek');
  await right.press(redacteur, 'Nog juist', CONTACT);
  expect(await redacteur.textContent(CONTACT)).toContain('Dit staat in uw concept.');
  await right.press(redacteur, 'Open het concept');
  await right.press(redacteur, 'Bied aan om goed te keuren');
  expect(await redacteur.textContent('main')).toContain('wacht nu op een collega');
  right.finish();

  const uitgever = await enter('uitgever');
  const approve = readRecipe('Het concept van een collega goedkeuren');
  await openMenu(uitgever);
  await approve.press(uitgever, 'Concepten', MENU);
  await uitgever.getByRole('link', { name: 'Nagekeken: nog juist' }).click();
  await approve.press(uitgever, 'Bekijk welke pagina’s anders worden');
  await look(uitgever, 'paginas');
  await uitgever.goBack();
  await look(uitgever, 'goedkeuren');
  await uitgever.getByLabel('Wat moet er anders?').fill('Vraag het de regisseur nog eens na.');
  await approve.press(uitgever, 'Geef terug');
  await redacteur.reload();
  expect(await redacteur.textContent('main')).toContain('Vraag het de regisseur nog eens na.');
  await right.press(redacteur, 'Bied aan om goed te keuren');
  await uitgever.reload();
  await approve.press(uitgever, 'Keur goed en geef uit');
  expect(await uitgever.textContent('main')).toContain('Goedgekeurd.');
  approve.finish();

  const back = readRecipe('Teruggaan naar een eerdere versie');
  await openMenu(uitgever);
  await back.press(uitgever, 'Versies', MENU);
  await back.press(uitgever, 'Versie 0: de inhoud van het programma');
  await look(uitgever, 'terugzetten');
  await back.fill(uitgever, 'Waarom zet u deze versie terug?', 'Het bleek toch niet juist.');
  await back.press(uitgever, 'Zet deze versie terug');
  expect(await uitgever.textContent('main')).toContain('De oudere versie is teruggezet');
  back.finish();
  await look(uitgever, 'versies');
  await uitgever.getByRole('link', { name: 'Versie 2', exact: true }).click();
  await look(uitgever, 'versie');
}

/** Walks a report, from the visitor who sends it to its closing. */
export async function walkReport({ enter, visitor }: BeheerSite, look: Look): Promise<void> {
  const bezoeker = await visitor();
  await bezoeker.goto('/klopt-niet?pagina=/overlegtafels/topx');
  await bezoeker.fill('#veld', 'Het e-mailadres');
  await bezoeker.fill('#watMoetHetZijn', 'Dat is veranderd.');
  await bezoeker.fill('#email', 'melder@organisatie.example');
  await bezoeker.getByRole('button', { name: 'Verstuur de melding' }).click();
  await bezoeker.waitForSelector('h1:has-text("Dank")');

  const redacteur = await enter('redacteur');
  const recipe = readRecipe('Een melding behandelen');
  await openMenu(redacteur);
  await recipe.press(redacteur, 'Meldingen', MENU);
  await look(redacteur, 'meldingen');
  await recipe.press(redacteur, 'Melding 1');
  await look(redacteur, 'melding');
  await recipe.press(redacteur, 'Maak er een concept van');
  await recipe.press(redacteur, 'Naar de melding waar dit uit komt');
  await recipe.fill(redacteur, 'Antwoord', 'Wij passen het aan.');
  await recipe.press(redacteur, 'Bewaar het antwoord');
  expect(await redacteur.textContent('main')).toContain('melder@organisatie.example');
  await recipe.press(redacteur, 'Sluit de melding');
  expect(await redacteur.textContent('main')).not.toContain('melder@');
  recipe.finish();
}

/** Walks the change of an address, until a colleague may approve it. */
export async function walkChange({ enter }: BeheerSite, look: Look): Promise<void> {
  const redacteur = await enter('redacteur');
  const recipe = readRecipe('Een telefoonnummer veranderen');
  await openMenu(redacteur);
  await recipe.press(redacteur, 'Adresboek', MENU);
  await recipe.press(redacteur, 'Wijzig', CONTACT);
  await look(redacteur, 'wijzigen');
  await recipe.fill(redacteur, 'Adres of nummer', 'nieuw@veiligheidshuistwente.nl');
  await recipe.press(redacteur, 'Bewaar in het concept');
  await redacteur.getByRole('link', { name: 'Wijzig: Zorg- en Veiligheidshuis Twente' }).first().click();
  expect(await redacteur.textContent('main')).toContain('nieuw@veiligheidshuistwente.nl');
  await recipe.press(redacteur, 'Bied aan om goed te keuren');
  expect(await redacteur.textContent('main')).toContain('wacht nu op een collega');
  recipe.finish();
}

/** Walks the change of a criterium, to what it does to the advice. */
export async function walkCriterium({ enter }: BeheerSite, look: Look): Promise<void> {
  const redacteur = await enter('redacteur');
  const recipe = readRecipe('Een criterium veranderen, en zien wat dat doet');
  await openMenu(redacteur);
  await recipe.press(redacteur, 'Inhoud', MENU);
  await recipe.press(redacteur, 'Overlegtafels: criteria en regels');
  await redacteur.getByRole('link', { name: TAFEL }).click();
  await recipe.press(redacteur, 'Wijzig dit');
  await redacteur.locator('#criteria-0 > summary').click();
  await recipe.untick(redacteur, 'Antwoorden', 'Advies van andere professionals', '#criteria-0');
  await recipe.press(redacteur, 'Bewaar in het concept');
  expect(await redacteur.textContent('main')).toMatch(/Gevolgen voor het advies: [1-9]/);
  await redacteur.getByRole('main').getByRole('link', { name: 'Wijzigingen van' }).first().click();
  expect(await redacteur.textContent('main')).toMatch(/verandert bij [\d,]+ % iets|verandert bij 1 op de/);
  await look(redacteur, 'criterium');
  await recipe.press(redacteur, 'Bekijk het ervoor en erna');
  await look(redacteur, 'voor-en-na');
  await redacteur.goBack();
  await recipe.press(redacteur, 'Bied aan om goed te keuren');
  expect(await redacteur.textContent('main')).toContain('wacht nu op een collega');
  recipe.finish();
}

/** Walks two drafts that change the same: the later one takes the published one in, and chooses what stays. */
export async function walkClash({ enter }: BeheerSite, look: Look): Promise<void> {
  const [redacteur, uitgever] = [await enter('redacteur'), await enter('uitgever')];
  const press = async (page: Page, naam: string) => {
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: naam }).first().click()]);
  };
  /** Offers a draft with another address for the contact; gives where it is. */
  const offer = async (adres: string): Promise<string> => {
    await redacteur.goto('/beheer/adresboek');
    await Promise.all([
      redacteur.waitForEvent('load'),
      redacteur.locator(CONTACT).getByRole('button', { name: 'Wijzig' }).click(),
    ]);
    await redacteur.getByLabel('Adres of nummer').fill(adres);
    await press(redacteur, 'Bewaar in het concept');
    // The draft began with that.
    const pad = new URL(redacteur.url()).pathname.replace(/\/inhoud\/.*$/, '');
    await redacteur.goto(pad);
    await press(redacteur, 'Bied aan om goed te keuren');
    return pad;
  };
  const [first, late] = [
    await offer('eerste@organisatie.example'),
    await offer('tweede@organisatie.example'),
  ];
  await uitgever.goto(first);
  await press(uitgever, 'Keur goed en geef uit');
  await redacteur.goto(late);
  await press(redacteur, 'Neem de nieuwere versie over');
  await redacteur.goto(`${late}/botsingen`);
  await press(redacteur, 'Bewaar de keuzes');
  expect(await redacteur.title()).toMatch(/^Fout: /);
  await look(redacteur, 'botsingen');
  const main = await redacteur.textContent('main');
  expect(main).toContain('eerste@organisatie.example');
  expect(main).toContain('tweede@organisatie.example');
  await redacteur.getByLabel(/tweede@/).check();
  await press(redacteur, 'Bewaar de keuzes');
  expect(await redacteur.textContent('main')).toContain('tweede@organisatie.example');
  await press(redacteur, 'Bied aan om goed te keuren');
  expect(await redacteur.textContent('main')).toContain('wacht nu op een collega');
}
