import type { MailBeheer } from '../domain/editing/beheer-mail.ts';
import type { Records } from '../domain/editing/records.ts';
import type { Attempts } from './attempts.ts';
import { ASKED, type Links } from './links.ts';
import type { ToLogEntry } from './to-log-entry.ts';

/** A link that works for so long is in the mailbox already, so there is no need of another, in milliseconds. */
const STILL_GOOD = 5 * 60_000;

interface Deps {
  readonly records: Records;
  readonly links: Links;
  readonly attempts: Attempts;
  readonly mail: MailBeheer;
  readonly toUrl: (token: string) => string;
  readonly toLogEntry: ToLogEntry;
  readonly now: () => Date;
  /** Hears what goes wrong; nobody waits for this. */
  readonly report: (fault: unknown) => void;
}

/**
 * Makes what mails a link to somebody who has an account, and nothing to anyone else. It gives no sign of which of the two it
 * was: it goes on by itself after the visitor has their answer.
 */
export function createAskLink({ records, links, attempts, mail, toUrl, toLogEntry, now, report }: Deps) {
  /** One after another: who asks twice at once gets one mail. */
  let last: Promise<unknown> = Promise.resolve();

  async function hasGoodOne(email: string): Promise<boolean> {
    const own = await links.ofEmail(email);
    return own.some(
      ({ value }) => value.rol === null && Date.parse(value.verloopt) - now().getTime() >= STILL_GOOD,
    );
  }

  /** Writes down a link that may be mailed; null when there is nothing to mail. */
  async function prepare(email: string) {
    const people = await records.list('medewerker');
    if (!people.some(({ value }) => value.email === email && value.actief)) return null;
    // Whoever else asks in somebody's name thus fills no mailbox, and keeps nobody out: there is one that works.
    if (await hasGoodOne(email)) return null;
    if (!(await attempts.countMail(email)))
      throw new Error('Er zijn te veel inloglinks gemaild. Deze is niet gemaild.');
    const link = links.prepare(email, null, ASKED);
    await records.commit([link.change], [toLogEntry(null, 'inloglink-gevraagd', email)]);
    return link;
  }

  async function send(email: string): Promise<void> {
    const turn = last.then(() => prepare(email));
    last = turn.catch(() => {});
    const link = await turn;
    if (!link) return;
    const { token, geldigTot, change } = link;
    const mailed = await mail({ soort: 'inloglink', aan: email, link: toUrl(token), geldigTot });
    if (mailed !== 'niet') return;
    // Nobody has it, and the next one who asks must get one.
    await records.commit([{ kind: 'inloglink', id: change.id, revision: 1, value: null }]);
  }

  return (email: string): void => {
    send(email).catch(report);
  };
}
