import { toDatumTekst } from '../domain/datum-tekst.ts';
import type { Bron } from '../domain/model/bron.ts';
import type { Contact } from '../domain/model/contact.ts';
import { toBronTekst } from './bron-tekst.ts';

const SCHEMA = { 'e-mail': 'mailto:', telefoon: 'tel:', website: '' } as const;

/** The view-model of a contact: a link where the value is known, what to do instead where it is not. */
export function toContactModel(bronnen: readonly Bron[], contact: Contact) {
  const { soort, label, waarde, alsOnbekend, toelichting } = contact;
  return {
    label,
    waarde,
    href: waarde === null ? null : `${SCHEMA[soort]}${waarde}`,
    alsOnbekend,
    toelichting,
    bron: toBronTekst(bronnen, contact.bron),
    gecontroleerd: toDatumTekst(contact.gecontroleerd),
  };
}
