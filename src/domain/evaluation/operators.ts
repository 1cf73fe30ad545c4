import type { Antwoord } from '../model/antwoorden.ts';
import type { Operator, Voorwaarde } from '../model/regel.ts';

type Value = Voorwaarde['value'];

function toList(waarde: Value | Antwoord): readonly string[] {
  return typeof waarde === 'string' ? [waarde] : waarde;
}

/** What each operator means for an answer that is known; open answers never come here. */
export const operators: Readonly<Record<Operator, (antwoord: Antwoord, waarde: Value) => boolean>> = {
  is: (antwoord, waarde) => antwoord === waarde,
  isEenVan: (antwoord, waarde) => typeof antwoord === 'string' && toList(waarde).includes(antwoord),
  bevatEenVan: (antwoord, waarde) => toList(antwoord).some((chosen) => toList(waarde).includes(chosen)),
};
