import { evaluateVoorwaarde } from '../../src/domain/evaluation/kleene.ts';
import { type Antwoord, isOpen } from '../../src/domain/model/antwoorden.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Regel } from '../../src/domain/model/regel.ts';
import { EERDER_BESPROKEN } from '../../src/domain/model/routing-facts.ts';
import {
  isRelevant,
  type Situatie,
  toLokaleStap,
  toTafelStatus,
} from '../../src/domain/questions/situatie.ts';
import { model } from '../support/real-content.ts';

/**
 * All of a situation that the questions after the signals, and the outcome, still depend on, as a key: situations with
 * the same key go on in the same way, so one of them needs to be walked. Of a table that does not fit nothing counts
 * any more; of the others what is left of the rule, what is yet to be asked to be shown, and while the local step is open how
 * much is unknown.
 * `test/proof/question-paths.test.ts` walks whole trees without this key as well, and compares.
 */
export function toKey(situatie: Situatie): string {
  const { antwoorden, opened } = situatie;
  const isToAsk = (feit: string) => antwoorden[feit] === undefined;
  const isUnknown = (antwoord: Antwoord | undefined) => antwoord !== undefined && isOpen(antwoord);
  const stap = toLokaleStap(antwoorden);
  const parts = model.tafels.flatMap((tafel) => {
    const { id, regels } = tafel;
    const opener = regels.ookGeopendDoor?.fact;
    const isToOpen = opener !== undefined && isRelevant(model, situatie, opener) && isToAsk(opener);
    if (!opened.has(id) && !isToOpen) return [];
    const rest = simplify(regels.regel, tafel, situatie);
    if (rest === 'nee') return [];
    const shown = [
      ...regels.criteria
        .filter(({ weging }) => weging === 'aandachtspunt')
        .map(({ voorwaarde }) => voorwaarde.fact),
      ...(regels.financiering ? [regels.financiering.feit] : []),
      ...(regels.bijHetBellen ?? []),
    ];
    const unknown = regels.criteria.filter(({ voorwaarde }) => isUnknown(antwoorden[voorwaarde.fact]));
    return [
      `${id}${opened.has(id) ? '' : '?'}: ${rest}, ${shown.filter(isToAsk).join()}, ${stap === 'vastgelopen' ? '' : unknown.length}`,
    ];
  });
  return [...parts, stap, JSON.stringify(antwoorden[EERDER_BESPROKEN] ?? null)].join('\n');
}

/** What is left of a rule: criteria not asked for yet by their id, and `onbekend` for what stays open. */
function simplify(regel: Regel, tafel: Overlegtafel, situatie: Situatie): string {
  if ('condition' in regel) {
    const voorwaarde = tafel.regels.criteria.find(({ id }) => id === regel.condition)?.voorwaarde;
    if (!voorwaarde || situatie.antwoorden[voorwaarde.fact] === undefined) return regel.condition;
    return evaluateVoorwaarde(voorwaarde, situatie.antwoorden);
  }
  const [soort, parts, decides, anders] =
    'any' in regel ? (['any', regel.any, 'ja', 'nee'] as const) : (['all', regel.all, 'nee', 'ja'] as const);
  const leftovers = parts.map((deel) => simplify(deel, tafel, situatie)).filter((rest) => rest !== anders);
  if (leftovers.includes(decides)) return decides;
  const [single, ...other] = [...new Set(leftovers)].toSorted();
  if (single === undefined) return anders;
  return other.length === 0 ? single : `${soort}(${[single, ...other].join()})`;
}

/** The tables that still count in a situation. */
export function listAlive(situatie: Situatie): string[] {
  return model.tafels
    .filter(({ id }) => situatie.opened.has(id))
    .filter((tafel) => toTafelStatus(model, situatie, tafel).truth !== 'nee')
    .map(({ id }) => id);
}
