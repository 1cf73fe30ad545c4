import type { Contact } from '../model/contact.ts';

/** What contacts can be found by: whom they are of, and the address or number. */
export function toContactText(contacten: readonly Contact[]): string {
  return contacten
    .map(({ label, waarde, toelichting }) => [label, waarde, toelichting].filter(Boolean).join(', '))
    .map((tekst) => (/[.?!]$/.test(tekst) ? tekst : `${tekst}.`))
    .join(' ');
}
