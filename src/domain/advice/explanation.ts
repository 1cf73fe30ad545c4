import { evaluateRegel, type Waarheid } from '../evaluation/kleene.ts';
import type { Regel } from '../model/regel.ts';
import type { CriteriumOordeel, TafelOordeel } from './advies.ts';

/** How the oordeel of the whole follows from the criteria: a criterion, or a group of which all, or one, must hold. */
export type Uitleg =
  | { readonly soort: 'criterium'; readonly waarheid: Waarheid; readonly criterium: CriteriumOordeel }
  | { readonly soort: 'alle' | 'een'; readonly waarheid: Waarheid; readonly delen: readonly Uitleg[] };

/** Explains the oordeel of a table along its rule; a group of one is that one. */
export function explainOordeel({ tafel, criteria }: Pick<TafelOordeel, 'tafel' | 'criteria'>): Uitleg {
  const oordeelVan = new Map(criteria.map((oordeel) => [oordeel.criterium.id, oordeel]));
  const waarheidVan = (id: string): Waarheid => oordeelVan.get(id)?.oordeel ?? 'onbekend';
  const explain = (regel: Regel): Uitleg => {
    const waarheid = evaluateRegel(regel, waarheidVan);
    if ('condition' in regel) {
      const criterium = oordeelVan.get(regel.condition);
      if (!criterium)
        throw new Error(`De regel van ${tafel.id} noemt het onbekende criterium ${regel.condition}.`);
      return { soort: 'criterium', waarheid, criterium };
    }
    const delen = ('any' in regel ? regel.any : regel.all).map(explain);
    const [enige] = delen;
    if (delen.length === 1 && enige) return enige;
    return { soort: 'any' in regel ? 'een' : 'alle', waarheid, delen };
  };
  return explain(tafel.regels.regel);
}
