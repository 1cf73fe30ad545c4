import { randomUUID } from 'node:crypto';
import type { Database, Query } from './database.ts';

/** How long a process that makes attempts is held to live without a sign, in milliseconds. */
const LEASE = 120_000;

/** The mails that this process holds: it makes an attempt, or finds out what became of one. */
export interface MailHold {
  /** Their ids. */
  readonly ids: ReadonlySet<string>;
  /** Marks mails as held, as part of a transaction; `confirm` says that this was kept. */
  mark(query: Query, ids: readonly string[]): Promise<void>;
  confirm(ids: readonly string[]): void;
  /** Whether a mail is still held: the database was away for long, perhaps, and another process took it over. Locks its row. */
  check(query: Query, id: string): Promise<boolean>;
  letGo(id: string): void;
  /** Lets others have what is still held, at once. */
  close(): Promise<void>;
}

/**
 * Makes the hold of one process: it shows every so often that it lives, by the clock of the database. So it needs no
 * connection of its own that stays open, and a process that is gone is noticed wherever it ran.
 */
export function createHold(database: Database, lease = LEASE): MailHold {
  const holder = randomUUID();
  const ids = new Set<string>();
  const until = `now() + ${lease} * interval '1 millisecond'`;

  const timer = setInterval(() => {
    // What fails now is tried again before the lease is over.
    if (ids.size > 0) void showLife().catch(() => {});
  }, lease / 4).unref();

  function showLife(): Promise<unknown> {
    return database.query(
      `UPDATE wegwijzer.zendingen SET houder_tot = ${until} WHERE status = 'bezig' AND houder = $1 AND id = ANY($2)`,
      [holder, [...ids]],
    );
  }

  return {
    ids,
    async mark(query, marked) {
      await query(`UPDATE wegwijzer.zendingen SET houder = $1, houder_tot = ${until} WHERE id = ANY($2)`, [
        holder,
        marked,
      ]);
    },
    confirm(marked) {
      for (const id of marked) ids.add(id);
    },
    async check(query, id) {
      const rows = await query(
        "SELECT id FROM wegwijzer.zendingen WHERE id = $1 AND status = 'bezig' AND houder = $2 FOR UPDATE",
        [id, holder],
      );
      return rows.length > 0;
    },
    letGo: (id) => void ids.delete(id),
    async close() {
      clearInterval(timer);
      if (ids.size === 0) return;
      await database
        .query('UPDATE wegwijzer.zendingen SET houder_tot = now() WHERE houder = $1', [holder])
        .catch(() => {});
    },
  };
}
