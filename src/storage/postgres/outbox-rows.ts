import { EXPIRED_RETENTION, RETENTION } from '../../domain/sending/outbox-rules.ts';
import { CLOCK_SLACK, type OutgoingMail, VALIDITY } from '../../domain/sending/outgoing-mail.ts';
import type { Query } from './database.ts';

/** A mail as a row. */
export interface MailRow extends Omit<OutgoingMail, 'aangemaakt' | 'gewijzigd' | 'bevestigd' | 'volgende'> {
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
export const MAIL_COLUMNS = NAMES.join(', ');

/** Reads a row. */
export function toMail(row: MailRow): OutgoingMail {
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
