import { randomBytes } from 'node:crypto';
import type { BegunMail, Outbox, Related } from '../../domain/sending/outbox.ts';
import { FARTHEST_ATTEMPT } from '../../domain/sending/outbox-rules.ts';
import { beginAttempt, type OutgoingMail, VALIDITY } from '../../domain/sending/outgoing-mail.ts';
import { type Database, LOCKS, type Query, takeTurn } from './database.ts';
import { cleanUpMails, createHold, putMails, selectMails } from './outbox-rows.ts';

/** How often to look for what another process left behind, in milliseconds. */
const LOOK = 60_000;

/** Keeps mails in their table, for any number of processes. `lease` is how long one is held to live without a sign, in milliseconds. */
export function createOutbox(database: Database, lease?: number): Outbox & { close(): Promise<void> } {
  const { query, transaction } = database;
  const hold = createHold(database, lease);

  /** Takes the mails that a condition picks and no other process is taking, with what they say; holds them once that is kept. */
  async function take(
    condition: string,
    values: readonly unknown[],
    toTaken: (mail: OutgoingMail) => OutgoingMail,
  ): Promise<BegunMail[]> {
    const begun = await transaction(async (query) => {
      const begun: BegunMail[] = [];
      for (const mail of await selectMails(query, `WHERE ${condition} FOR UPDATE SKIP LOCKED`, values)) {
        const verzegeld = mail.bestand === null ? null : await readSealed(query, mail.bestand);
        begun.push({ mail: toTaken(mail), verzegeld });
      }
      const mails = begun.map(({ mail }) => mail);
      await putMails(query, mails);
      await hold.mark(query, mails);
      return begun;
    });
    hold.confirm(begun.map(({ mail }) => mail));
    return begun;
  }

  function findRelated(
    query: Query,
    { id, afzender, inhoud, bevestigdNa }: Related,
  ): Promise<OutgoingMail[]> {
    return selectMails(
      query,
      'WHERE id = $1 OR afzender = ANY($2) OR inhoud = ANY($3) OR bevestigd > $4 ORDER BY volgnummer',
      [id ?? null, afzender ?? [], inhoud ?? [], bevestigdNa ?? null],
    );
  }

  return {
    find: (related) => findRelated(query, related),
    decide: (related, decide) =>
      transaction(async (query) => {
        await takeTurn(query, LOCKS.zendingen);
        const { keep, result } = decide(await findRelated(query, related));
        await putMails(query, keep);
        return result;
      }),
    lijst: () => selectMails(query, 'ORDER BY volgnummer'),

    async takeDue(now) {
      const [begun] = await take(
        'volgende <= $1 OR volgende > $2 ORDER BY volgende LIMIT 1',
        [now, new Date(now.getTime() + FARTHEST_ATTEMPT)],
        (mail) => beginAttempt(mail, now),
      );
      return begun ?? null;
    },
    takeInterrupted: () =>
      take(
        "status = 'bezig' AND coalesce(houder_tot <= now(), true) AND id <> ALL($1)",
        [[...hold.ids]],
        (mail) => mail,
      ),
    async end(id, after) {
      const isKept = await transaction(async (query) => {
        if (!(await hold.check(query, id))) return false;
        await putMails(query, after);
        return true;
      });
      hold.letGo(id);
      return isKept;
    },
    cleanUp: (now) =>
      transaction(async (query) => {
        await takeTurn(query, LOCKS.zendingen);
        await cleanUpMails(query, now);
      }),
    async findNextMoment(now) {
      const [first] = await query<{ moment: Date | null }>(
        `SELECT least(min(volgende), min(aangemaakt) FILTER (WHERE status = 'onbevestigd')
           + $1 * interval '1 millisecond') AS moment
         FROM wegwijzer.zendingen WHERE volgende IS NOT NULL OR status = 'onbevestigd'`,
        [VALIDITY],
      );
      return new Date(Math.min(first?.moment?.getTime() ?? Number.POSITIVE_INFINITY, now.getTime() + LOOK));
    },

    async bewaarInhoud(bytes) {
      const naam = randomBytes(16).toString('base64url');
      await query('INSERT INTO wegwijzer.verzegeld (naam, bytes) VALUES ($1, $2)', [
        naam,
        Buffer.from(bytes),
      ]);
      return naam;
    },
    leesInhoud: (naam) => readSealed(query, naam),
    async wipeSealed(naam) {
      await query('DELETE FROM wegwijzer.verzegeld WHERE naam = $1', [naam]);
    },
    close: hold.close,
  };
}

async function readSealed(query: Query, naam: string): Promise<Buffer | null> {
  const [row] = await query<{ bytes: Buffer }>('SELECT bytes FROM wegwijzer.verzegeld WHERE naam = $1', [
    naam,
  ]);
  return row?.bytes ?? null;
}
