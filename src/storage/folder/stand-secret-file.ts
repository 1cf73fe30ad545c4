import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders, writeNew } from './disk.ts';

/** The file with the secret, in the data folder. */
export const STAND_SECRET_FILE = 'stand-secret';

/**
 * The secret of the sealed stand that is kept in the data folder; made on first use, readable by its owner only. Two servers
 * that start together end up with one whole secret.
 * @throws Error in plain Dutch when the folder cannot be used or the file is damaged.
 */
export function readOrMakeStandSecret(dataDir: string): string {
  const path = join(dataDir, STAND_SECRET_FILE);
  try {
    makeFolders(dataDir);
    if (!existsSync(path)) writeNew(path, randomBytes(32).toString('base64url'));
  } catch {
    throw toExplanation(path);
  }
  return readSecret(path);
}

/**
 * The secret that is kept in the data folder; null when none was made yet.
 * @throws Error in plain Dutch when it cannot be read or is damaged.
 */
export function findStandSecret(dataDir: string): string | null {
  const path = join(dataDir, STAND_SECRET_FILE);
  return existsSync(path) ? readSecret(path) : null;
}

function readSecret(path: string): string {
  const secret = readOrThrow(path).trim();
  if (secret.length >= 32) return secret;
  throw new Error(
    `Het bestand ${path} is beschadigd. Verwijder het; lopende vragenlijsten beginnen dan opnieuw.`,
  );
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
