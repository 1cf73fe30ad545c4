import type { MailBeheer } from '../domain/editing/beheer-mail.ts';
import type { Keeping } from '../domain/editing/decide.ts';
import type { BeheerRol, Inloglink } from '../domain/editing/people.ts';
import {
  type Kept,
  type RecordChange,
  type Records,
  type ToLogEntry,
  toGone,
} from '../domain/editing/records.ts';
import type { Attempts } from './attempts.ts';
import { hashToken, isToken, makeToken } from './tokens.ts';

const MINUTE = 60_000;
/** How long a link of an invitation works, and one that somebody asked for themselves, in milliseconds. */
export const INVITATION = 24 * 60 * MINUTE;
const ASKED = 15 * MINUTE;
/** So long after that, whoever opens it still reads that it is over, in milliseconds. */
const KNOWN = 7 * 24 * 60 * MINUTE;

/** The links to log in with once. All of it throws StorageFailure. */
export type Links = ReturnType<typeof createLinks>;

/** Makes what keeps links; of each only a hash. */
export function createLinks(records: Pick<Keeping, 'read' | 'list'>, now: () => Date) {
  const ofEmail = async (email: string) =>
    (await records.list('inloglink')).filter(({ value }) => value.email === email);

  return {
    /** A link that works for so long, to be written together with why it is made; `rol` null: asked for. */
    prepare(email: string, rol: BeheerRol | null, valid: number) {
      const token = makeToken();
      const gemaakt = now().toISOString();
      const verloopt = new Date(now().getTime() + valid).toISOString();
      const value = { email, rol, gemaakt, verloopt };
      const change: RecordChange = { kind: 'inloglink', id: hashToken(token), revision: 0, value };
      return { token, change, geldigTot: new Date(verloopt) };
    },

    /** The link of a token; null when there is none, because it was used or never existed. */
    find(token: string): Promise<Kept<Inloglink> | null> {
      return isToken(token) ? records.read('inloglink', hashToken(token)) : Promise.resolve(null);
    },

    isOver: ({ verloopt }: Inloglink) => now().getTime() >= Date.parse(verloopt),

    /** Whether it was over so long ago that nothing of it needs to be known. */
    isForgotten: ({ verloopt }: Inloglink) => now().getTime() >= Date.parse(verloopt) + KNOWN,

    ofEmail,

    /** Has all links of an address removed: with one of them somebody logged in, or may not any more. */
    async removeAll(email: string): Promise<RecordChange[]> {
      return (await ofEmail(email)).map((kept) => toGone('inloglink', kept));
    },
  };
}

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
    await records.commit([toGone('inloglink', { id: change.id, revision: 1 })]);
  }

  return (email: string): void => {
    send(email).catch(report);
  };
}
