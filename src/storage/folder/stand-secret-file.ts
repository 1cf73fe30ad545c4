import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders } from './make-folders.ts';

/** The file with the secret, in the data folder. */
export const STAND_SECRET_FILE = 'stand-secret';

/**
 * The secret of the sealed stand that is kept in the data folder; made on first use, readable by its owner only.
 * @throws Error in plain Dutch when the folder cannot be used or the file is damaged.
 */
export function readOrMakeStandSecret(dataDir: string): string {
  const path = join(dataDir, STAND_SECRET_FILE);
  try {
    makeFolders(dataDir);
    makeOnce(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw toExplanation(path);
  }
  return readSecret(path);
}

/**
 * Looks whether the secret that is kept in the data folder can be used; none is fine, since the start makes it.
 * @throws Error in plain Dutch when it cannot be read or is damaged.
 */
export function checkStandSecret(dataDir: string): void {
  findStandSecret(dataDir);
}

/**
 * The secret that is kept in the data folder, as a list; null when none was made yet.
 * @throws Error in plain Dutch when it cannot be read or is damaged.
 */
export function findStandSecret(dataDir: string): readonly string[] | null {
  const path = join(dataDir, STAND_SECRET_FILE);
  return existsSync(path) ? [readSecret(path)] : null;
}

/** Two servers that start together end up with one whole secret: only one of them can link its file to the name. */
function makeOnce(path: string): void {
  if (existsSync(path)) return;
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(temporary, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
    linkSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function readSecret(path: string): string {
  const secret = readOrThrow(path).trim();
  if (secret.length < 32) {
    throw new Error(
      `Het bestand ${path} is beschadigd. Verwijder het; lopende vragenlijsten beginnen dan opnieuw.`,
    );
  }
  return secret;
}

function readOrThrow(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw toExplanation(path);
  }
}

function toExplanation(path: string): Error {
  return new Error(
    `Het bestand ${path} is niet te lezen of te maken. Geef rechten op de map, of stel STAND_SECRETS in.`,
  );
}
