import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from './real-content.ts';

const doc = readFileSync(join(ROOT, 'docs/beheer.md'), 'utf8');

/** A recipe of the manual, to be walked in its own words. */
export interface Recipe {
  /** Follows what the recipe calls by this name: a link or button of the page. `within` is where, when there are more. */
  readonly press: (page: Page, naam: string, within?: string) => Promise<void>;
  /** Fills in a field that the recipe names. */
  readonly fill: (page: Page, label: string, tekst: string) => Promise<void>;
  /** Unticks a box below a field that the recipe names; `within` is where. */
  readonly untick: (page: Page, label: string, optie: string, within: string) => Promise<void>;
  /** Fails unless all that the steps of the recipe name was followed. */
  readonly finish: () => void;
}

/** Reads a recipe by its heading. @throws Error when the manual has none. */
export function readRecipe(kop: string): Recipe {
  const [, rest] = doc.split(`\n## ${kop}\n`);
  if (rest === undefined) throw new Error(`docs/beheer.md heeft geen recept "${kop}".`);
  const [tekst = ''] = rest.split('\n## ');
  const names = new Set(
    [...tekst.replaceAll(/\n\s*/g, ' ').matchAll(/\*\*([^*]+)\*\*/g)].map(([, naam]) => naam),
  );
  const open = new Set(names);
  return {
    async press(page, naam, within = 'body') {
      expect([...names], kop).toContain(naam);
      open.delete(naam);
      const place = page.locator(within);
      // What a screen reader adds to tell two buttons apart comes after a colon.
      const name = new RegExp(`^${toPattern(naam)} ?(:|$)`);
      const target = place
        .getByRole('button', { name })
        .or(place.getByRole('link', { name }))
        .filter({ visible: true })
        .first();
      await Promise.all([page.waitForEvent('load'), target.click()]);
    },
    async fill(page, label, waarde) {
      expect(tekst).toContain(`“${label}”`);
      await page.getByLabel(new RegExp(`^${toPattern(label)}( \\(mag leeg blijven\\))?$`)).fill(waarde);
    },
    async untick(page, label, optie, within) {
      expect(tekst).toContain(`“${label}”`);
      await page.locator(within).getByRole('group', { name: label }).getByLabel(optie).uncheck();
    },
    finish: () => expect([...open], `niet gelopen in "${kop}"`).toEqual([]),
  };
}

/** What finds exactly these words in a regular expression. */
function toPattern(words: string): string {
  return words.replaceAll(/[.*+?^$()|[\]{}\\]/g, String.raw`\$&`);
}
