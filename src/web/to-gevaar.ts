import type { Antwoorden } from '../domain/model/antwoorden.ts';
import { ACUUT_GEVAAR } from '../domain/model/routing-facts.ts';
import { WEET_NIET } from '../domain/model/vraag.ts';
import type { Pagina } from './page.ts';

/** How the numbers for acute danger stand above a page with these answers: open when the user could not tell. */
export function toGevaar(antwoorden: Antwoorden): NonNullable<Pagina['gevaar']> {
  return antwoorden[ACUUT_GEVAAR] === WEET_NIET ? 'open' : true;
}
