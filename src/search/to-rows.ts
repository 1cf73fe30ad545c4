import type { SearchEntry } from './search-entry.ts';
import { splitWords, type WordStem } from './split-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The fields of the index, most telling first, with how much a hit in each weighs. What people say for it weighs more
 * than a name in which the word happens to stand; but what they say comes to more than one thing, of which one is first.
 */
export const VELDEN = {
  telefoon: 12,
  plaats: 12,
  synoniem: 8,
  titel: 6,
  ook: 6,
  verderSynoniem: 3,
  kort: 1.5,
  tekst: 1,
} as const;
export type IndexVeld = keyof typeof VELDEN;

/** A document as the index takes it: per field its stems, with spaces between them. */
export type Row = { nummer: number } & Record<IndexVeld, string>;

/** Makes the rows of the index, the most telling field first; every word that is indexed goes into the vocabulary. */
export function toRows(entries: readonly SearchEntry[], vocabulary: Vocabulary): Row[] {
  const rijen = entries.map((_, nummer) => ({
    nummer,
    telefoon: '',
    plaats: '',
    synoniem: '',
    titel: '',
    ook: '',
    verderSynoniem: '',
    kort: '',
    tekst: '',
  }));
  for (const veld of Object.keys(VELDEN) as IndexVeld[]) {
    for (const rij of rijen) {
      const entry = entries[rij.nummer];
      rij[veld] = entry ? addVeld(READERS[veld](entry), vocabulary) : '';
    }
  }
  return rijen;
}

type Word = Pick<WordStem, 'stem' | 'woord'>;

const READERS: Readonly<Record<IndexVeld, (entry: SearchEntry) => Word[]>> = {
  telefoon: ({ nummers }) => nummers.map(({ sleutel, nummer }) => ({ stem: sleutel, woord: nummer })),
  plaats: ({ plaatsen }) => plaatsen.map(({ sleutel, naam }) => ({ stem: sleutel, woord: naam })),
  synoniem: ({ synoniemen }) => toSynonymWords(synoniemen.filter(({ isFirst }) => isFirst)),
  titel: ({ document }) => toWords(document.titel),
  ook: ({ document }) => document.ook.flatMap(toWords),
  verderSynoniem: ({ synoniemen }) => toSynonymWords(synoniemen.filter(({ isFirst }) => !isFirst)),
  kort: ({ document }) => toWords(document.kort),
  tekst: ({ document }) => document.velden.flatMap(({ tekst }) => toWords(tekst)),
};

function toSynonymWords(synoniemen: SearchEntry['synoniemen']): Word[] {
  return synoniemen.map(({ sleutel, woord }) => ({
    stem: sleutel,
    woord: toWords(woord)
      .map((part) => part.woord)
      .join(' '),
  }));
}

function toWords(tekst: string): Word[] {
  return splitWords(tekst).filter(({ isStopWord }) => !isStopWord);
}

function addVeld(woorden: readonly Word[], vocabulary: Vocabulary): string {
  const unique = new Map(woorden.map(({ stem, woord }) => [stem, woord]));
  for (const [stem, woord] of unique) {
    if (!vocabulary.add(stem, woord)) unique.delete(stem);
  }
  return woorden
    .filter(({ stem }) => unique.has(stem))
    .map(({ stem }) => stem)
    .join(' ');
}
