import type { Antwoorden } from '../model/antwoorden.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { createSort } from '../model/volgorde.ts';
import type { Vraag } from '../model/vraag.ts';

/** The questions that are relevant with these answers and these tables opened, in asking order. */
export type FindRelevant = (gegeven: Antwoorden, geopend: Iterable<Overlegtafel>) => Vraag[];

/** Sorts the questions out, once at start, by what makes them relevant: what is not opened costs nothing. */
export function createFindRelevant(vragen: readonly Vraag[]): FindRelevant {
  const altijd: Vraag[] = [];
  const perTafel = new Map<string, Vraag[]>();
  const perFeit = new Map<string, { vraag: Vraag; is: string }[]>();
  for (const vraag of vragen) {
    const { feit, wanneer } = vraag;
    if ('altijd' in wanneer) altijd.push(vraag);
    // Only an earlier question can make one relevant.
    else if ('feit' in wanneer) perFeit.get(wanneer.feit)?.push({ vraag, is: wanneer.is });
    else for (const tafel of wanneer.tafels) perTafel.set(tafel, [...(perTafel.get(tafel) ?? []), vraag]);
    perFeit.set(feit, []);
  }
  const sort = createSort(vragen);

  return (gegeven, geopend) => {
    const relevant = new Set(altijd);
    for (const { id } of geopend) for (const vraag of perTafel.get(id) ?? []) relevant.add(vraag);
    // A set hands out what is added on the way as well: what an answer makes relevant may do so in its turn.
    for (const { feit } of relevant) {
      for (const { vraag, is } of perFeit.get(feit) ?? []) if (gegeven[feit] === is) relevant.add(vraag);
    }
    return sort(relevant);
  };
}
