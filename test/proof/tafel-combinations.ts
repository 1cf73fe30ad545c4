import { evaluateRegel, evaluateVoorwaarde, type Truth } from '../../src/domain/evaluation/kleene.ts';
import type { Antwoord, Antwoorden } from '../../src/domain/model/antwoorden.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import { model } from '../support/real-content.ts';

/** The facts that the criteria of a table are about, and the one that decides who pays. */
export function listEigenFeiten({ regels }: Overlegtafel): string[] {
  const feiten = regels.criteria.map(({ voorwaarde }) => voorwaarde.fact);
  return [...new Set([...feiten, ...(regels.financiering ? [regels.financiering.feit] : [])])];
}

/** All known answers to a question; of a list none, each one alone, and all together. */
export function listBekend(feit: string): Antwoord[] {
  const { type, opties } = model.vraagOf.get(feit) ?? { type: 'jaNee', opties: [] };
  const bekend = opties.filter(({ id }) => id !== 'weetNiet');
  if (type !== 'meerkeuze') return bekend.map(({ id }) => id);
  const samen = bekend.filter(({ alleen }) => !alleen).map(({ id }) => id);
  return [...bekend.map(({ id }) => [id]), samen];
}

/** Every combination of answers to the own facts of a table, each fact open as well. */
export function* listCombinaties(feiten: readonly string[]): Generator<Antwoorden> {
  const [feit, ...rest] = feiten;
  if (feit === undefined) {
    yield {};
    return;
  }
  const bekend = listBekend(feit);
  for (const antwoorden of listCombinaties(rest)) {
    yield antwoorden;
    for (const antwoord of bekend) yield { ...antwoorden, [feit]: antwoord };
  }
}

/** The truth of a table when it is opened. */
export function toTafelWaarheid({ regels }: Overlegtafel, antwoorden: Antwoorden): Truth {
  const voorwaarden = new Map(regels.criteria.map(({ id, voorwaarde }) => [id, voorwaarde]));
  return evaluateRegel(regels.regel, (id) => {
    const voorwaarde = voorwaarden.get(id);
    return voorwaarde ? evaluateVoorwaarde(voorwaarde, antwoorden) : 'onbekend';
  });
}
