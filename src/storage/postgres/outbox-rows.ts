import type { OutgoingMail } from '../../domain/sending/outgoing-mail.ts';
import type { Query } from './database.ts';

/** A mail as a row. */
export interface MailRow
  extends Pick<
    OutgoingMail,
    'id' | 'soort' | 'tafel' | 'status' | 'pogingen' | 'bestand' | 'sleutel' | 'afzender' | 'inhoud'
  > {
  readonly aangemaakt: Date;
  readonly gewijzigd: Date;
  readonly bevestigd: Date | null;
  readonly volgende: Date | null;
}

/** In the order of `MAIL_COLUMNS`. */
const toValues = (mail: OutgoingMail): unknown[] => NAMES.map((naam) => mail[naam]);

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
  const { id, soort, tafel, status, pogingen, bestand, sleutel, afzender, inhoud } = row;
  return {
    id,
    soort,
    tafel,
    status,
    aangemaakt: row.aangemaakt.toISOString(),
    gewijzigd: row.gewijzigd.toISOString(),
    bevestigd: row.bevestigd?.toISOString() ?? null,
    volgende: row.volgende?.toISOString() ?? null,
    pogingen,
    bestand,
    sleutel,
    afzender,
    inhoud,
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
      toValues(mail),
    );
  }
}
