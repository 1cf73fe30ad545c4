import { evaluateRegel, type Truth } from '../evaluation/kleene.ts';
import type { Regel } from '../model/regel.ts';
import type { CriteriumOordeel, TafelOordeel } from './advies.ts';

/** How the oordeel of the whole follows from the criteria: a criterion, or a group of which all, or one, must hold. */
export type Explanation =
  | { readonly soort: 'criterium'; readonly truth: Truth; readonly criterium: CriteriumOordeel }
  | { readonly soort: 'alle' | 'een'; readonly truth: Truth; readonly delen: readonly Explanation[] };

/** Explains the oordeel of a table along its rule; a group of one is that one. */
export function explainOordeel({ tafel, criteria }: Pick<TafelOordeel, 'tafel' | 'criteria'>): Explanation {
  const oordeelOf = new Map(criteria.map((oordeel) => [oordeel.criterium.id, oordeel]));
  const truthOf = (id: string): Truth => oordeelOf.get(id)?.oordeel ?? 'onbekend';
  const explain = (regel: Regel): Explanation => {
    const truth = evaluateRegel(regel, truthOf);
    if ('condition' in regel) {
      const criterium = oordeelOf.get(regel.condition);
      if (!criterium)
        throw new Error(`De regel van ${tafel.id} noemt het onbekende criterium ${regel.condition}.`);
      return { soort: 'criterium', truth, criterium };
    }
    const delen = ('any' in regel ? regel.any : regel.all).map(explain);
    const [single] = delen;
    if (delen.length === 1 && single) return single;
    return { soort: 'any' in regel ? 'een' : 'alle', truth, delen };
  };
  return explain(tafel.regels.regel);
}
