import type { Regel } from '../../domain/model/regel.ts';
import type { BeslisboomText } from '../../domain/model/uitkomst.ts';

/** How the criteria make the whole, as nested lists: "al deze" or "een van deze". */
export interface RegelModel {
  readonly kop: string | null;
  readonly tekst: string | null;
  readonly delen: readonly RegelModel[];
}

/** The view-model of a rule, in the words of the decision tree; `textOf` gives the text of a criterion. */
export function toRegelModel(
  regel: Regel,
  words: BeslisboomText['regel'],
  textOf: (id: string) => string,
): RegelModel {
  if ('condition' in regel) return { kop: null, tekst: textOf(regel.condition), delen: [] };
  const [kop, parts] = 'any' in regel ? [words.een, regel.any] : [words.alle, regel.all];
  const [single] = parts;
  // Around a single part "all of these" says nothing.
  if (parts.length === 1 && single) return toRegelModel(single, words, textOf);
  return { kop, tekst: null, delen: parts.map((deel) => toRegelModel(deel, words, textOf)) };
}
