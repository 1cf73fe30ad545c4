import { foldWord, type Woordstam } from './split-words.ts';
import { type Kandidaat, toSleutel, type Woordenschat } from './vocabulary.ts';

/** A word of the index that is looked up, and which words that the visitor typed it stands for. */
export interface Zoekwoord extends Kandidaat {
  /** Places in the list of typed words. */
  readonly voor: readonly number[];
}

/** The longest synonym, in words that say something. */
const MAX_FRASE = 4;

/** Every word of the index that may be meant by these words, alone or some of them together; each once. */
export function findKandidaten(woorden: readonly Woordstam[], woordenschat: Woordenschat): Zoekwoord[] {
  const gevonden = new Map<string, Zoekwoord>();
  for (const reeks of listReeksen(woorden)) {
    const sleutel = toSleutel(reeks.map(({ stam }) => stam));
    const [enige, ...meer] = reeks;
    const begin = enige && meer.length === 0 ? foldWord(enige.woord) : sleutel;
    const voor = reeks.map((woord) => woorden.indexOf(woord));
    for (const kandidaat of woordenschat.find(sleutel, begin)) {
      const eerder = gevonden.get(kandidaat.stam);
      gevonden.set(kandidaat.stam, {
        ...(eerder && eerder.gewicht >= kandidaat.gewicht ? eerder : kandidaat),
        voor: [...new Set([...(eerder?.voor ?? []), ...voor])],
      });
    }
  }
  return [...gevonden.values()];
}

/** Chooses the words to look up so that together they stand in no more than `budget` fields of documents. */
export function chooseWithinBudget(
  kandidaten: readonly Zoekwoord[],
  count: (stam: string) => number,
  budget: number,
): Zoekwoord[] {
  // What was typed comes first, and of that the rarest word, since it tells most.
  const volgorde = [...kandidaten].sort(
    (a, b) =>
      Number(b.gelijkenis === 'gelijk') - Number(a.gelijkenis === 'gelijk') ||
      (a.gelijkenis === 'gelijk' ? count(a.stam) - count(b.stam) : b.gewicht - a.gewicht),
  );
  let over = budget;
  return volgorde.filter(({ stam }) => {
    const past = count(stam) <= over;
    if (past) over -= count(stam);
    return past;
  });
}

/** 1 to MAX_FRASE words in a row, from each place. */
function listReeksen(woorden: readonly Woordstam[]): Woordstam[][] {
  return woorden.flatMap((_, van) =>
    Array.from({ length: Math.min(MAX_FRASE, woorden.length - van) }, (__, extra) =>
      woorden.slice(van, van + extra + 1),
    ),
  );
}
