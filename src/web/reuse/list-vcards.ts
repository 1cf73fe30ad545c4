import { type Contact, isCurrent, type WriteVcard } from '../../domain/model/contact.ts';
import type { Content } from '../../domain/model/content.ts';
import { listGemeenteContacten } from '../../domain/model/gemeente.ts';
import type { Views } from '../../domain/views.ts';
import { toContactModel } from '../contact-model.ts';
import type { StaticFile } from '../page.ts';
import { toTafelHref } from '../tafel-presentation.ts';

/** What there may be a card of: a page, and how to reach what it is about. */
interface Reachable {
  readonly pad: string;
  readonly naam: string;
  readonly organisatie: string | null;
  readonly contacten: readonly Contact[];
}

interface Options {
  readonly content: Content;
  readonly views: Views;
  readonly writeVcard: WriteVcard;
  /** Address of the site, without a slash at the end. */
  readonly baseUrl: string;
}

/** The cards for address books, with their addresses: of every table, organisation and gemeente with an address. */
export function listVcards({ content, views, writeVcard, baseUrl }: Options): StaticFile[] {
  return listReachable(content).flatMap(({ pad, naam, organisatie, contacten }) => {
    const href = toVcardHref(pad, contacten);
    if (href === null) return [];
    const known = contacten.filter(isCurrent);
    const toCard = (today: Date) => ({
      url: `${baseUrl}${pad}`,
      source: `${baseUrl}${href}`,
      naam,
      organisatie,
      addresses: known.map(({ soort, waarde }) => ({ soort, waarde })),
      note: views
        .renderText('visitekaart', {
          contacten: known.map((contact) => toContactModel(content.bronnen, contact, today)),
        })
        .trim(),
    });
    return [
      {
        pad: href,
        make: (today) => writeVcard(toCard(today)),
        type: 'text/vcard; charset=utf-8',
        headers: { 'Content-Disposition': `attachment; filename="${pad.split('/').at(-1)}.vcf"` },
      },
    ];
  });
}

function listReachable({ tafels, organisaties, gemeenten }: Content): Reachable[] {
  return [
    ...tafels.map(({ id, soort, korteNaam, regie, contacten }) => ({
      pad: toTafelHref(id, soort),
      naam: korteNaam,
      organisatie: organisaties.find((organisatie) => organisatie.id === regie.organisatie)?.naam ?? null,
      contacten,
    })),
    ...organisaties.map(({ id, naam, contacten }) => ({
      pad: `/organisaties/${id}`,
      naam,
      organisatie: naam,
      contacten,
    })),
    ...gemeenten.map((gemeente) => ({
      pad: `/gemeenten/${gemeente.id}`,
      naam: `Gemeente ${gemeente.naam}`,
      organisatie: `Gemeente ${gemeente.naam}`,
      contacten: listGemeenteContacten(gemeente),
    })),
  ];
}

/** Where the card for the address book of a page is; null while no address is certain enough to put on it. */
export function toVcardHref(path: string, contacten: readonly Contact[]): string | null {
  return contacten.some(isCurrent) ? `${path}/contact.vcf` : null;
}
