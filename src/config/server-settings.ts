import { isIP } from 'node:net';
import { z } from 'zod';
import type { Env } from './any-settings.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Where the server listens, what it keeps where, and what it logs. */
export const serverSettings = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'moet een poortnummer zijn')
    .transform(Number)
    .refine((port) => port <= 65_535, 'moet een poortnummer tot en met 65535 zijn')
    .default(3000)
    .describe('port on which the server listens'),
  HOST: z
    .string()
    .trim()
    .min(1, 'mag niet leeg zijn')
    .default('127.0.0.1')
    .describe('address on which it listens'),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'moet een webadres zijn, zoals https://wegwijzer.example' })
    .refine(isBareAddress, 'moet een webadres zijn zonder naam, wachtwoord, ? of #')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('address under which the outside world sees the site. Default: http://localhost:PORT'),
  DATA_DIR: z
    .string()
    .trim()
    .min(1, 'mag niet leeg zijn')
    .optional()
    .describe(
      'folder for what the server keeps: secret, reports and counts; one server at a time. When it cannot be used the site works without, and says so. Default: `data` beside the project',
    ),
  STAND_SECRETS: z
    .string()
    .transform((list) => list.split(',').map((secret) => secret.trim()))
    .refine(
      (list) => list.every(({ length }) => length >= 32),
      'moet bestaan uit geheimen van elk minstens 32 tekens, gescheiden door komma’s',
    )
    .optional()
    .describe(
      'secrets of the sealed stand, newest first, comma-separated, each at least 32 characters. Default: made once, kept in DATA_DIR',
    ),
  TRUST_PROXY: z
    .string()
    .transform((waarde) => waarde.trim())
    .refine(isProxySetting, 'moet false zijn, een aantal proxy’s (1 tot 10), of een lijst van adressen')
    .transform(toTrustProxy)
    .default(false)
    .describe('number of proxies in front, or their addresses'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `moet een van ${LOG_LEVELS.join(', ')} zijn`)
    .default('info')
    .describe('`fatal` `error` `warn` `info` `debug` `trace` `silent`'),
};

/** A port number as text. */
export const portSchema = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'moet een poortnummer zijn')
  .transform(Number)
  .refine((port) => port <= 65_535, 'moet een poortnummer tot en met 65535 zijn');

/** A limit as "per address/all together". */
function limit(perAddress: number, samen: number) {
  return z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,8}\/[1-9]\d{0,8}$/, 'moet twee aantallen zijn, zoals 300/600: per adres/alle samen')
    .transform((tekst) => {
      const [own = 0, all = 0] = tekst.split('/').map(Number);
      return { perAddress: own, samen: all };
    })
    .refine((parsed) => parsed.perAddress <= parsed.samen, 'mag per adres niet meer zijn dan alle samen')
    .default({ perAddress, samen });
}

/** How much is let in, and where an operator can see how it goes. */
export const guardSettings = {
  RATE_LIMIT_POSTS: limit(20_000, 60_000).describe(
    'advice, referrals and forms of `/beheer` a minute: from one address / from all together (IPv6 counts by /64)',
  ),
  RATE_LIMIT_PDF: limit(3000, 6000).describe('PDFs, and drafts with one, a minute'),
  RATE_LIMIT_REPORTS: limit(20, 500).describe('correction reports an hour'),
  MAX_IN_FLIGHT: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'moet een aantal zijn van 1 tot 999999')
    .transform(Number)
    .default(1_000)
    .describe('requests in progress; one more gets 503'),
  METRICS_PORT: portSchema
    .optional()
    .describe('serves `/metrics` for Prometheus, on 127.0.0.1 only. Default: off'),
};

function isBareAddress(adres: string): boolean {
  if (!URL.canParse(adres)) return true; // What is no address at all was said already.
  const { username, password, search, hash } = new URL(adres);
  return [username, password, search, hash].every((deel) => deel === '');
}

const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

/** Whether a text says which proxies stand in front: none, how many, or which addresses. */
function isProxySetting(waarde: string): boolean {
  if (waarde === 'false' || /^([1-9]|10)$/.test(waarde)) return true;
  return waarde.split(',').every((deel) => PROXY_NAMES.includes(deel.trim()) || isNetwork(deel.trim()));
}

/** An address, or a network as address/length; a length of 0 would trust everyone. */
function isNetwork(deel: string): boolean {
  const [adres = '', mask, ...rest] = deel.split('/');
  const version = isIP(adres);
  if (version === 0 || rest.length > 0) return false;
  if (mask === undefined) return true;
  return /^\d{1,3}$/.test(mask) && Number(mask) >= 1 && Number(mask) <= (version === 4 ? 32 : 128);
}

/** The setting as Express takes it. */
function toTrustProxy(waarde: string): boolean | number | string[] {
  if (waarde === 'false') return false;
  return /^\d+$/.test(waarde) ? Number(waarde) : waarde.split(',').map((deel) => deel.trim());
}

/** The first descriptor that is handed over, by the protocol of systemd (sd_listen_fds). */
const FIRST = 3;

/**
 * The socket that whoever started this process opened for it, as a file descriptor; null when there is none. Such a
 * socket stays open while the server restarts, so that nobody is refused.
 * Of more than one it is the first.
 */
export function findActivatedSocket({ LISTEN_PID, LISTEN_FDS }: Env, pid: number): number | null {
  // They may be left over, and meant for who started us.
  return Number(LISTEN_FDS) >= 1 && Number(LISTEN_PID) === pid ? FIRST : null;
}
