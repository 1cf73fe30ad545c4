import { type Contact, isCurrent } from '../../domain/model/contact.ts';
import type { Content } from '../../domain/model/content.ts';
import {
  type Gemeente,
  listGemeenteContacten,
  listTafelGemeenten,
  toTooiUri,
} from '../../domain/model/gemeente.ts';
import type { Organisatie } from '../../domain/model/organisatie.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toTafelHref } from '../tafel-presentation.ts';

const CONTEXT = 'https://schema.org';

/** What the pages of tables, organisations and gemeenten are about, in schema.org, by the address of the page. */
export function listJsonLd(content: Content, baseUrl: string): Map<string, object> {
  const { tafels, organisaties, gemeenten } = content;
  return new Map<string, object>([
    ...tafels.map((tafel): [string, object] => {
      const path = toTafelHref(tafel.id, tafel.soort);
      return [path, toService(content, tafel, baseUrl, path)];
    }),
    ...organisaties.map((organisatie): [string, object] => {
      const path = `/organisaties/${organisatie.id}`;
      return [path, toOrganization(organisatie, baseUrl + path)];
    }),
    ...gemeenten.map((gemeente): [string, object] => {
      const path = `/gemeenten/${gemeente.id}`;
      return [path, toGemeente(gemeente, baseUrl + path)];
    }),
  ]);
}

function toService(content: Content, tafel: Overlegtafel, baseUrl: string, path: string): object {
  const { naam, ookBekendAls, doel, contacten, regie } = tafel;
  const known = contacten.filter(isCurrent);
  const leiding = content.organisaties.find(({ id }) => id === regie.organisatie);
  return {
    '@context': CONTEXT,
    '@type': 'GovernmentService',
    '@id': `${baseUrl}${path}`,
    url: `${baseUrl}${path}`,
    name: naam,
    ...alternateName(ookBekendAls),
    description: doel.tekst,
    ...(leiding
      ? {
          provider: {
            '@type': 'Organization',
            '@id': `${baseUrl}/organisaties/${leiding.id}`,
            name: leiding.naam,
            url: `${baseUrl}/organisaties/${leiding.id}`,
            // A channel has no place for an address: it is that of who leads the table.
            ...filled('contactPoint', known.filter(({ soort }) => soort === 'e-mail').map(toContactPoint)),
          },
        }
      : {}),
    areaServed: listTafelGemeenten(content, tafel).map(toArea),
    ...filled('availableChannel', known.filter(({ soort }) => soort !== 'e-mail').map(toChannel)),
  };
}

function toOrganization({ naam, ookBekendAls, beschrijving, contacten }: Organisatie, url: string): object {
  return {
    '@context': CONTEXT,
    '@type': 'Organization',
    '@id': url,
    url,
    name: naam,
    ...alternateName(ookBekendAls),
    description: beschrijving,
    ...filled('contactPoint', contacten.filter(isCurrent).map(toContactPoint)),
  };
}

function toGemeente(gemeente: Gemeente, url: string): object {
  return {
    '@context': CONTEXT,
    '@type': 'GovernmentOrganization',
    '@id': url,
    url,
    name: `Gemeente ${gemeente.naam}`,
    sameAs: toTooiUri(gemeente),
    areaServed: toArea(gemeente),
    ...filled('contactPoint', listGemeenteContacten(gemeente).filter(isCurrent).map(toContactPoint)),
  };
}

function toArea(gemeente: Gemeente): object {
  return { '@type': 'AdministrativeArea', name: gemeente.naam, identifier: toTooiUri(gemeente) };
}

type KnownContact = Contact & { readonly waarde: string };

/** A channel has a place for a website, and one for a telephone. */
function toChannel(contact: KnownContact): object {
  return {
    '@type': 'ServiceChannel',
    name: contact.label,
    ...(contact.soort === 'website'
      ? { serviceUrl: contact.waarde }
      : { servicePhone: toContactPoint(contact) }),
  };
}

function toContactPoint({ soort, label, waarde }: KnownContact): object {
  const veld = { 'e-mail': 'email', telefoon: 'telephone', website: 'url' }[soort];
  return { '@type': 'ContactPoint', contactType: label, [veld]: waarde };
}

function alternateName(names: readonly string[]): object {
  return filled('alternateName', names);
}

/** What is unknown is absent, not empty. */
function filled(veld: string, list: readonly unknown[]): object {
  return list.length > 0 ? { [veld]: list } : {};
}
