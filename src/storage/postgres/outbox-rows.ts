import { randomUUID } from 'node:crypto';
import { EXPIRED_RETENTION, RETENTION } from '../../domain/sending/outbox-rules.ts';
import { CLOCK_SLACK, type OutgoingMail, VALIDITY } from '../../domain/sending/outgoing-mail.ts';
import type { Database, Query } from './database.ts';

/** A mail as a row. */
interface MailRow extends Omit<OutgoingMail, 'aangemaakt' | 'gewijzigd' | 'bevestigd' | 'volgende'> {
  readonly aangemaakt: Date;
  readonly gewijzigd: Date;
  readonly bevestigd: Date | null;
  readonly volgende: Date | null;
}

const NAMES = [
  'id',
  'soort',
  'tafel',
  'status',
  'aangemaakt',
  'gewijzigd',
  'bevestigd',
  'volgende',
  'pogingen',
  'bestand',
  'sleutel',
  'afzender',
  'inhoud',
] as const satisfies readonly (keyof OutgoingMail)[];

/** The columns of a row. */
const MAIL_COLUMNS = NAMES.join(', ');

/** Reads the mails that the end of a statement picks, such as `ORDER BY volgnummer`. */
export async function selectMails(
  query: Query,
  end: string,
  values: readonly unknown[] = [],
): Promise<OutgoingMail[]> {
  return (await query<MailRow>(`SELECT ${MAIL_COLUMNS} FROM wegwijzer.zendingen ${end}`, values)).map(toMail);
}

function toMail(row: MailRow): OutgoingMail {
  return {
    ...row,
    aangemaakt: row.aangemaakt.toISOString(),
    gewijzigd: row.gewijzigd.toISOString(),
    bevestigd: row.bevestigd?.toISOString() ?? null,
    volgende: row.volgende?.toISOString() ?? null,
  };
}

/** Writes mails, each new or in the place of the one with its id, and wipes what none of them says any more. No process holds them then. */
export async function putMails(query: Query, mails: readonly OutgoingMail[]): Promise<void> {
  if (mails.length === 0) return;
  await query(
    `DELETE FROM wegwijzer.verzegeld WHERE naam IN
       (SELECT bestand FROM wegwijzer.zendingen WHERE id = ANY($1)) AND naam <> ALL($2)`,
    [mails.map(({ id }) => id), mails.flatMap(({ bestand }) => bestand ?? [])],
  );
  const places = NAMES.map((_, index) => `$${index + 1}`).join(', ');
  const changes = NAMES.map((naam) => `${naam} = excluded.${naam}`).join(', ');
  for (const mail of mails) {
    await query(
      `INSERT INTO wegwijzer.zendingen (${MAIL_COLUMNS}) VALUES (${places})
       ON CONFLICT (id) DO UPDATE SET ${changes}, houder = NULL, houder_tot = NULL`,
      NAMES.map((naam) => mail[naam]),
    );
  }
}

/** How long sealed bytes may wait for the mail that names them, before they are held to be left behind by a crash. */
const LEFT_BEHIND = "interval '1 hour'";

/** Lets go of what is past its time: the rules of `cleanUp` in the domain, as statements; one test plays them on both. */
export async function cleanUpMails(query: Query, now: Date): Promise<void> {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  const expired = "status = 'onbevestigd' AND (aangemaakt <= $1 OR aangemaakt > $2)";
  const bounds = [ago(VALIDITY), ago(-CLOCK_SLACK)];
  await query(
    `DELETE FROM wegwijzer.verzegeld WHERE naam IN
       (SELECT bestand FROM wegwijzer.zendingen WHERE ${expired})`,
    bounds,
  );
  await query(
    `UPDATE wegwijzer.zendingen SET status = 'verlopen', gewijzigd = $3, volgende = NULL, bestand = NULL
     WHERE ${expired}`,
    [...bounds, now],
  );
  await query(
    `DELETE FROM wegwijzer.zendingen
     WHERE (status = 'verlopen' AND gewijzigd < $1)
        OR (status IN ('verstuurd', 'deels', 'mislukt', 'onzeker') AND gewijzigd < $2)`,
    [ago(EXPIRED_RETENTION), ago(RETENTION)],
  );
  await query(
    `DELETE FROM wegwijzer.verzegeld v WHERE bewaard < now() - ${LEFT_BEHIND}
       AND NOT EXISTS (SELECT 1 FROM wegwijzer.zendingen z WHERE z.bestand = v.naam)`,
  );
}

/** How long a process that makes attempts is held to live without a sign, in milliseconds. */
const LEASE = 120_000;

/** The mails that this process holds: it makes an attempt, or finds out what became of one. */
export interface MailHold {
  /** Their ids. */
  readonly ids: ReadonlySet<string>;
  /** Marks mails as held, as part of a transaction; `confirm` says that this was kept. */
  mark(query: Query, mails: readonly OutgoingMail[]): Promise<void>;
  confirm(mails: readonly OutgoingMail[]): void;
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
    async mark(query, mails) {
      if (mails.length === 0) return;
      await query(`UPDATE wegwijzer.zendingen SET houder = $1, houder_tot = ${until} WHERE id = ANY($2)`, [
        holder,
        mails.map(({ id }) => id),
      ]);
    },
    confirm(mails) {
      for (const { id } of mails) ids.add(id);
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
