import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BESTAND = 'stand-secret';

/**
 * The secret of the sealed stand that is kept in the data folder; made on first use, readable by its owner only.
 * @throws Error in plain Dutch when the folder cannot be used or the file is damaged.
 */
export function readOrMakeStandSecret(dataDir: string): string {
  const pad = join(dataDir, BESTAND);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // 'wx' fails when the file is there: two servers that start together end up with one secret.
    writeFileSync(pad, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw toUitleg(pad);
  }
  const secret = readSecret(pad);
  if (secret.length < 32) {
    throw new Error(
      `Het bestand ${pad} is beschadigd. Verwijder het; lopende vragenlijsten beginnen dan opnieuw.`,
    );
  }
  return secret;
}

function readSecret(pad: string): string {
  try {
    return readFileSync(pad, 'utf8').trim();
  } catch {
    throw toUitleg(pad);
  }
}

function toUitleg(pad: string): Error {
  return new Error(
    `Het bestand ${pad} is niet te lezen of te maken. Geef rechten op de map, of stel STAND_SECRETS in.`,
  );
}
