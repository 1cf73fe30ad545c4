import type { Sessie, Wie } from '../domain/editing/people.ts';
import {
  type Kept,
  type LogEntry,
  type RecordChange,
  type Records,
  toGone,
} from '../domain/editing/records.ts';
import { hashToken, isToken, makeToken, toCsrf } from './tokens.ts';

const MINUTE = 60_000;
/** How long a session lasts without a request, and in all, in milliseconds. */
const IDLE = 60 * MINUTE;
const LONGEST = 12 * 60 * MINUTE;
/** How old the moment of its last use may be before it is written again: not at every request. */
const TOUCH = 5 * MINUTE;

/** Whoever asks, as their session says. */
export interface OpenSession {
  /** The id of the session, which is no secret. */
  readonly sessie: string;
  readonly wie: Wie;
  readonly csrf: string;
}

/** A session that is about to begin: what goes into the cookie, and what is to be written. */
export interface NewSession {
  readonly token: string;
  readonly change: RecordChange;
}

/** The sessions of all who are logged in, on all servers. All of it throws StorageFailure. */
export type Sessions = ReturnType<typeof createSessions>;

/** Makes what keeps sessions. */
export function createSessions(records: Records, now: () => Date) {
  const isOver = ({ begonnen, gebruikt }: Sessie) =>
    now().getTime() - Date.parse(gebruikt) >= IDLE || now().getTime() - Date.parse(begonnen) >= LONGEST;

  async function touch({ id, revision, value }: Kept<Sessie>): Promise<void> {
    if (now().getTime() - Date.parse(value.gebruikt) < TOUCH) return;
    const fresh = { ...value, gebruikt: now().toISOString() };
    // On a conflict another request wrote it, or the session was ended: either is right.
    await records.commit([{ kind: 'sessie', id, revision, value: fresh }]);
  }

  return {
    isOver,

    /** A session for somebody, to be written together with what logged them in. */
    prepare(medewerker: string, programma: string): NewSession {
      const token = makeToken();
      const moment = now().toISOString();
      const value = { medewerker, begonnen: moment, gebruikt: moment, programma };
      return { token, change: { kind: 'sessie', id: hashToken(token), revision: 0, value } };
    },

    /** Who has this token; null for an unknown one, and once it is over or its medewerker may not log in any more. */
    async find(token: string): Promise<OpenSession | null> {
      if (!isToken(token)) return null;
      const kept = await records.read('sessie', hashToken(token));
      if (!kept || isOver(kept.value)) return null;
      const { medewerker: id } = kept.value;
      const medewerker = await records.read('medewerker', id);
      if (!medewerker?.value.actief) return null;
      await touch(kept);
      const { email, rol } = medewerker.value;
      return { sessie: kept.id, wie: { id, email, rol }, csrf: toCsrf(token) };
    },

    /** All that are not over, the last used first. */
    async list(): Promise<readonly Kept<Sessie>[]> {
      const all = await records.list('sessie');
      return all
        .filter(({ value }) => !isOver(value))
        .sort((a, b) => b.value.gebruikt.localeCompare(a.value.gebruikt));
    },

    /** Ends one, with a line in the log; false when it was over already. */
    async end(id: string, log: LogEntry): Promise<boolean> {
      for (;;) {
        const kept = await records.read('sessie', id);
        if (!kept) return false;
        // Only its use is ever written, so this ends soon.
        if ((await records.commit([toGone('sessie', kept)], [log])) === 'ok') return true;
      }
    },
  };
}
