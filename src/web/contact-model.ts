import { isStale, toDateText } from '../domain/date-text.ts';
import type { Bron, BronVerwijzing } from '../domain/model/basis.ts';
import type { Contact } from '../domain/model/contact.ts';

const KIND_NAME = { 'e-mail': 'E-mail', telefoon: 'Telefoon', website: 'Website' } as const;
const SCHEMA = { 'e-mail': 'mailto:', telefoon: 'tel:', website: '' } as const;

/** The view-model of a contact: a link where the value is known, what to do instead where it is not, and how fresh it is. */
export function toContactModel(bronnen: readonly Bron[], contact: Contact, now: Date) {
  const { soort, label, waarde, alsOnbekend, toelichting } = contact;
  return {
    soort: KIND_NAME[soort],
    label,
    waarde,
    href: waarde === null ? null : `${SCHEMA[soort]}${waarde}`,
    alsOnbekend,
    toelichting,
    ...toFreshness(bronnen, contact, now),
  };
}

/** How far a contact or number can be trusted: its source, when it was checked, and what calls for asking. */
export function toFreshness(
  bronnen: readonly Bron[],
  { bron, gecontroleerd }: Pick<Contact, 'bron' | 'gecontroleerd'>,
  now: Date,
) {
  const document = bronnen.find(({ id }) => id === bron.document);
  return {
    bron: toBronText(bronnen, bron),
    gecontroleerd: toDateText(gecontroleerd),
    verouderd: isStale(gecontroleerd, now),
    /** The year of a source that is history: what it says may have changed since, whenever it was read. */
    oudeBron: document?.status === 'historisch' ? document.jaar : null,
  };
}

/** A source in words: title of the document and the heading in it. */
export function toBronText(bronnen: readonly Bron[], { document, kop }: BronVerwijzing): string {
  return `${bronnen.find(({ id }) => id === document)?.titel ?? document}, ${kop}`;
}
