import type { Say } from '../texts.ts';

/** One part of a section, as plain text: no mark-up, and a line break is a line break. */
export type Block =
  | { readonly soort: 'alinea'; readonly tekst: string }
  | { readonly soort: 'lijst'; readonly items: readonly string[] }
  | {
      readonly soort: 'gegevens';
      readonly rijen: readonly { readonly naam: string; readonly waarde: string }[];
    }
  | {
      readonly soort: 'tabel';
      readonly bijschrift: string;
      readonly koppen: readonly string[];
      /** The cells of a row, or a heading over the whole width for the rows below it. */
      readonly rijen: readonly (readonly string[] | { readonly kop: string })[];
    }
  | { readonly soort: 'melding'; readonly tekst: string }
  /** An address as a QR code, with what the picture is for who does not see it. */
  | { readonly soort: 'qr'; readonly adres: string; readonly alt: string };

/** A part of the package under its own heading. */
export interface Section {
  readonly kop: string;
  readonly blokken: readonly Block[];
}

/** A document for paper: what it says, and nothing of how it looks. */
export interface PaperDocument {
  readonly titel: string;
  /** One sentence on what it is, for the properties of the file. */
  readonly onderwerp: string;
  /** The day on which it is made, YYYY-MM-DD. */
  readonly datum: string;
  /** What stands at the top and at the bottom of every page, on the left. */
  readonly headingLinks: string;
  readonly footerLinks: string;
  /** A warning on every page, or null. */
  readonly waarschuwing: string | null;
  /** Set closely, without the facts that the edges of a page say already, so that it stays on one page. */
  readonly onePage: boolean;
  /** Facts about the document itself, below its title. */
  readonly gegevens: readonly { readonly naam: string; readonly waarde: string }[];
  readonly secties: readonly Section[];
  readonly words: PaperWords;
  /** A file that goes along inside the PDF, or null. */
  readonly bijlage: PaperFile | null;
}

/** A file inside a PDF, with what it is; the text of the document says that it is there. */
export interface PaperFile {
  readonly naam: string;
  readonly type: string;
  readonly omschrijving: string;
  readonly tekst: string;
}

/** What a document says of itself where that is known only once it is on paper. */
export interface PaperWords {
  /** The number of a page, with two slots; see `toPageText`. */
  readonly bladzijde: string;
  /** That a text is cut, and that the whole document is. */
  readonly ingekort: string;
  readonly afgebroken: string;
}

const NUMBER = '{nummer}';
const COUNT = '{aantal}';

/** The words of every document. */
export function toPaperWords(say: Say): PaperWords {
  return {
    bladzijde: say('pdf.bladzijde', { nummer: NUMBER, aantal: COUNT }),
    ingekort: say('pdf.ingekort'),
    afgebroken: say('pdf.afgebroken-pagina'),
  };
}

/** The number of a page, in words. */
export function toPageText(bladzijde: string, number: number, count: number): string {
  return bladzijde.replace(NUMBER, String(number)).replace(COUNT, String(count));
}

/**
 * Makes a tagged PDF of a document; a character that the font lacks becomes the nearest one, or "[?]", and texts that
 * together are too long are cut, which they say. It is not made for an asker who has gone.
 * @throws PdfFailure when there is no PDF; it says why.
 */
export type WritePdf = (document: PaperDocument, asker?: Asker) => Promise<Buffer>;

/** Who asks for a PDF: when there are many, everybody has a turn. */
export interface Asker {
  /** The same for all that one address asks; nothing else is done with it. */
  readonly who: string;
  /** Aborted when nobody waits for it any more. */
  readonly signal?: AbortSignal;
}

/** Why there is no PDF: too many at once, took too long, the server stops, nobody waits for it, or something broke. */
export type PdfReason = 'druk' | 'duurtTeLang' | 'gestopt' | 'afgebroken' | 'fout';

/** No PDF was made; `pdf.<reason>` is what the user is told, the cause is for the log. */
export class PdfFailure extends Error {
  readonly reden: PdfReason;

  constructor(reason: PdfReason, cause?: unknown) {
    super(reason, { cause });
    this.name = 'PdfFailure';
    this.reden = reason;
  }
}
