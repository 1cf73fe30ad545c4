import type { StaticFile } from '../static-file.ts';

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
