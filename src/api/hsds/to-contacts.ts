import { type Contact, isCurrent } from '../../domain/model/contact.ts';
import { toUuidV5 } from './uuid-v5.ts';

/**
 * The contacts with an e-mail address, and the telephone numbers, of a service or organisation (`from` names it). HSDS has
 * no place to say that something is old, so what only an old list gives is left out.
 */
export function toContacts(from: string, contacten: readonly Contact[]) {
  const known = (soort: Contact['soort']) =>
    contacten
      .filter(isCurrent)
      .filter((contact) => contact.soort === soort)
      .map(({ label, waarde }) => ({ id: toUuidV5(`${from}/${soort}/${waarde}`), label, waarde }));
  return {
    contacts: known('e-mail').map(({ id, label, waarde }) => ({ id, name: label, email: waarde })),
    phones: known('telefoon').map(({ id, label, waarde }) => ({ id, number: waarde, description: label })),
  };
}

/** The first address of this kind that the sources give; null without one. */
export function findValue(contacten: readonly Contact[], soort: Contact['soort']): string | null {
  return contacten.filter(isCurrent).find((contact) => contact.soort === soort)?.waarde ?? null;
}
