import { decideNothing, decideUntilKept } from '../domain/editing/decide.ts';
import type { Medewerker } from '../domain/editing/people.ts';
import {
  type Kept,
  type RecordChange,
  type Records,
  type ToLogEntry,
  toGone,
} from '../domain/editing/records.ts';
import type { Links } from './links.ts';
import type { Identity } from './oidc.ts';
import type { Sessions } from './sessions.ts';
import { hashToken, isToken } from './tokens.ts';

/** The browser of whoever logs in. */
export interface Browser {
  readonly programma: string;
  /** What its cookie holds now: that session ends. */
  readonly token: string | null;
}

export type EnterResult =
  /** What goes into the cookie from now on. */
  | { readonly soort: 'in'; readonly token: string }
  /** `zonderAdres`: a provider did not say which address is theirs, so no account can be found by it. */
  | { readonly soort: 'onbekend'; readonly zonderAdres?: boolean }
  | { readonly soort: 'verlopen' };

interface Deps {
  readonly records: Records;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly toLogEntry: ToLogEntry;
  readonly now: () => Date;
}

/** Makes what begins sessions: always with a new token, whatever the browser had. */
export function createEnter({ records, sessions, links, toLogEntry, now }: Deps) {
  /** What there is to write when this person logs in now, with what else changes of them. */
  async function toChanges(person: Kept<Medewerker>, browser: Browser, anders: Partial<Medewerker> = {}) {
    const { id, revision, value } = person;
    const { token, change } = sessions.prepare(id, browser.programma);
    const fresh = { ...value, ingelogd: value.ingelogd ?? now().toISOString(), ...anders };
    const ended = [
      ...(await endEarlier(browser.token)),
      // One of them was used: whoever has another one in their mail needs it no more.
      ...(await links.removeAll(value.email)),
      // Nobody else comes by to clean up, and who logs in is seldom many.
      ...(await findOver()),
    ];
    return {
      // Also when nothing changes of them: whoever closes the account at this moment comes first, or last.
      changes: [
        { kind: 'medewerker' as const, id, revision, value: fresh },
        change,
        // Each once: a record that is named twice would never be written.
        ...new Map(ended.map((gone) => [`${gone.kind} ${gone.id}`, gone])).values(),
      ],
      log: [toLogEntry(id, 'ingelogd', value.email)],
      result: { soort: 'in' as const, token },
    };
  }

  async function endEarlier(token: string | null): Promise<RecordChange[]> {
    const earlier = token !== null && isToken(token) ? await records.read('sessie', hashToken(token)) : null;
    return earlier ? [toGone('sessie', earlier)] : [];
  }

  /** What nobody can use any more goes: sessions that are over, and links that were over long ago. */
  async function findOver(): Promise<RecordChange[]> {
    const [sessies, inloglinks] = await Promise.all([records.list('sessie'), records.list('inloglink')]);
    return [
      ...sessies.filter(({ value }) => sessions.isOver(value)).map((kept) => toGone('sessie', kept)),
      ...inloglinks.filter(({ value }) => links.isForgotten(value)).map((kept) => toGone('inloglink', kept)),
    ];
  }

  return {
    /** Uses a link, which works once. @throws StorageFailure */
    byLink(token: string, browser: Browser): Promise<EnterResult> {
      return decideUntilKept<EnterResult>(records, async () => {
        const link = await links.find(token);
        if (!link) return decideNothing({ soort: 'onbekend' });
        if (links.isOver(link.value)) return decideNothing({ soort: 'verlopen' });
        const people = await records.list('medewerker');
        const person = people.find(({ value }) => value.email === link.value.email && value.actief);
        return person ? toChanges(person, browser) : decideNothing({ soort: 'onbekend' });
      });
    },

    /**
     * Logs in whom a provider named, when they have an account: by the name that the provider has for them, or the first time
     * by their address. An account that belongs to another name there stays closed: addresses are given out again.
     * @throws StorageFailure
     */
    byProvider({ sub, email }: Identity, browser: Browser): Promise<EnterResult> {
      return decideUntilKept<EnterResult>(records, async () => {
        const people = (await records.list('medewerker')).filter(({ value }) => value.actief);
        const known = people.find(({ value }) => value.sub === sub);
        const person = known ?? people.find(({ value }) => email !== null && value.email === email);
        if (person && (person === known || person.value.sub === undefined))
          return toChanges(person, browser, { sub });
        // Of a stranger nothing is written down; that somebody else came with the address of an account is.
        const log = person ? [toLogEntry(null, 'inloggen-geweigerd', person.value.email)] : [];
        return { changes: [], log, result: { soort: 'onbekend', zonderAdres: email === null } };
      });
    },
  };
}
