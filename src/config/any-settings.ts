import type { z } from 'zod';

/** Names and values as a process has them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** One setting as it is shown. */
export interface SettingRegel {
  readonly naam: string;
  readonly waarde: string;
  /** Whether the environment says so; otherwise it is the default. */
  readonly isConfigured: boolean;
}

/** Names of settings whose values nobody may read over a shoulder or in a log. */
const SECRET = /SECRET|PASS|TOKEN|GEHEIM|WACHTWOORD|STORE_URL/;

/**
 * Every setting of the schema with the value that it has now; secrets are masked, and so is a password in an address.
 * `derived` says what an absent setting without a default comes to.
 */
export function listSettings(
  shape: Readonly<Record<string, z.ZodType>>,
  env: Env,
  derived: Readonly<Record<string, string>>,
): SettingRegel[] {
  return Object.entries(shape).map(([naam, schema]) => {
    const set = env[naam];
    if (set === undefined) {
      const fallback = schema.safeParse(undefined).data;
      const waarde = typeof fallback === 'object' ? JSON.stringify(fallback) : fallback;
      return { naam, waarde: String(waarde ?? derived[naam] ?? 'geen'), isConfigured: false };
    }
    return { naam, waarde: SECRET.test(naam) ? '(niet getoond)' : maskPassword(set), isConfigured: true };
  });
}

function maskPassword(waarde: string): string {
  return waarde.replace(/(:\/\/[^\s/:@]*):\S*@/, '$1:(niet getoond)@');
}

/** What every setting is for and what it is by default, as rows of a table in Markdown, for the one who installs. */
export function toSettingsTable(shape: Readonly<Record<string, z.ZodType>>): string {
  const rows = Object.entries(shape).map(
    ([naam, schema]) =>
      `| \`${naam}\` | ${toDefault(schema.safeParse(undefined).data)} | ${schema.description} |`,
  );
  return ['| name | default | what |', '|---|---|---|', ...rows].join('\n');
}

function toDefault(waarde: unknown): string {
  if (waarde === undefined) return '';
  return `\`${typeof waarde === 'object' && waarde ? Object.values(waarde).join('/') : waarde}\``;
}

/** Settings that turn something on together. */
interface Group {
  readonly settings: object;
  /** Those that it cannot do without. */
  readonly needed: readonly string[];
  /** What to say of one that is missing. */
  readonly toFault: (naam: string) => string;
  /** Why links to this site must then be safe, after "als". */
  readonly why: string;
}

/** What is missing or does not go together when some of a group are set; a sentence for each. */
export function findGroupFaults(env: Env, { settings, needed, toFault, why }: Group): string[] {
  if (Object.keys(settings).every((naam) => env[naam] === undefined)) return [];
  const faults = needed.filter((naam) => env[naam] === undefined).map(toFault);
  return isSafeAddress(env.BASE_URL ?? '')
    ? faults
    : [...faults, `BASE_URL moet een adres zijn dat met https begint, als ${why}`];
}

/** Whether what travels to a web address cannot be read on the way: only the own computer may do without TLS. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}
