import type { Beheer } from '../../domain/model/beheer.ts';
import { toContact } from './to-contact.ts';

/** The view-model of the privacy page: what the operator said of themselves. */
export function toPrivacyPage({ organisatie, privacyContact, logboekDagen }: Beheer) {
  return { organisatie, contact: toContact(privacyContact), logboekDagen };
}
