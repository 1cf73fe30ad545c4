import type { Contact } from './contact.ts';

/** How to reach a table or organisation, for an address book: functions and shared mailboxes, never a person. */
export interface Vcard {
  /** The page of it, which names it for ever. */
  readonly url: string;
  readonly naam: string;
  /** The organisation that leads it; its own name for an organisation. */
  readonly organisatie: string | null;
  readonly addresses: readonly { readonly soort: Contact['soort']; readonly waarde: string }[];
  readonly note: string;
}

/** Writes a vCard 4.0 (RFC 6350). */
export type WriteVcard = (card: Vcard) => string;
