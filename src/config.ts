import { resolve } from 'node:path';
import { z } from 'zod';
import { aboutSettings } from './config/about-settings.ts';
import { type Env, listSettings, type SettingRegel, toSettingsTable } from './config/any-settings.ts';
import { findOidcFaults, oidcSettings, toOidcConfig } from './config/oidc-settings.ts';
import { findActivatedSocket, guardSettings, serverSettings } from './config/server-settings.ts';
import { findSmtpFaults, smtpSettings, toSmtpConfig } from './config/smtp-settings.ts';
import { storeSetting } from './config/store-setting.ts';
import { findStrayNames } from './config/stray-names.ts';
import type { OperatorInfo } from './domain/model/operator-info.ts';
import type { Limits } from './http/rate-limit.ts';
import type { OidcConfig } from './login/oidc.ts';
import type { SmtpConfig } from './sending/start-sending.ts';
import type { DatabaseAddress } from './storage/postgres/database.ts';

const configSchema = z.object({
  ...serverSettings,
  ...storeSetting,
  ...guardSettings,
  ...aboutSettings,
  ...smtpSettings,
  ...oidcSettings,
});

type Settings = z.infer<typeof configSchema>;

/** The settings of the server, read once at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The socket that is open already, in place of port and host; null when the server opens one itself. */
  readonly fd: number | null;
  /** Address under which the outside world sees the site, without a slash at the end. */
  readonly baseUrl: string;
  /** Whether somebody said so: else that address is of this machine alone, and of no use in a mail. */
  readonly isAddressGiven: boolean;
  readonly dataDir: string;
  /** The database that keeps what is kept; null: the data folder does. */
  readonly database: DatabaseAddress | null;
  /** Secrets for the sealed stand, newest first; undefined means: made once and kept in the data folder. */
  readonly standSecrets: readonly string[] | undefined;
  readonly trustProxy: boolean | number | string[];
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly limits: Limits;
  /** Requests in progress together. */
  readonly maxInFlight: number;
  /** Port of the metrics, on this machine only; undefined means: no metrics. */
  readonly metricsPort: number | undefined;
  /** Who runs the site, and what they declare about it. */
  readonly operator: OperatorInfo;
  /** How the server sends mail; null when it does not. */
  readonly smtp: SmtpConfig | null;
  /** Where people log in to `/beheer`; null when that is with links alone. */
  readonly oidc: OidcConfig | null;
}

/** Thrown when settings are unknown or malformed; the message names each one. */
export class ConfigFault extends Error {
  readonly fouten: readonly string[];

  constructor(faults: readonly string[]) {
    super(`De instellingen kloppen niet:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
    this.fouten = faults;
  }
}

/**
 * Reads the settings from the environment; relative folders count from `root`.
 * @throws ConfigFault with every fault at once.
 */
export function readConfig(root: string, env: Env = process.env): Config {
  const faults = findStrayNames(Object.keys(configSchema.shape), Object.keys(env));
  const parsed = configSchema.safeParse(env);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  }
  faults.push(...findSmtpFaults(env), ...findOidcFaults(env));
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults);
  const { PORT, HOST, BASE_URL, DATA_DIR, STAND_SECRETS, TRUST_PROXY, LOG_LEVEL, ...rest } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    fd: findActivatedSocket(env, process.pid),
    baseUrl: BASE_URL ?? `http://localhost:${PORT}`,
    isAddressGiven: BASE_URL !== undefined,
    dataDir: toDataDir(root, DATA_DIR),
    database: toDatabase(root, rest.STORE_URL),
    standSecrets: STAND_SECRETS,
    trustProxy: TRUST_PROXY,
    logLevel: LOG_LEVEL,
    limits: {
      posts: rest.RATE_LIMIT_POSTS,
      pdf: rest.RATE_LIMIT_PDF,
      meldingen: rest.RATE_LIMIT_REPORTS,
    },
    maxInFlight: rest.MAX_IN_FLIGHT,
    metricsPort: rest.METRICS_PORT,
    operator: {
      organisatie: rest.ORGANISATIE_NAAM ?? null,
      securityContact: rest.SECURITY_CONTACT ?? null,
      privacyContact: rest.PRIVACY_CONTACT ?? null,
      logboekDagen: rest.LOGBOEK_DAGEN ?? null,
      toegankelijkheid: {
        status: rest.TOEGANKELIJKHEID_STATUS,
        datum: rest.TOEGANKELIJKHEID_DATUM ?? null,
        contact: rest.TOEGANKELIJKHEID_CONTACT ?? null,
      },
    },
    smtp: toSmtpConfig(parsed.data, (path) => resolve(root, path)),
    oidc: toOidcConfig(parsed.data),
  };
}

/** The data folder, also when other settings are wrong; null when that one is. */
export function readDataDir(root: string, env: Env = process.env): string | null {
  const parsed = configSchema.shape.DATA_DIR.safeParse(env.DATA_DIR);
  return parsed.success ? toDataDir(root, parsed.data) : null;
}

/** Where things are kept, also when other settings are wrong; null when that is. */
export function readPlaces(
  root: string,
  env: Env = process.env,
): Pick<Config, 'dataDir' | 'database'> | null {
  const dataDir = readDataDir(root, env);
  const parsed = configSchema.shape.STORE_URL.safeParse(env.STORE_URL);
  return dataDir !== null && parsed.success ? { dataDir, database: toDatabase(root, parsed.data) } : null;
}

/** Every setting with the value that it has now, for an operator to look at; secrets are masked. */
export function showSettings(root: string, env: Env = process.env): SettingRegel[] {
  return listSettings(configSchema.shape, env, {
    BASE_URL: `http://localhost:${env.PORT ?? configSchema.shape.PORT.parse(undefined)}`,
    DATA_DIR: toDataDir(root, undefined),
    STAND_SECRETS: 'eenmalig gemaakt en bewaard in DATA_DIR',
  });
}

/** The page of the documentation with its table of settings made anew, between the marks that it has for that. */
export function putSettings(page: string): string {
  return page.replace(
    /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/,
    (_all, begin, end) => `${begin}\n${toSettingsTable(configSchema.shape)}\n\n${end}`,
  );
}

function toDatabase(root: string, given: Settings['STORE_URL']): DatabaseAddress | null {
  if (given === undefined) return null;
  const caFile = given.tls?.caFile;
  return caFile ? { ...given, tls: { caFile: resolve(root, caFile) } } : given;
}

function toDataDir(root: string, given: string | undefined): string {
  return resolve(root, given ?? 'data');
}
