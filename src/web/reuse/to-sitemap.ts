import type { Content } from '../../domain/model/content.ts';
import { escapeXml } from '../escape-xml.ts';
import type { StaticFile } from '../static-file.ts';
import { toTafelHref } from '../tafel-href.ts';

/** All pages that are the same for everyone, for search engines. */
export function toSitemap(content: Content, baseUrl: string, paden: readonly string[]): StaticFile {
  const gewijzigd = listControledata(content);
  const urls = paden.map((pad) => {
    const datum = gewijzigd.get(pad);
    const lastmod = datum ? `<lastmod>${datum}</lastmod>` : '';
    return `  <url><loc>${escapeXml(baseUrl + pad)}</loc>${lastmod}</url>`;
  });
  return {
    pad: '/sitemap.xml',
    type: 'application/xml; charset=utf-8',
    maak: () =>
      `${[
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        ...urls,
        '</urlset>',
      ].join('\n')}\n`,
    headers: {},
  };
}

/** When a page that shows its dates of control changed at the earliest: on the last of them. Of others it is unknown. */
function listControledata({ tafels, organisaties, gemeenten, clientondersteuning, noodnummers }: Content) {
  const laatste = (lijst: readonly { readonly gecontroleerd: string }[]) =>
    lijst
      .map(({ gecontroleerd }) => gecontroleerd)
      .toSorted()
      .at(-1);
  return new Map([
    ['/', laatste(noodnummers)],
    ...tafels.map(({ id, soort, contacten }) => [toTafelHref(id, soort), laatste(contacten)] as const),
    ...organisaties.map(({ id, contacten }) => [`/organisaties/${id}`, laatste(contacten)] as const),
    ...gemeenten.map(
      ({ id, lokaleIngang }) => [`/gemeenten/${id}`, laatste(lokaleIngang.contacten)] as const,
    ),
    [
      '/clientondersteuning',
      laatste(clientondersteuning.aanbieders.flatMap(({ contacten }) => contacten)),
    ] as const,
  ]);
}

/** Addresses that hold answers or what somebody types, or that lead to those: nothing to find there. */
const NIET = ['/vragen', '/advies', '/verwijzen/', '/klopt-niet', '/zoeken?', '/*/toets', '/*?a='];

/** What search engines leave alone, and where they find the rest. */
export function toRobots(baseUrl: string): StaticFile {
  const regels = [
    'User-agent: *',
    ...NIET.map((pad) => `Disallow: ${pad}`),
    '',
    `Sitemap: ${baseUrl}/sitemap.xml`,
  ];
  return {
    pad: '/robots.txt',
    type: 'text/plain; charset=utf-8',
    maak: () => `${regels.join('\n')}\n`,
    headers: {},
  };
}
