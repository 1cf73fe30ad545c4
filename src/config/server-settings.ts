import { z } from 'zod';
import { isProxyInstelling, toTrustProxy } from './trust-proxy.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Where the server listens and with how many processes, what it keeps where, and what it logs. */
export const serverSettings = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'moet een poortnummer zijn')
    .transform(Number)
    .refine((port) => port <= 65_535, 'moet een poortnummer tot en met 65535 zijn')
    .default(3000),
  HOST: z.string().trim().min(1, 'mag niet leeg zijn').default('127.0.0.1'),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'moet een webadres zijn, zoals https://wegwijzer.example' })
    .refine(isKaalAdres, 'moet een webadres zijn zonder naam, wachtwoord, ? of #')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATA_DIR: z.string().trim().min(1, 'mag niet leeg zijn').optional(),
  STAND_SECRETS: z
    .string()
    .transform((lijst) => lijst.split(',').map((geheim) => geheim.trim()))
    .refine(
      (lijst) => lijst.every(({ length }) => length >= 32),
      'moet bestaan uit geheimen van elk minstens 32 tekens, gescheiden door komma’s',
    )
    .optional(),
  TRUST_PROXY: z
    .string()
    .transform((waarde) => waarde.trim())
    .refine(isProxyInstelling, 'moet false zijn, een aantal proxy’s (1 tot 10), of een lijst van adressen')
    .transform(toTrustProxy)
    .default(false),
  WEB_CONCURRENCY: z
    .string()
    .regex(/^([1-9]|[1-5]\d|6[0-4])$/, 'moet een aantal processen zijn van 1 tot en met 64')
    .transform(Number)
    .default(1),
  LOG_LEVEL: z.enum(LOG_LEVELS, `moet een van ${LOG_LEVELS.join(', ')} zijn`).default('info'),
};

function isKaalAdres(adres: string): boolean {
  if (!URL.canParse(adres)) return true; // What is no address at all was said already.
  const { username, password, search, hash } = new URL(adres);
  return [username, password, search, hash].every((deel) => deel === '');
}
