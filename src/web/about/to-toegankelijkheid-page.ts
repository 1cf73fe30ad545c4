import { toDatumTekst } from '../../domain/datum-tekst.ts';
import type { Beheer } from '../../domain/model/beheer.ts';
import { toContact } from './to-contact.ts';

/** The view-model of the accessibility page: what the operator declares. */
export function toToegankelijkheidPage({ organisatie, toegankelijkheid }: Beheer) {
  const { status, datum, contact } = toegankelijkheid;
  return {
    organisatie,
    // One name per status, so that the template has the words.
    status: { [status]: true },
    datum: datum && toDatumTekst(datum),
    contact: toContact(contact),
  };
}
