import { toDateText } from '../domain/calendar.ts';
import { isStale } from '../domain/freshness.ts';
import type { Bron, BronVerwijzing } from '../domain/model/basis.ts';
import { type Contact, isCurrent, toNumberText } from '../domain/model/contact.ts';

const KIND_NAME = { 'e-mail': 'E-mail', telefoon: 'Telefoon', website: 'Website' } as const;
const SCHEMA = {
  'e-mail': 'mailto:',
  sharefile: 'mailto:',
  telefoon: 'tel:',
  website: '',
  webformulier: '',
} as const;

/** The view-model of a contact: a link where the value is known, what to do instead where it is not, and how fresh it is. */
export function toContactModel(bronnen: readonly Bron[], contact: Contact, now: Date) {
  const { soort, label, waarde, alsOnbekend, toelichting, laatstBekend } = contact;
  return {
    soort: KIND_NAME[soort],
    label,
    waarde: toShownValue(contact),
    href: toHref(soort, waarde),
    alsOnbekend,
    toelichting,
    laatstBekend,
    ...toFreshness(bronnen, contact, now),
  };
}

/** The link that mails to, calls or opens an address; null where it is not known. */
export function toHref(soort: keyof typeof SCHEMA, waarde: string | null): string | null {
  return waarde === null ? null : `${SCHEMA[soort]}${waarde}`;
}

/** A button that calls, mails or opens a site. */
interface ContactButton {
  readonly soort: { readonly bel: boolean; readonly mail: boolean };
  readonly label: string;
  readonly waarde: string;
  readonly href: string;
}

/** What somebody can do at once, and what an old list gives for the ways of which nothing newer is known. */
export interface ContactButtons {
  readonly knoppen: readonly ContactButton[];
  readonly oud: readonly (ContactButton & { readonly jaar: number | null })[];
}

/** The first way to call, to mail and to open of these contacts, in that order; `contacten` come best first. */
export function toContactButtons(contacten: readonly Contact[]): ContactButtons {
  const perKind = (['telefoon', 'e-mail', 'website'] as const).map((soort) => {
    const ofKind = contacten.filter((contact) => contact.soort === soort && contact.waarde !== null);
    return ofKind.find(isCurrent) ?? ofKind[0];
  });
  const found = perKind.filter((contact) => contact !== undefined);
  return {
    knoppen: found.filter(isCurrent).map(toButton),
    oud: found
      .filter((contact) => !isCurrent(contact))
      .map((contact) => ({ ...toButton(contact), jaar: contact.laatstBekend })),
  };
}

function toButton(contact: Contact): ContactButton {
  const { soort, label, waarde } = contact;
  return {
    soort: { bel: soort === 'telefoon', mail: soort === 'e-mail' },
    label,
    waarde: toShownValue(contact) ?? '',
    href: toHref(soort, waarde) ?? '',
  };
}

/** A value as one reads it; null where it is not known. */
export function toShownValue({ soort, waarde }: Pick<Contact, 'soort' | 'waarde'>): string | null {
  return soort === 'telefoon' && waarde !== null ? toNumberText(waarde) : waarde;
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

/** The sources of a part of a page, for the fold at its end: each document once, with its headings, per day of checking. */
export function toBronnen(
  bronnen: readonly Bron[],
  parts: readonly { readonly bron: BronVerwijzing; readonly gecontroleerd?: string }[],
) {
  const days = new Map<string, { readonly bron: BronVerwijzing; readonly dag: string | null }>();
  for (const { bron, gecontroleerd } of parts) {
    const key = toBronText(bronnen, bron);
    days.set(key, { bron, dag: gecontroleerd ?? days.get(key)?.dag ?? null });
  }
  const groups = new Map<string, { document: string; koppen: string[]; dag: string | null }>();
  for (const { bron, dag } of days.values()) {
    const key = `${bron.document} ${dag}`;
    const koppen = [...(groups.get(key)?.koppen ?? []), bron.kop];
    groups.set(key, { document: bron.document, koppen, dag });
  }
  return [...groups.values()].map(({ document, koppen, dag }) => ({
    bron: toText(bronnen, document, koppen),
    gecontroleerd: dag && toDateText(dag),
  }));
}

/** A source in words: title of the document and the heading in it. */
export function toBronText(bronnen: readonly Bron[], { document, kop }: BronVerwijzing): string {
  return toText(bronnen, document, [kop]);
}

/** A heading that the title ends in, such as "Augeo: Veilig Thuis", says nothing more. */
function toText(bronnen: readonly Bron[], document: string, koppen: readonly string[]): string {
  const titel = bronnen.find(({ id }) => id === document)?.titel ?? document;
  const ends = (kop: string) => `: ${titel}`.toLowerCase().endsWith(`: ${kop}`.toLowerCase());
  return [titel, koppen.filter((kop) => !ends(kop)).join('; ')].filter(Boolean).join(', ');
}
