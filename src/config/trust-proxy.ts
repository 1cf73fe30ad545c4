import { isIP } from 'node:net';

const PROXY_NAMEN = ['loopback', 'linklocal', 'uniquelocal'];

/** Whether a text says which proxies stand in front: none, how many, or which addresses. */
export function isProxyInstelling(waarde: string): boolean {
  if (waarde === 'false' || /^([1-9]|10)$/.test(waarde)) return true;
  return waarde.split(',').every((deel) => PROXY_NAMEN.includes(deel.trim()) || isNetwerk(deel.trim()));
}

/** An address, or a network as address/length; a length of 0 would trust everyone. */
function isNetwerk(deel: string): boolean {
  const [adres = '', masker, ...rest] = deel.split('/');
  const versie = isIP(adres);
  if (versie === 0 || rest.length > 0) return false;
  if (masker === undefined) return true;
  return /^\d{1,3}$/.test(masker) && Number(masker) >= 1 && Number(masker) <= (versie === 4 ? 32 : 128);
}

/** The setting as Express takes it. */
export function toTrustProxy(waarde: string): boolean | number | string[] {
  if (waarde === 'false') return false;
  return /^\d+$/.test(waarde) ? Number(waarde) : waarde.split(',').map((deel) => deel.trim());
}
