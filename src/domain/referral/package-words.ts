import type { Antwoord } from '../model/antwoorden.ts';
import type { PakketWords } from '../model/pakketveld.ts';
import { INWONER } from '../model/routing-facts.ts';

/** The words of the package and its form for who has this role. */
export function toPackageWords(
  words: PakketWords,
  rol: Antwoord | undefined,
): Pick<PakketWords, 'rubrieken' | 'teksten' | 'velden'> {
  if (rol !== INWONER) return words;
  const { rubrieken, teksten, velden } = words.inwoner;
  return {
    rubrieken: { ...words.rubrieken, ...rubrieken },
    teksten: { ...words.teksten, ...teksten },
    velden: words.velden.map((veld) => ({ ...veld, ...velden[veld.id] })),
  };
}
