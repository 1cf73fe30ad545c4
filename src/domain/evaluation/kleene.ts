import { type Antwoord, type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Operator, Regel, Voorwaarde } from '../model/regel.ts';

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

/** Three-valued truth (Kleene): true, false, or not yet known. */
export type Truth = 'ja' | 'nee' | 'onbekend';

/** The truth of one condition, given the answers. */
export function evaluateVoorwaarde(voorwaarde: Voorwaarde, antwoorden: Antwoorden): Truth {
  const antwoord = antwoorden[voorwaarde.fact];
  if (isOpen(antwoord)) return 'onbekend';
  return operators[voorwaarde.operator](antwoord, voorwaarde.value) ? 'ja' : 'nee';
}

/** The truth of a rule, given the truth of each criterion that it names. */
export function evaluateRegel(regel: Regel, truthOf: (criterium: string) => Truth): Truth {
  if ('condition' in regel) return truthOf(regel.condition);
  const [parts, decides, anders] =
    'any' in regel ? ([regel.any, 'ja', 'nee'] as const) : ([regel.all, 'nee', 'ja'] as const);
  const truths = parts.map((deel) => evaluateRegel(deel, truthOf));
  if (truths.includes(decides)) return decides;
  return truths.includes('onbekend') ? 'onbekend' : anders;
}
