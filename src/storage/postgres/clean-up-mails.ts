import { EXPIRED_RETENTION, RETENTION } from '../../domain/sending/outbox-rules.ts';
import { CLOCK_SLACK, VALIDITY } from '../../domain/sending/outgoing-mail.ts';
import type { Query } from './database.ts';

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
