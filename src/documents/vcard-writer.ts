import type { Vcard, WriteVcard } from '../domain/model/vcard.ts';
import { escapeText, toContentLines } from './content-line.ts';

/** A value without parts: a semicolon in it separates nothing, and is not escaped (RFC 6350, 4.1). */
const ENKELVOUDIG = /[\\,]/g;

/** Writes the card of a table or organisation. */
export const writeVcard: WriteVcard = ({ url, naam, organisatie, addresses: adressen, note: notitie }) =>
  toContentLines([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//RDM-wegwijzer//NL',
    'KIND:org',
    `UID:${toUri(url)}`,
    `SOURCE:${toUri(url)}`,
    `FN:${escapeText(naam, ENKELVOUDIG)}`,
    ...(organisatie === null ? [] : [`ORG:${escapeText(organisatie)}`]),
    ...adressen.map(toAdres),
    `NOTE:${escapeText(notitie, ENKELVOUDIG)}`,
    'END:VCARD',
  ]);

function toAdres({ soort, waarde }: Vcard['addresses'][number]): string {
  if (soort === 'e-mail') return `EMAIL;TYPE=work:${escapeText(waarde, ENKELVOUDIG)}`;
  if (soort === 'website') return `URL;TYPE=work:${toUri(waarde)}`;
  return `TEL;VALUE=uri;TYPE="work,voice":${toUri(toTel(waarde))}`;
}

/** A Dutch number as URI (RFC 3966); one that cannot be dialled from abroad says that it is Dutch. */
function toTel(nummer: string): string {
  if (nummer.startsWith('+')) return `tel:${nummer}`;
  return /^0(?![89]00)\d{9}$/.test(nummer) ? `tel:+31${nummer.slice(1)}` : `tel:${nummer};phone-context=+31`;
}

/** A URI is not escaped as text is (RFC 6350, 4.2); what would end its line or does not belong in it is encoded. */
function toUri(adres: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this encodes.
  return adres.replaceAll(/[\s\u0000-\u001f\u007f-\u009f]/gu, (teken) => encodeURIComponent(teken));
}
