import { createHmac } from 'node:crypto';
import { decideNothing, decideUntilKept } from '../domain/editing/decide.ts';
import type { Pogingen } from '../domain/editing/people.ts';
import { type Kept, type Records, toGone } from '../domain/editing/records.ts';

/** In milliseconds. */
const WINDOW = 15 * 60_000;

/** What is counted, and how often one asker may do it in a quarter of an hour. */
const PER_ASKER = {
  /** A link that does not work, or a provider that did not say who somebody is. */
  mislukt: 20,
  /** Asking for a link by mail. */
  vraag: 10,
} as const;
export type AttemptKind = keyof typeof PER_ASKER;
/** How many of all askers together are written down; what comes beyond it writes nothing. */
const TOGETHER = 500;
/** Mails with a link for all medewerkers together: far more than there are, each has one at most in ten minutes. */
const MAILS = 200;

/** Counts for all servers what may not be done without end. All of it throws StorageFailure. */
export type Attempts = ReturnType<typeof createAttempts>;

/**
 * Makes what counts. Askers are known by a hash under a secret of the server, so that nobody reads their addresses in it.
 * Who is beyond their own limit is refused; the limit of all together refuses nobody who has a right to come in, or a
 * stranger could lock everyone out.
 */
export function createAttempts(records: Records, secrets: () => readonly string[], now: () => Date) {
  /** One after another in this process: they write the same sum. */
  let last: Promise<unknown> = Promise.resolve();

  const toId = (what: string) =>
    createHmac('sha256', secrets()[0] ?? '')
      .update(`pogingen ${what}`)
      .digest('base64url');
  const isOld = ({ sinds }: Pogingen) => now().getTime() - Date.parse(sinds) >= WINDOW;
  const read = (id: string) => records.read('pogingen', id);
  const toCount = (kept: Kept<Pogingen> | null) => (kept && !isOld(kept.value) ? kept.value.aantal : 0);

  function oneMore(id: string, kept: Kept<Pogingen> | null) {
    const aantal = toCount(kept) + 1;
    const sinds = kept && aantal > 1 ? kept.value.sinds : now().toISOString();
    return { kind: 'pogingen' as const, id, revision: kept?.revision ?? 0, value: { aantal, sinds } };
  }

  /** What is over goes when a new quarter begins. */
  async function findOld(except: readonly string[]) {
    const all = await records.list('pogingen');
    return all
      .filter(({ id, value }) => isOld(value) && !except.includes(id))
      .map((kept) => toGone('pogingen', kept));
  }

  function add(ids: readonly [own: string, sum: string], most: number): Promise<boolean> {
    const write = () =>
      decideUntilKept(records, async () => {
        const [own, sum] = await Promise.all(ids.map(read));
        if (toCount(sum ?? null) >= most) return decideNothing(false);
        const changes = [oneMore(ids[0], own ?? null), oneMore(ids[1], sum ?? null)];
        const old = toCount(sum ?? null) === 0 ? await findOld(ids) : [];
        return { changes: [...changes, ...old], log: [], result: true };
      });
    const turn = last.then(write, write);
    last = turn;
    return turn;
  }

  return {
    /** Whether this asker may do it (again). */
    async isWithin(kind: AttemptKind, who: string): Promise<boolean> {
      return toCount(await read(toId(`${kind} ${who}`))) < PER_ASKER[kind];
    },

    /** Counts that they did it; false when no more of it is counted. */
    count: (kind: AttemptKind, who: string) => add([toId(`${kind} ${who}`), toId(`alle ${kind}`)], TOGETHER),

    /** Counts a mail to an address; false when it may not be sent. */
    countMail: (email: string) => add([toId(`mail ${email}`), toId('alle mail')], MAILS),
  };
}
