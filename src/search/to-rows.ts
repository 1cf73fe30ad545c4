import type { ZoekIngang } from './search-entry.ts';
import { splitWords, type Woordstam } from './split-words.ts';
import type { Woordenschat } from './vocabulary.ts';

/** The fields of the index, most telling first, with how much a hit in each weighs. */
export const VELDEN = { titel: 6, ook: 6, synoniem: 5, kort: 2, tekst: 1 } as const;
type Veld = keyof typeof VELDEN;

/** A document as the index takes it: per field its stems, with spaces between them. */
export type Rij = { nummer: number } & Record<Veld, string>;

/** Makes the rows of the index, the most telling field first; every word that is indexed goes into the vocabulary. */
export function toRijen(ingangen: readonly ZoekIngang[], woordenschat: Woordenschat): Rij[] {
  const rijen = ingangen.map((_, nummer) => ({
    nummer,
    titel: '',
    ook: '',
    synoniem: '',
    kort: '',
    tekst: '',
  }));
  for (const veld of Object.keys(VELDEN) as Veld[]) {
    for (const rij of rijen) {
      const ingang = ingangen[rij.nummer];
      rij[veld] = ingang ? addVeld(LEZERS[veld](ingang), woordenschat) : '';
    }
  }
  return rijen;
}

type Woord = Pick<Woordstam, 'stam' | 'woord'>;

const LEZERS: Readonly<Record<Veld, (ingang: ZoekIngang) => Woord[]>> = {
  titel: ({ document }) => toWoorden(document.titel),
  ook: ({ document }) => document.ook.flatMap(toWoorden),
  synoniem: ({ synoniemen }) => synoniemen.map(({ sleutel, woord }) => ({ stam: sleutel, woord })),
  kort: ({ document }) => toWoorden(document.kort),
  tekst: ({ document }) => document.velden.flatMap(({ tekst }) => toWoorden(tekst)),
};

function toWoorden(tekst: string): Woord[] {
  return splitWords(tekst).filter(({ isStopwoord }) => !isStopwoord);
}

function addVeld(woorden: readonly Woord[], woordenschat: Woordenschat): string {
  const uniek = new Map(woorden.map(({ stam, woord }) => [stam, woord]));
  for (const [stam, woord] of uniek) {
    if (!woordenschat.add(stam, woord)) uniek.delete(stam);
  }
  return woorden
    .filter(({ stam }) => uniek.has(stam))
    .map(({ stam }) => stam)
    .join(' ');
}
