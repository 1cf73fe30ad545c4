import type { Contact } from '../../domain/model/contact.ts';
import { toUuidV5 } from './uuid-v5.ts';

/** The contacts with an e-mail address, and the telephone numbers, of a service or organisation (`from` names it). */
export function toContacts(from: string, contacten: readonly Contact[]) {
  const known = (soort: Contact['soort']) =>
    contacten.flatMap(({ label, waarde, ...contact }) =>
      contact.soort === soort && waarde !== null
        ? [{ id: toUuidV5(`${from}/${soort}/${waarde}`), label, waarde }]
        : [],
    );
  return {
    contacts: known('e-mail').map(({ id, label, waarde }) => ({ id, name: label, email: waarde })),
    phones: known('telefoon').map(({ id, label, waarde }) => ({ id, number: waarde, description: label })),
  };
}

/** The first address of this kind that the sources give; null without one. */
export function findValue(contacten: readonly Contact[], soort: Contact['soort']): string | null {
  return contacten.find((contact) => contact.soort === soort && contact.waarde !== null)?.waarde ?? null;
}
