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
