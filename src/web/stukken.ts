import { compressPart, type GzipPart, storePart } from '../published/gzip-parts.ts';

/** What goes into the holes of a page, by name: safe HTML, which may show pieces and have holes itself. */
export type Waarden = Readonly<Record<string, string>>;

/**
 * Pieces that are the same in many pages: each is rendered and compressed once. A page that is made for one request
 * shows where they go; only what is between them is rendered, and sent as it is.
 */
export interface Stukken {
  /**
   * Gives what stands in the text of a page for the piece of this name, which is rendered when it is first asked for.
   * Names come from the content and never from what somebody answered, so that there are only so many.
   */
  toon(naam: string, render: () => string): string;
  /** The parts of a page: its text, with the pieces where they are shown and the values in the holes. */
  vul(tekst: string, waarden: Waarden): GzipPart[];
}

// Control characters stand in no text, and escaping leaves them alone.
const OPEN = '\u0001';
const SLUIT = '\u0002';

/** What a template gets for a value that differs per request. */
export function toGat(naam: string): string {
  return `${OPEN}${naam}${SLUIT}`;
}

/** A piece that is ready: its parts, and between them the names of its holes. */
type Stuk = readonly (GzipPart | string)[];

/** Makes a collection without pieces. */
export function createStukken(): Stukken {
  const stukken = new Map<string, Stuk>();
  return {
    toon(naam, render) {
      if (!stukken.has(naam)) {
        const stuk: (GzipPart | string)[] = [];
        knip(
          render(),
          (tekst) => stuk.push(compressPart(tekst)),
          (gat) => stuk.push(gat),
        );
        stukken.set(naam, stuk);
      }
      return toGat(naam);
    },
    vul(pagina, waarden) {
      const delen: GzipPart[] = [];
      // The same value stands in many places.
      const gevuld = new Map<string, GzipPart[]>();
      const voegToe = (tekst: string, aan: GzipPart[]) =>
        knip(
          tekst,
          (deel) => aan.push(storePart(deel)),
          (naam) => vulGat(naam, aan),
        );
      const vulGat = (naam: string, aan: GzipPart[]): void => {
        const stuk = stukken.get(naam);
        if (stuk) {
          for (const deel of stuk) typeof deel === 'string' ? vulGat(deel, aan) : aan.push(deel);
          return;
        }
        let inhoud = gevuld.get(naam);
        if (!inhoud) {
          const waarde = waarden[naam];
          if (waarde === undefined) throw new Error(`Er is geen waarde voor ${naam}.`);
          inhoud = [];
          voegToe(waarde, inhoud);
          gevuld.set(naam, inhoud);
        }
        for (const deel of inhoud) aan.push(deel);
      };
      voegToe(pagina, delen);
      return delen;
    },
  };
}

/** Cuts a text at its holes, and gives what it finds in order. */
function knip(tekst: string, onTekst: (deel: string) => void, onGat: (naam: string) => void): void {
  let begin = 0;
  for (let open = tekst.indexOf(OPEN); open >= 0; open = tekst.indexOf(OPEN, begin)) {
    if (open > begin) onTekst(tekst.slice(begin, open));
    const sluit = tekst.indexOf(SLUIT, open);
    if (sluit < 0) throw new Error('Een tekst bevat een teken dat in geen tekst hoort (U+0001).');
    onGat(tekst.slice(open + 1, sluit));
    begin = sluit + 1;
  }
  if (begin < tekst.length) onTekst(tekst.slice(begin));
}
