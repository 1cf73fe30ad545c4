import type { Regel } from '../../domain/model/regel.ts';

/** How the criteria make the whole, as nested lists: "al deze" or "een van deze". */
export interface RegelModel {
  readonly kop: string | null;
  readonly tekst: string | null;
  readonly delen: readonly RegelModel[];
}

/** The view-model of a rule; `tekstVan` gives the text of a criterion. */
export function toRegelModel(regel: Regel, textOf: (id: string) => string): RegelModel {
  if ('condition' in regel) return { kop: null, tekst: textOf(regel.condition), delen: [] };
  const [kop, parts] =
    'any' in regel ? ['Een van deze is genoeg:', regel.any] : ['Dit moet allemaal zo zijn:', regel.all];
  const [single] = parts;
  // Around a single part "all of these" says nothing.
  if (parts.length === 1 && single) return toRegelModel(single, textOf);
  return { kop, tekst: null, delen: parts.map((deel) => toRegelModel(deel, textOf)) };
}
