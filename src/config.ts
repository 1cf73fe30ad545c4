import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const PROXY_NAMEN = ['loopback', 'linklocal', 'uniquelocal'];

const configSchema = z.object({
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
  LOG_LEVEL: z.enum(LOG_LEVELS, `moet een van ${LOG_LEVELS.join(', ')} zijn`).default('info'),
});

/** The settings of the server, read once at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Address under which the outside world sees the site, without a slash at the end. */
  readonly baseUrl: string;
  readonly dataDir: string;
  /** Secrets for the sealed stand, newest first; undefined means: made once and kept in the data folder. */
  readonly standSecrets: readonly string[] | undefined;
  readonly trustProxy: boolean | number | string[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Thrown when settings are unknown or malformed; the message names each one. */
export class ConfigFout extends Error {
  constructor(fouten: readonly string[]) {
    super(`De instellingen kloppen niet:\n${fouten.map((fout) => `- ${fout}`).join('\n')}`);
    this.name = 'ConfigFout';
  }
}

/**
 * Reads the settings from the environment; relative folders count from `root`.
 * @throws ConfigFout with every fault at once.
 */
export function readConfig(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const fouten = findMisspelled(Object.keys(env));
  const gelezen = configSchema.safeParse(env);
  if (!gelezen.success) {
    fouten.push(...gelezen.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  }
  if (!gelezen.success || fouten.length > 0) throw new ConfigFout(fouten);
  const { PORT, HOST, BASE_URL, DATA_DIR, STAND_SECRETS, TRUST_PROXY, LOG_LEVEL } = gelezen.data;
  return {
    port: PORT,
    host: HOST,
    baseUrl: BASE_URL ?? `http://localhost:${PORT}`,
    dataDir: resolve(root, DATA_DIR ?? 'data'),
    standSecrets: STAND_SECRETS,
    trustProxy: TRUST_PROXY,
    logLevel: LOG_LEVEL,
  };
}

/** Settings that are meant for this server but are spelled wrong, such as STAND_SECRET or LOGLEVEL. */
function findMisspelled(namen: readonly string[]): string[] {
  const bekend = Object.keys(configSchema.shape);
  const vorm = (naam: string) => naam.replaceAll(/[_-]/g, '').toUpperCase().replace(/S$/, '');
  return namen.flatMap((naam) => {
    if (bekend.includes(naam)) return [];
    const bedoeld = bekend.find((ander) => vorm(ander) === vorm(naam) && ander.includes('_'));
    if (bedoeld) return [`${naam} is geen instelling. Bedoelt u ${bedoeld}?`];
    return naam.startsWith('STAND_')
      ? [`${naam} is geen instelling. De instellingen zijn: ${bekend.join(', ')}.`]
      : [];
  });
}

function isKaalAdres(adres: string): boolean {
  if (!URL.canParse(adres)) return true; // What is no address at all was said already.
  const { username, password, search, hash } = new URL(adres);
  return [username, password, search, hash].every((deel) => deel === '');
}

function isProxyInstelling(waarde: string): boolean {
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

function toTrustProxy(waarde: string): boolean | number | string[] {
  if (waarde === 'false') return false;
  return /^\d+$/.test(waarde) ? Number(waarde) : waarde.split(',').map((deel) => deel.trim());
}
