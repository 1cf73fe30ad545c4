import type { Contact } from '../../domain/model/contact.ts';

/** Where the card for the address book of a page is; null while the sources give no address to put on it. */
export function toVcardHref(pad: string, contacten: readonly Contact[]): string | null {
  return contacten.some(({ waarde }) => waarde !== null) ? `${pad}/contact.vcf` : null;
}
