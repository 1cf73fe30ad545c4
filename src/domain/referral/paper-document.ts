/** One part of a section, as plain text: no mark-up, and a line break is a line break. */
export type Blok =
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
      readonly rijen: readonly (readonly string[])[];
    }
  | { readonly soort: 'melding'; readonly tekst: string };

/** A part of the package under its own heading. */
export interface Sectie {
  readonly kop: string;
  readonly blokken: readonly Blok[];
}

/** A document for paper: what it says, and nothing of how it looks. */
export interface PapierDocument {
  readonly titel: string;
  /** One sentence on what it is, for the properties of the file. */
  readonly onderwerp: string;
  /** The day on which it is made, YYYY-MM-DD. */
  readonly datum: string;
  /** What stands at the top and at the bottom of every page, on the left. */
  readonly kopLinks: string;
  readonly voetLinks: string;
  /** A warning on every page, or null. */
  readonly waarschuwing: string | null;
  /** Set closely, without the facts that the edges of a page say already, so that it stays on one page. */
  readonly eenBladzijde: boolean;
  /** Facts about the document itself, below its title. */
  readonly gegevens: readonly { readonly naam: string; readonly waarde: string }[];
  readonly secties: readonly Sectie[];
}

/** The referral package as a document: what it says, and nothing of how it looks. */
export interface PakketDocument {
  readonly titel: string;
  readonly casuscode: string;
  readonly tafelNaam: string;
  /** The day on which the package is made, YYYY-MM-DD. */
  readonly datum: string;
  /** Whether something is missing, so that every page says that it must not be sent yet. */
  readonly concept: boolean;
  /** Whether it is a card of one page, with less space between its lines. */
  readonly eenBladzijde: boolean;
  readonly secties: readonly Sectie[];
}

/**
 * Makes a tagged PDF of a package; a character that the font lacks becomes the nearest one, or "[?]", and texts that
 * together are too long are cut, which they say. It is not made for a signal that was aborted.
 * @throws PdfMislukt when there is no PDF; it says why.
 */
export type WritePdf = (pakket: PakketDocument, signal?: AbortSignal) => Promise<Buffer>;

/**
 * Makes a tagged PDF of any other document.
 * @throws PdfMislukt when there is no PDF; it says why.
 */
export type WritePapier = (document: PapierDocument, signal?: AbortSignal) => Promise<Buffer>;

/** Why there is no PDF: too many at once, took too long, the server stops, nobody waits for it, or something broke. */
export type PdfReden = 'druk' | 'duurtTeLang' | 'gestopt' | 'afgebroken' | 'fout';

const MELDINGEN: Readonly<Record<PdfReden, string>> = {
  druk: 'Er worden nu te veel pakketten tegelijk gemaakt. Probeer het over een minuut opnieuw.',
  duurtTeLang: 'Het maken van de pdf duurt te lang. Maak de teksten korter, of kies een andere vorm.',
  gestopt: 'De site stopt even. Probeer het over een minuut opnieuw.',
  afgebroken: 'Het maken van de pdf is afgebroken. Probeer het opnieuw.',
  fout: 'Het maken van de pdf is niet gelukt. Probeer het opnieuw, of kies een andere vorm.',
};

/** No PDF was made; the message is for the user, the cause for the log. */
export class PdfMislukt extends Error {
  readonly reden: PdfReden;

  constructor(reden: PdfReden, cause?: unknown) {
    super(MELDINGEN[reden], { cause });
    this.name = 'PdfMislukt';
    this.reden = reden;
  }
}
