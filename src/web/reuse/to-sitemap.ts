import type { Content } from '../../domain/model/content.ts';
import { listGemeenteContacten } from '../../domain/model/gemeente.ts';
import { escapeXml } from '../escape-xml.ts';
import type { StaticFile } from '../page.ts';
import { toTafelHref } from '../tafel-presentation.ts';

/** All pages that are the same for everyone, for search engines. */
export function toSitemap(content: Content, baseUrl: string, paths: readonly string[]): StaticFile {
  const changed = listCheckDates(content);
  const urls = paths.map((path) => {
    const date = changed.get(path);
    const lastmod = date ? `<lastmod>${date}</lastmod>` : '';
    return `  <url><loc>${escapeXml(baseUrl + path)}</loc>${lastmod}</url>`;
  });
  return {
    pad: '/sitemap.xml',
    type: 'application/xml; charset=utf-8',
    make: () =>
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
function listCheckDates({ tafels, organisaties, gemeenten, clientondersteuning, noodnummers }: Content) {
  const last = (list: readonly { readonly gecontroleerd: string }[]) =>
    list
      .map(({ gecontroleerd }) => gecontroleerd)
      .toSorted()
      .at(-1);
  return new Map([
    ['/', last(noodnummers)],
    ...tafels.map(({ id, soort, contacten }) => [toTafelHref(id, soort), last(contacten)] as const),
    ...organisaties.map(({ id, contacten }) => [`/organisaties/${id}`, last(contacten)] as const),
    ...gemeenten.map(
      (gemeente) => [`/gemeenten/${gemeente.id}`, last(listGemeenteContacten(gemeente))] as const,
    ),
    [
      '/clientondersteuning',
      last(clientondersteuning.aanbieders.flatMap(({ contacten }) => contacten)),
    ] as const,
  ]);
}

/** Addresses that hold answers or what somebody types, or that lead to those: nothing to find there. */
const NOT = ['/vragen', '/advies', '/verwijzen/', '/klopt-niet', '/zoeken?', '/*/toets', '/*?a='];

/** What search engines leave alone, and where they find the rest. */
export function toRobots(baseUrl: string): StaticFile {
  const regels = [
    'User-agent: *',
    ...NOT.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${baseUrl}/sitemap.xml`,
  ];
  return {
    pad: '/robots.txt',
    type: 'text/plain; charset=utf-8',
    make: () => `${regels.join('\n')}\n`,
    headers: {},
  };
}
