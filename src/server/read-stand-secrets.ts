import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { readOrMakeStandSecret } from '../adapters/stand-secret-file.ts';
import type { Config } from '../config.ts';

/**
 * The secrets of the sealed stand: those of the settings, or the one in the data folder. When that cannot be used, one
 * for as long as this process lives, with a warning: the questions need no storage.
 */
export function readStandSecrets(
  { standSecrets, dataDir }: Pick<Config, 'standSecrets' | 'dataDir'>,
  log: Pick<Logger, 'warn'>,
): readonly string[] {
  if (standSecrets) return standSecrets;
  try {
    return [readOrMakeStandSecret(dataDir)];
  } catch (error) {
    const reden = error instanceof Error ? error.message : String(error);
    log.warn(`GEEN BLIJVEND GEHEIM: na een herstart beginnen lopende vragenlijsten opnieuw. ${reden}`);
    return [randomBytes(32).toString('base64url')];
  }
}
