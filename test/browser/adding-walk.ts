import { expect } from 'vitest';
import { readRecipe } from '../support/recipes.ts';
import { type BeheerSite, type Look, MENU, openMenu } from './beheer-walks.ts';

/** Walks the adding of a word, until a colleague may approve it, and the beginning of a table that is finished later. */
export async function walkAdding({ enter }: BeheerSite, look: Look): Promise<void> {
  const redacteur = await enter('redacteur');
  const recipe = readRecipe('Een woord, een organisatie of iets anders toevoegen');
  await openMenu(redacteur);
  await recipe.press(redacteur, 'Inhoud', MENU);
  await recipe.press(redacteur, 'Woordenlijst', 'main');
  await recipe.press(redacteur, 'Voeg iets toe');
  await redacteur.getByLabel('Woord', { exact: true }).fill('Proefwoord');
  await redacteur.getByLabel('Uitleg', { exact: true }).fill('Een woord om te proberen.');
  await recipe.press(redacteur, 'Bewaar in het concept');
  await redacteur.getByRole('main').getByRole('link', { name: 'Wijzigingen van' }).first().click();
  expect(await redacteur.textContent('main')).toContain('Proefwoord');
  await recipe.press(redacteur, 'Bied aan om goed te keuren');
  expect(await redacteur.textContent('main')).toContain('wacht nu op een collega');

  await openMenu(redacteur);
  await recipe.press(redacteur, 'Inhoud', MENU);
  await recipe.press(redacteur, 'Overlegtafels: criteria en regels');
  await recipe.press(redacteur, 'Nieuwe tafel, stap voor stap');
  await recipe.press(redacteur, 'Bewaar in het concept');
  expect(await redacteur.textContent('#fouten')).toMatch(/Er zijn nog \d+ velden leeg/);
  await look(redacteur, 'leeg-formulier');
  await redacteur.locator('#fouten').getByRole('link', { name: 'Criterium 1' }).click();
  await redacteur.waitForFunction(() => document.activeElement?.id === 'regels-criteria-0-tekst');
  await recipe.fill(redacteur, 'Naam', 'Proeftafel');
  await recipe.fill(redacteur, 'Korte naam', 'Proef');
  await recipe.press(redacteur, 'Bewaar, en maak het later af');
  const todo = redacteur.getByRole('heading', { name: 'Dit moet nog' });
  await todo.waitFor();
  expect(await redacteur.textContent('main')).toContain('Proef is nog niet af');
  recipe.finish();
}
