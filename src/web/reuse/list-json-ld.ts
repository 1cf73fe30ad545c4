import { listTafelGemeenten } from '../../domain/list-tafel-gemeenten.ts';
import type { Contact } from '../../domain/model/contact.ts';
import type { Content } from '../../domain/model/content.ts';
import type { Gemeente } from '../../domain/model/gemeente.ts';
import type { Organisatie } from '../../domain/model/organisatie.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toTooiUri } from '../../domain/to-tooi-uri.ts';
import { toTafelHref } from '../tafel-href.ts';

const CONTEXT = 'https://schema.org';

/** What the pages of tables, organisations and gemeenten are about, in schema.org, by the address of the page. */
export function listJsonLd(content: Content, baseUrl: string): Map<string, object> {
  const { tafels, organisaties, gemeenten } = content;
  return new Map<string, object>([
    ...tafels.map((tafel): [string, object] => {
      const pad = toTafelHref(tafel.id, tafel.soort);
      return [pad, toService(content, tafel, baseUrl, pad)];
    }),
    ...organisaties.map((organisatie): [string, object] => {
      const pad = `/organisaties/${organisatie.id}`;
      return [pad, toOrganization(organisatie, baseUrl + pad)];
    }),
    ...gemeenten.map((gemeente): [string, object] => {
      const pad = `/gemeenten/${gemeente.id}`;
      return [pad, toGemeente(gemeente, baseUrl + pad)];
    }),
  ]);
}

function toService(content: Content, tafel: Overlegtafel, baseUrl: string, pad: string): object {
  const { naam, ookBekendAls, doel, contacten, regie } = tafel;
  const leiding = content.organisaties.find(({ id }) => id === regie.organisatie);
  return {
    '@context': CONTEXT,
    '@type': 'GovernmentService',
    '@id': `${baseUrl}${pad}`,
    url: `${baseUrl}${pad}`,
    name: naam,
    ...alternateName(ookBekendAls),
    description: doel.tekst,
    ...(leiding
      ? {
          provider: {
            '@type': 'Organization',
            name: leiding.naam,
            url: `${baseUrl}/organisaties/${leiding.id}`,
          },
        }
      : {}),
    areaServed: listTafelGemeenten(content, tafel).map(toArea),
    ...filled('availableChannel', contacten.filter(isBekend).map(toChannel)),
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
    ...filled('contactPoint', contacten.filter(isBekend).map(toContactPoint)),
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
    ...filled('contactPoint', gemeente.lokaleIngang.contacten.filter(isBekend).map(toContactPoint)),
  };
}

function toArea(gemeente: Gemeente): object {
  return { '@type': 'AdministrativeArea', name: gemeente.naam, identifier: toTooiUri(gemeente) };
}

type BekendContact = Contact & { readonly waarde: string };

function isBekend(contact: Contact): contact is BekendContact {
  return contact.waarde !== null;
}

/** A channel has a place for a website, and one for a telephone that takes every kind of contact. */
function toChannel(contact: BekendContact): object {
  return {
    '@type': 'ServiceChannel',
    name: contact.label,
    ...(contact.soort === 'website'
      ? { serviceUrl: contact.waarde }
      : { servicePhone: toContactPoint(contact) }),
  };
}

function toContactPoint({ soort, label, waarde }: BekendContact): object {
  const veld = { 'e-mail': 'email', telefoon: 'telephone', website: 'url' }[soort];
  return { '@type': 'ContactPoint', contactType: label, [veld]: waarde };
}

function alternateName(namen: readonly string[]): object {
  return filled('alternateName', namen);
}

/** What is unknown is absent, not empty. */
function filled(veld: string, lijst: readonly unknown[]): object {
  return lijst.length > 0 ? { [veld]: lijst } : {};
}
