import { evaluateVoorwaarde } from '../evaluation/kleene.ts';
import { type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Criterium, Regel } from '../model/regel.ts';

/** With more unknown facts or steps than this a table is not near to fitting. */
export const MOST_FACTS = 2;

/** Whether a table can still fit, or come near to it, by what is not asked yet: too much was answered with "I do not know". */
export function isInReach({ regels: { criteria, regel } }: Overlegtafel, antwoorden: Antwoorden): boolean {
  return countUnknown(regel, criteria, antwoorden) <= MOST_FACTS;
}

/** The fewest unknown facts of a way in which the rule may hold; infinitely many when no way is left. */
function countUnknown(regel: Regel, criteria: readonly Criterium[], antwoorden: Antwoorden): number {
  if ('condition' in regel) {
    const voorwaarde = criteria.find(({ id }) => id === regel.condition)?.voorwaarde;
    const antwoord = voorwaarde && antwoorden[voorwaarde.fact];
    if (!voorwaarde || antwoord === undefined) return 0;
    if (isOpen(antwoord)) return 1;
    return evaluateVoorwaarde(voorwaarde, antwoorden) === 'ja' ? 0 : Number.POSITIVE_INFINITY;
  }
  const count = (deel: Regel) => countUnknown(deel, criteria, antwoorden);
  return 'any' in regel
    ? Math.min(...regel.any.map(count))
    : regel.all.map(count).reduce((sum, unknown) => sum + unknown, 0);
}
