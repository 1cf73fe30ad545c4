import { compressPart, joinGzip, storePart } from '../published/gzip-parts.ts';

/** What goes into the holes, by name; must be safe HTML already. */
type Waarden = Readonly<Record<string, string>>;

// Between signs that stand in no text, and that escaping leaves alone.
const GAT = /\uE000(\w+)\uE001/;

/** What a template gets for a value that differs per request. */
export function toGat(naam: string): string {
  return `\uE000${naam}\uE001`;
}

/** Makes a page as it is sent: plain, or as gzip. */
export type PaginaMal = (waarden: Waarden, gzip: boolean) => Buffer;

/** Cuts the HTML of a page at its holes; the bytes around them are made, and compressed, once. */
export function createPaginaMal(html: string): PaginaMal {
  const delen = split(html).map((deel) => ('naam' in deel ? deel : compressPart(Buffer.from(deel.html))));
  return (waarden, gzip) => {
    if (!gzip)
      return Buffer.concat(
        delen.map((deel) => ('naam' in deel ? Buffer.from(find(waarden, deel.naam)) : deel.bytes)),
      );
    return joinGzip(
      delen.map((deel) => ('naam' in deel ? storePart(Buffer.from(find(waarden, deel.naam))) : deel)),
    );
  };
}

/** Cuts the HTML of a small part of a page at its holes. */
export function createDeelMal(html: string): (waarden: Waarden) => string {
  const delen = split(html);
  return (waarden) => {
    let tekst = '';
    for (const deel of delen) tekst += 'naam' in deel ? find(waarden, deel.naam) : deel.html;
    return tekst;
  };
}

function split(html: string): ({ html: string } | { naam: string })[] {
  // Splitting by a group gives what is around and what is in the group by turns.
  return html.split(GAT).map((deel, index) => (index % 2 === 0 ? { html: deel } : { naam: deel }));
}

function find(waarden: Waarden, naam: string): string {
  const waarde = waarden[naam];
  if (waarde === undefined) throw new Error(`Er is geen waarde voor ${naam}.`);
  return waarde;
}
