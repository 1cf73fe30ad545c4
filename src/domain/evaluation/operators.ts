import type { Antwoord } from '../model/antwoorden.ts';
import type { Operator, Voorwaarde } from '../model/regel.ts';

type Waarde = Voorwaarde['value'];

function toLijst(waarde: Waarde | Antwoord): readonly string[] {
  return typeof waarde === 'string' ? [waarde] : waarde;
}

/** What each operator means for an answer that is known; open answers never come here. */
export const operators: Readonly<Record<Operator, (antwoord: Antwoord, waarde: Waarde) => boolean>> = {
  is: (antwoord, waarde) => antwoord === waarde,
  isEenVan: (antwoord, waarde) => typeof antwoord === 'string' && toLijst(waarde).includes(antwoord),
  bevatEenVan: (antwoord, waarde) => toLijst(antwoord).some((gekozen) => toLijst(waarde).includes(gekozen)),
};
