import type { Antwoorden } from '../domain/model/antwoorden.ts';
import { toAntwoordText } from '../domain/model/antwoorden.ts';
import { ACUUT_GEVAAR } from '../domain/model/routing-facts.ts';
import { DONT_KNOW, type Vraag } from '../domain/model/vraag.ts';
import type { Page } from './page.ts';

/** The rows of questions that were answered, each with a link to change that; `status` is the query that carries the answers. */
export function toAntwoordRows(vragen: readonly Vraag[], antwoorden: Antwoorden, stand: string) {
  return vragen.map((vraag) => ({
    naam: vraag.vraag,
    waarde: toAntwoordText(vraag, antwoorden),
    wijzigHref: `/vragen/${vraag.slug}${stand}`,
  }));
}

/** How the numbers for acute danger stand above a page with these answers: open when the user could not tell. */
export function toGevaar(antwoorden: Antwoorden): NonNullable<Page['gevaar']> {
  return antwoorden[ACUUT_GEVAAR] === DONT_KNOW ? 'open' : true;
}
