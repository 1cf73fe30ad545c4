import type { Vcard, WriteVcard } from '../domain/model/contact.ts';
import { escapeText, toContentLines } from './content-line.ts';

/** A value without parts: a semicolon in it separates nothing, and is not escaped (RFC 6350, 4.1). */
const SINGLE = /[\\,]/g;

/** Writes the card of a table or organisation. */
export const writeVcard: WriteVcard = ({ url, source, naam, organisatie, addresses, note }) =>
  toContentLines([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//RDM-wegwijzer//NL',
    'KIND:org',
    `UID:${toUri(url)}`,
    `SOURCE:${toUri(source)}`,
    `FN:${toLine(naam)}`,
    ...(organisatie === null ? [] : [`ORG:${escapeText(organisatie)}`]),
    ...addresses.map(toAddress),
    `NOTE:${toLine(note)}`,
    'END:VCARD',
  ]);

/**
 * A text of one part. Its semicolons become commas: a plain one ends the text in Evolution, and Thunderbird shows the
 * backslash of an escaped one, though both may stand there.
 */
function toLine(tekst: string): string {
  return escapeText(tekst.replaceAll(';', ','), SINGLE);
}

function toAddress({ soort, waarde }: Vcard['addresses'][number]): string {
  if (soort === 'e-mail') return `EMAIL;TYPE=work:${escapeText(waarde, SINGLE)}`;
  if (soort === 'website') return `URL;TYPE=work:${toUri(waarde)}`;
  // As text and with each type by itself: address books show "tel:" of a URI, and lose a number with types in quotes.
  return `TEL;TYPE=work;TYPE=voice:${escapeText(toInternational(waarde), SINGLE)}`;
}

/** A Dutch number as it is dialled from everywhere; one that cannot be dialled from abroad stays as it is. */
function toInternational(nummer: string): string {
  return nummer.replace(/^0(?![89]00)(?=\d{9}$)/, '+31');
}

/** A URI is not escaped as text is (RFC 6350, 4.2); what would end its line or does not belong in it is encoded. */
function toUri(adres: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this encodes.
  return adres.replaceAll(/[\s\u0000-\u001f\u007f-\u009f]/gu, (char) => encodeURIComponent(char));
}
