import type { Antwoord, Antwoorden } from '../../src/domain/model/antwoorden.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import { model } from '../support/real-content.ts';

/** The facts that the criteria of a table are about, and the one that decides who pays. */
export function listOwnFeiten({ regels }: Overlegtafel): string[] {
  const feiten = regels.criteria.map(({ voorwaarde }) => voorwaarde.fact);
  return [...new Set([...feiten, ...(regels.financiering ? [regels.financiering.feit] : [])])];
}

/** All known answers to a question; of a list none, each one alone, and all together. */
function listKnown(feit: string): Antwoord[] {
  const { type, opties } = model.vraagOf.get(feit) ?? { type: 'jaNee', opties: [] };
  const known = opties.filter(({ id }) => id !== 'weetNiet');
  if (type !== 'meerkeuze') return known.map(({ id }) => id);
  const together = known.filter(({ alleen }) => !alleen).map(({ id }) => id);
  return [...known.map(({ id }) => [id]), together];
}

/** Every combination of answers to the own facts of a table, each fact open as well. */
export function* listCombinations(feiten: readonly string[]): Generator<Antwoorden> {
  const [feit, ...rest] = feiten;
  if (feit === undefined) {
    yield {};
    return;
  }
  const known = listKnown(feit);
  for (const antwoorden of listCombinations(rest)) {
    yield antwoorden;
    for (const antwoord of known) yield { ...antwoorden, [feit]: antwoord };
  }
}
