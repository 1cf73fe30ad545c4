import type { z } from 'zod';

/** Names and values as a process has them. */
export type Omgeving = Readonly<Record<string, string | undefined>>;

/** One setting as it is shown. */
export interface InstellingRegel {
  readonly naam: string;
  readonly waarde: string;
  /** Whether the environment says so; otherwise it is the default. */
  readonly isIngesteld: boolean;
}

/** Names of settings whose values nobody may read over a shoulder or in a log. */
const GEHEIM = /SECRET|PASS|TOKEN|GEHEIM|WACHTWOORD/;

/**
 * Every setting of the schema with the value that it has now; secrets are masked, and so is a password in an address.
 * `afgeleid` says what an absent setting without a default comes to.
 */
export function listSettings(
  shape: Readonly<Record<string, z.ZodType>>,
  env: Omgeving,
  afgeleid: Readonly<Record<string, string>>,
): InstellingRegel[] {
  return Object.entries(shape).map(([naam, schema]) => {
    const gezet = env[naam];
    if (gezet === undefined) {
      const standaard = schema.safeParse(undefined).data;
      const waarde = typeof standaard === 'object' ? JSON.stringify(standaard) : standaard;
      return { naam, waarde: String(waarde ?? afgeleid[naam] ?? 'geen'), isIngesteld: false };
    }
    return { naam, waarde: GEHEIM.test(naam) ? '(niet getoond)' : maskPassword(gezet), isIngesteld: true };
  });
}

function maskPassword(waarde: string): string {
  return waarde.replace(/(:\/\/[^\s/:@]*):\S*@/, '$1:(niet getoond)@');
}

/** Settings that are meant for this server but are spelled wrong, such as STAND_SECRET or LOGLEVEL. */
export function findMisspelled(namen: readonly string[], bekend: readonly string[]): string[] {
  const vorm = (naam: string) => naam.replaceAll(/[_-]/g, '').toUpperCase().replace(/S$/, '');
  return namen.flatMap((naam) => {
    if (bekend.includes(naam)) return [];
    const bedoeld = bekend.find((ander) => vorm(ander) === vorm(naam) && ander.includes('_'));
    if (bedoeld) return [`${naam} is geen instelling. Bedoelt u ${bedoeld}?`];
    return /^(STAND|SMTP)_/.test(naam)
      ? [`${naam} is geen instelling. De instellingen zijn: ${bekend.join(', ')}.`]
      : [];
  });
}
