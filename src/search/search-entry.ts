import { toNumberText } from '../domain/model/contact.ts';
import type { Synonym } from '../domain/model/word.ts';
import type { SearchDocument, SearchPlace } from '../domain/search/search-document.ts';
import type { Say } from '../domain/texts.ts';
import { toNumberKey } from './number-key.ts';
import { listPlaceKeys } from './place-key.ts';
import { toStems } from './split-words.ts';
import { toKey } from './vocabulary.ts';

/** A word that people use for something, and the name on this site that it stands for. */
interface Entry {
  readonly sleutel: string;
  readonly woord: string;
  readonly term: string;
  /** Whether this is what somebody who uses the word should see first. */
  readonly isFirst: boolean;
}

/** A sentence of a document, with its stems between spaces, so that a stem can be looked for as ` stem `. */
interface Passage {
  readonly veld: string;
  readonly sentence: string;
  readonly stems: string;
}

/** A document as the index holds it. */
export interface SearchEntry {
  readonly document: SearchDocument;
  /** The stems of each of its names. */
  readonly names: readonly (readonly string[])[];
  readonly plaatsen: readonly (SearchPlace & { readonly sleutel: string })[];
  readonly nummers: readonly { readonly sleutel: string; readonly nummer: string }[];
  readonly synoniemen: readonly Entry[];
  readonly passages: readonly Passage[];
}

/** Prepares a document: which synonyms lead to it, and its texts sentence by sentence. */
export function toSearchEntry(
  say: Say,
  document: SearchDocument,
  synoniemen: readonly AppliedSynonym[],
): SearchEntry {
  const names = [document.titel, ...document.ook].map((naam) => [...new Set(toStems(naam))]);
  return {
    document,
    names,
    plaatsen: (document.plaatsen ?? []).flatMap((plaats) =>
      listPlaceKeys(plaats.naam).map((sleutel) => ({ ...plaats, sleutel })),
    ),
    nummers: listNumbers(document).map((nummer) => ({
      sleutel: toNumberKey(nummer),
      nummer: toNumberText(nummer),
    })),
    synoniemen: synoniemen.flatMap(({ entries, termen }) => {
      const term = termen.find(({ stems }) =>
        names.some((naam) => stems.length > 0 && stems.every((stem) => naam.includes(stem))),
      );
      return term
        ? entries.map((entry) => ({
            ...entry,
            term: toShownTerm(document, term.tekst),
            isFirst: term === termen[0],
          }))
        : [];
    }),
    passages: [{ naam: say('zoeken.veld-kort'), tekst: document.kort }, ...document.velden].flatMap(
      ({ naam, tekst }) =>
        toSentences(tekst).map((sentence) => ({
          veld: naam,
          sentence,
          stems: ` ${toStems(sentence).join(' ')} `,
        })),
    ),
  };
}

function listNumbers({ contacten = [], nummers = [] }: SearchDocument): string[] {
  const known = contacten.flatMap(({ soort, waarde }) => (soort === 'telefoon' && waarde ? [waarde] : []));
  return [...known, ...nummers];
}

/** A term as one reads it: words out of the middle of a name are no name. */
function toShownTerm({ titel, ook }: SearchDocument, term: string): string {
  const isName = [titel, ...ook].some((naam) => naam.toLowerCase().startsWith(term.toLowerCase()));
  return isName ? term : titel;
}

/** A synonym with its stems, made once for all documents. */
interface AppliedSynonym {
  readonly entries: readonly { readonly sleutel: string; readonly woord: string }[];
  readonly termen: readonly { readonly tekst: string; readonly stems: readonly string[] }[];
}

/** Brings the words and terms of a synonym to their stems. */
export function toAppliedSynonym({ woorden, termen }: Synonym): AppliedSynonym {
  return {
    entries: woorden.map((woord) => ({ sleutel: toKey(toStems(woord)), woord })),
    termen: termen.map((tekst) => ({ tekst, stems: toStems(tekst) })),
  };
}

function toSentences(tekst: string): string[] {
  return tekst.split(/(?<=[.?!])\s+/).filter((sentence) => sentence !== '');
}
