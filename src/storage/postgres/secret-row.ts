import { randomBytes } from 'node:crypto';
import { StorageFailure } from '../../domain/storage-failure.ts';
import type { Query } from './database.ts';

/** The secret that is kept in the database; made on first use, once, however many servers start together. */
export async function readOrMakeSecret(query: Query): Promise<string> {
  await query('INSERT INTO wegwijzer.geheim (nummer, waarde) VALUES (1, $1) ON CONFLICT DO NOTHING', [
    randomBytes(32).toString('base64url'),
  ]);
  const secret = (await readSecret(query)) ?? '';
  if (secret.length >= 32) return secret;
  throw new StorageFailure(
    'Het geheim in de tabel wegwijzer.geheim is beschadigd. Verwijder die rij; lopende vragenlijsten beginnen dan opnieuw.',
  );
}

/** That secret; null when it was never made. */
export async function readSecret(query: Query): Promise<string | null> {
  const [row] = await query<{ waarde: string }>('SELECT waarde FROM wegwijzer.geheim');
  return row?.waarde ?? null;
}

/** Puts it there, in the place of another. */
export async function writeSecret(query: Query, secret: string): Promise<void> {
  await query(
    `INSERT INTO wegwijzer.geheim (nummer, waarde) VALUES (1, $1)
     ON CONFLICT (nummer) DO UPDATE SET waarde = excluded.waarde`,
    [secret],
  );
}
