import type { Synonym } from '../domain/model/word.ts';
import type { SearchDocument } from '../domain/search/search-document.ts';
import { toStammen } from './split-words.ts';
import { toSleutel } from './vocabulary.ts';

/** A word that people use for something, and the name on this site that it stands for. */
interface Ingang {
  readonly sleutel: string;
  readonly woord: string;
  readonly term: string;
}

/** A sentence of a document, with its stems between spaces, so that a stem can be looked for as ` stem `. */
interface Passage {
  readonly veld: string;
  readonly zin: string;
  readonly stammen: string;
}

/** A document as the index holds it. */
export interface ZoekIngang {
  readonly document: SearchDocument;
  readonly synoniemen: readonly Ingang[];
  readonly passages: readonly Passage[];
}

/** The name under which the short text is mentioned in a hit. */
const VELD_KORT = 'de korte uitleg';

/** Prepares a document: which synonyms lead to it, and its texts sentence by sentence. */
export function toZoekIngang(document: SearchDocument, synoniemen: readonly ToegepastSynoniem[]): ZoekIngang {
  const namen = [document.titel, ...document.ook].map((naam) => new Set(toStammen(naam)));
  return {
    document,
    synoniemen: synoniemen.flatMap(({ ingangen, termen }) => {
      const term = termen.find(({ stammen }) =>
        namen.some((naam) => stammen.length > 0 && stammen.every((stam) => naam.has(stam))),
      );
      return term ? ingangen.map((ingang) => ({ ...ingang, term: term.tekst })) : [];
    }),
    passages: [{ naam: VELD_KORT, tekst: document.kort }, ...document.velden].flatMap(({ naam, tekst }) =>
      toZinnen(tekst).map((zin) => ({ veld: naam, zin, stammen: ` ${toStammen(zin).join(' ')} ` })),
    ),
  };
}

/** A synonym with its stems, made once for all documents. */
interface ToegepastSynoniem {
  readonly ingangen: readonly { readonly sleutel: string; readonly woord: string }[];
  readonly termen: readonly { readonly tekst: string; readonly stammen: readonly string[] }[];
}

/** Brings the words and terms of a synonym to their stems. */
export function toToegepastSynoniem({ woorden, termen }: Synonym): ToegepastSynoniem {
  return {
    ingangen: woorden.map((woord) => ({ sleutel: toSleutel(toStammen(woord)), woord })),
    termen: termen.map((tekst) => ({ tekst, stammen: toStammen(tekst) })),
  };
}

function toZinnen(tekst: string): string[] {
  return tekst.split(/(?<=[.?!])\s+/).filter((zin) => zin !== '');
}
