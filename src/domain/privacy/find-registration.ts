import { type Span, sortSpans } from './span.ts';

// How many characters follow the country and the check digits, for accounts that people here have.
const IBAN_LENGTHS = {
  NL: 14,
  BE: 12,
  DE: 18,
  FR: 23,
  PL: 24,
  RO: 20,
  BG: 18,
  ES: 20,
  IT: 23,
  TR: 22,
  GB: 18,
};
const IBAN_SHAPES = Object.entries(IBAN_LENGTHS)
  .map(([country, length]) => String.raw`${country}\d\d(?:[ .-]?[A-Z\d]){${length}}`)
  .join('|');
const IBAN = new RegExp(String.raw`(?=[A-Z]{2}\d\d)(?<![\p{L}\d])(?:${IBAN_SHAPES})(?![\p{L}\d])`, 'giu');

// A quick look: in most texts no digits follow a letter.
const MAY_BE_IBAN = /[A-Z]\d\d/iu;

/** Finds account numbers (IBAN) of which the check digits are right (ISO 13616: the remainder by 97 is one). */
export function findIban(text: string): Span[] {
  if (!MAY_BE_IBAN.test(text)) return [];
  const found = [...text.matchAll(IBAN)].filter(([iban]) => isIban(iban.replace(/[ .-]/g, '').toUpperCase()));
  return found.map((match) => ({ begin: match.index, end: match.index + match[0].length }));
}

function isIban(iban: string): boolean {
  const rearranged = iban.slice(4) + iban.slice(0, 4);
  const digits = rearranged.replace(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
  return BigInt(digits) % 97n === 1n;
}

const NUMBER_WORD = String.raw`[- ]?(?:nummer|nr|no)\.?`;
// "cliëntnummer bij Mediant: 4471" and "parketnummer is 08/123456-25".
const BETWEEN = String.raw`(?: (?:bij|van) [\p{L} ]{1,20}:)?(?: is)?[\s:=#(]{0,4}`;
const AT_END = String.raw`(?![\p{L}\d]|[-./]\d)`;

function afterLabel(label: string, number: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})${label}${BETWEEN}(?<nummer>${number})${AT_END}`, 'giu');
}

// 06 comes before a mobile number; the places that had it as a parket write 05 now.
const PARKET =
  /(?=\d\d[-./])(?<![\p{L}\d]|[\p{L}\d][-./])(?!06[-.])(?<nummer>\d\d[-./]\d{6}[-./]\d\d)(?![\p{L}\d]|[-./]\d)/gu;
const PARKET_LABELLED = afterLabel(`parket(?:${NUMBER_WORD})?`, String.raw`\d\d[-./ ]?\d{6}[-./ ]?\d\d`);

/** Finds the numbers of criminal cases, such as 08/123456-25; without separators only after the word parketnummer. */
export function findParketnummer(text: string): Span[] {
  return sortSpans([...findNumbers(text, PARKET_LABELLED), ...findNumbers(text, PARKET)]);
}

const V_NUMMER = afterLabel(
  String.raw`(?:v[- ]?(?:nummer|nr)\.?|vreemdelingen${NUMBER_WORD})`,
  String.raw`\d(?:[-. ]?\d){7,9}`,
);

/** Finds the number of an alien (V-nummer, 8 to 10 digits), after that word. */
export function findVNummer(text: string): Span[] {
  return findNumbers(text, V_NUMMER);
}

const NUMBER = String.raw`(?:[A-Z]-?)?\d(?:[-. /]?\d){2,14}`;
const CLIENT = '(?:cli[eë]nte?n?|pati[eë]nte?n?)';
const CLIENT_NUMBER = afterLabel(CLIENT + NUMBER_WORD, NUMBER);
// "Cliënt 12" may be counted; six digits in a row are a number of the administration.
const CLIENT_AND_DIGITS = afterLabel(CLIENT, String.raw`\d{6,12}`);

/** Finds the number that a provider gave a client or patient, after that word. */
export function findClientnummer(text: string): Span[] {
  return sortSpans([...findNumbers(text, CLIENT_NUMBER), ...findNumbers(text, CLIENT_AND_DIGITS)]);
}

const POLIS = afterLabel(`(?:polis|verzekerden?)${NUMBER_WORD}`, NUMBER);

/** Finds the number of an insurance policy or of an insured person, after that word. */
export function findPolisnummer(text: string): Span[] {
  return findNumbers(text, POLIS);
}

function findNumbers(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const end = match.index + match[0].length;
    return { begin: end - (match.groups?.nummer ?? '').length, end };
  });
}
