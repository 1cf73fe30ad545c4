import type { Vcard, WriteVcard } from '../domain/model/vcard.ts';
import { escapeText, toContentLines } from './content-line.ts';

/** A value without parts: a semicolon in it separates nothing, and is not escaped (RFC 6350, 4.1). */
const SINGLE = /[\\,]/g;

/** Writes the card of a table or organisation. */
export const writeVcard: WriteVcard = ({ url, naam, organisatie, addresses, note }) =>
  toContentLines([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//RDM-wegwijzer//NL',
    'KIND:org',
    `UID:${toUri(url)}`,
    `SOURCE:${toUri(url)}`,
    `FN:${escapeText(naam, SINGLE)}`,
    ...(organisatie === null ? [] : [`ORG:${escapeText(organisatie)}`]),
    ...addresses.map(toAddress),
    `NOTE:${escapeText(note, SINGLE)}`,
    'END:VCARD',
  ]);

function toAddress({ soort, waarde }: Vcard['addresses'][number]): string {
  if (soort === 'e-mail') return `EMAIL;TYPE=work:${escapeText(waarde, SINGLE)}`;
  if (soort === 'website') return `URL;TYPE=work:${toUri(waarde)}`;
  return `TEL;VALUE=uri;TYPE="work,voice":${toUri(toCount(waarde))}`;
}

/** A Dutch number as URI (RFC 3966); one that cannot be dialled from abroad says that it is Dutch. */
function toCount(nummer: string): string {
  if (nummer.startsWith('+')) return `tel:${nummer}`;
  return /^0(?![89]00)\d{9}$/.test(nummer) ? `tel:+31${nummer.slice(1)}` : `tel:${nummer};phone-context=+31`;
}

/** A URI is not escaped as text is (RFC 6350, 4.2); what would end its line or does not belong in it is encoded. */
function toUri(adres: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this encodes.
  return adres.replaceAll(/[\s\u0000-\u001f\u007f-\u009f]/gu, (char) => encodeURIComponent(char));
}
