import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    makeOnce(pad);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw toUitleg(pad);
  }
  return readSecret(pad);
}

/**
 * Looks whether the secret that is kept in the data folder can be used; none is fine, since the start makes it.
 * @throws Error in plain Dutch when it cannot be read or is damaged.
 */
export function checkStandSecret(dataDir: string): void {
  const pad = join(dataDir, BESTAND);
  if (existsSync(pad)) readSecret(pad);
}

/** Two servers that start together end up with one whole secret: only one of them can link its file to the name. */
function makeOnce(pad: string): void {
  if (existsSync(pad)) return;
  const tijdelijk = `${pad}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(tijdelijk, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
    linkSync(tijdelijk, pad);
  } finally {
    rmSync(tijdelijk, { force: true });
  }
}

function readSecret(pad: string): string {
  const secret = readOrThrow(pad).trim();
  if (secret.length < 32) {
    throw new Error(
      `Het bestand ${pad} is beschadigd. Verwijder het; lopende vragenlijsten beginnen dan opnieuw.`,
    );
  }
  return secret;
}

function readOrThrow(pad: string): string {
  try {
    return readFileSync(pad, 'utf8');
  } catch {
    throw toUitleg(pad);
  }
}

function toUitleg(pad: string): Error {
  return new Error(
    `Het bestand ${pad} is niet te lezen of te maken. Geef rechten op de map, of stel STAND_SECRETS in.`,
  );
}
