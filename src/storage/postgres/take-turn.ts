import type { Query } from './database.ts';

/** What only one process does at a time. */
export const LOCKS = { migraties: 1, meldingen: 2, zendingen: 3, antwoorden: 4, beheer: 5 } as const;

/** Tells the locks of this site from those of another in the same database. */
const SITE = 7_237_741;

/** Waits until no other process is in the same kind of transaction; until the end of this one, nobody else gets in. */
export async function takeTurn(query: Query, lock: (typeof LOCKS)[keyof typeof LOCKS]): Promise<void> {
  await query('SELECT pg_advisory_xact_lock($1, $2)', [SITE, lock]);
}
