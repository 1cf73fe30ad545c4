import type { Regel } from '../../domain/model/regel.ts';

/** How the criteria make the whole, as nested lists: "al deze" or "een van deze". */
export interface RegelModel {
  readonly kop: string | null;
  readonly tekst: string | null;
  readonly delen: readonly RegelModel[];
}

/** The view-model of a rule; `tekstVan` gives the text of a criterion. */
export function toRegelModel(regel: Regel, tekstVan: (id: string) => string): RegelModel {
  if ('condition' in regel) return { kop: null, tekst: tekstVan(regel.condition), delen: [] };
  const [kop, delen] =
    'any' in regel ? ['Een van deze is genoeg:', regel.any] : ['Dit moet allemaal zo zijn:', regel.all];
  const [enige] = delen;
  // Around a single part "all of these" says nothing.
  if (delen.length === 1 && enige) return toRegelModel(enige, tekstVan);
  return { kop, tekst: null, delen: delen.map((deel) => toRegelModel(deel, tekstVan)) };
}
