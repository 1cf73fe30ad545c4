import { isIPv4, isIPv6 } from 'node:net';

/** Shortens an address so that it points at no computer: an IPv4 address to its /24, an IPv6 address to its /48. */
export function shortenAddress(adres: string | undefined): string {
  const zonderVorm = (adres ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(zonderVorm)) return `${zonderVorm.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(zonderVorm)) return 'onbekend';
  return `${expandIPv6(zonderVorm).slice(0, 3).join(':')}::/48`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expandIPv6(adres: string): string[] {
  const toGroepen = (deel: string) => (deel === '' ? [] : deel.split(':'));
  const [voor = '', na] = (adres.split('%')[0] ?? '').split('::');
  const begin = toGroepen(voor);
  const eind = toGroepen(na ?? '');
  const nullen = na === undefined ? 0 : Math.max(0, 8 - begin.length - eind.length);
  return [...begin, ...new Array<string>(nullen).fill('0'), ...eind].map((groep) =>
    Number.parseInt(groep, 16).toString(16),
  );
}
