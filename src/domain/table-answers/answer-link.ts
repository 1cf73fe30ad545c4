import type { TafelAntwoord } from './choices.ts';

/** What a link says that goes along in a package. Nothing of it tells which case it is about. */
export interface AnswerLink {
  /** The id of the table. */
  readonly tafel: string;
  /** The day on which the package was made, in the Netherlands: YYYY-MM-DD. */
  readonly gemaakt: string;
  /** The version of the rules of that table, in six hexadecimal digits; `UNKNOWN_VERSION` where nobody knows it. */
  readonly versie: string;
  /** The key under which its answer is kept: another link gives another one, and nobody else can make it. */
  readonly sleutel: string;
}

/** What opening a link gives; for a table itself it is one to tell whether there is room. */
export type OpenedLink =
  | {
      readonly soort: 'pakket';
      readonly link: AnswerLink;
      /** Whether the rules of the table changed since the package was made. */
      readonly isChanged: boolean;
      /** The code that brings an answer to the case file of who sent the package. */
      readonly toCode: (antwoord: TafelAntwoord) => string;
    }
  | { readonly soort: 'tafel'; readonly tafel: string; readonly tot: string }
  | { readonly soort: 'verlopen' }
  | { readonly soort: 'ongeldig' };

/** What makes a package known again: the table, its code, and its text without the link. */
interface PackageMark {
  readonly tafel: string;
  readonly casuscode: string;
  readonly tekst: string;
}

/** A package as a case file knows it: `inhoud` is the SHA-256 of its text, in hexadecimal digits. */
export interface KnownPackage extends Omit<PackageMark, 'tekst'> {
  readonly inhoud: string;
}

/** Where a link leads: its last part is the token. */
export const ANSWER_PATH = '/terugmelden';
/** Where links led before that: those in packages that were sent by then still work. */
export const OLD_ANSWER_PATH = '/t';

/** Of a link that was made again from a case file that does not say it. */
export const UNKNOWN_VERSION = '000000';

/** How many days an answer can be given, and how many a table can tell of its room. */
export const LINK_DAYS = 30;
export const TABLE_LINK_DAYS = 365;

/** The whole address is never longer: a QR code of 25 mm must be readable from a scan. */
export const MAX_ADDRESS = 120;

/** Makes the address in a package; null while there is none. The same package of the same day gives the same one. */
export type MakeAnswerLink = (pakket: PackageMark) => string | null;

/** A package of a case file, of which the link is made again. */
interface SentPackage extends KnownPackage {
  /** The day on which it was made: YYYY-MM-DD. */
  readonly datum: string;
  /** The version of the rules of its table then; undefined where the file does not say. */
  readonly versie: string | undefined;
}

/** A link that works again, and the last day on which it does. */
interface RenewedLink {
  readonly adres: string;
  readonly tot: string;
}

/** Makes and opens the links in packages, and the codes that bring an answer to a case file. Keeps nothing. */
export interface AnswerLinks {
  /** Whether packages have a link now: not on a site whose address is not known, nor without storage. */
  canMake(): boolean;
  readonly make: MakeAnswerLink;
  /**
   * Makes the link of a package again, for at least 30 days from now. Whatever is answered to it replaces what was
   * answered to the link of before. Null where there is none, and for a package of more than a year ago.
   */
  renew(pakket: SentPackage): RenewedLink | null;
  /** The version of the rules of a table now, as links say it. */
  toVersie(tafel: string): string;
  /**
   * Opens the last part of an address; what is forged, damaged or old says so, and is never an exception.
   * @throws StorageFailure while there is no secret to open it with.
   */
  open(token: string): OpenedLink;
  /** What a code says of this package; null when it is mistyped or of another one. */
  readCode(code: string, pakket: KnownPackage): TafelAntwoord | null;
}
