/** What somebody waits for. */
interface Waiting {
  /** Who asked for it; all that is asked together shares one turn. */
  readonly who: string;
}

/** A queue in which everybody has a turn, however much one of them asks. */
export interface FairQueue<T extends Waiting> {
  readonly length: () => number;
  /** Whether `add` would take something of this asker. */
  hasRoom(who: string): boolean;
  /** Puts it in the queue. Gives what has to go for that: nothing, the newest of who has most in it, or, when that is the asker, this one. */
  add(job: T): T | null;
  /** Takes out what is next: one of each asker in turn, the oldest first. */
  take(): T | null;
  remove(job: T): void;
}

/** Makes a queue for at most `max` at a time. */
export function createFairQueue<T extends Waiting>(max: number): FairQueue<T> {
  /** What waits by asker, who is next first; never an empty list. */
  const lists = new Map<string, T[]>();
  let length = 0;

  /** Who would lose a place to one more of this asker: has most, and still more than the asker would then have. */
  function findLoser(who: string): T[] | null {
    const own = (lists.get(who)?.length ?? 0) + 1;
    const longest = [...lists.values()].reduce<T[]>(
      (most, list) => (list.length > most.length ? list : most),
      [],
    );
    return longest.length > own ? longest : null;
  }

  function push(job: T): void {
    const list = lists.get(job.who);
    if (list) list.push(job);
    else lists.set(job.who, [job]);
    length += 1;
  }

  return {
    length: () => length,
    hasRoom: (who) => length < max || findLoser(who) !== null,
    add(job) {
      const isFull = length >= max;
      const loser = isFull ? findLoser(job.who) : null;
      if (isFull && !loser) return job;
      // Whoever loses a place keeps more than one, so no list becomes empty.
      const lost = loser?.pop() ?? null;
      if (lost) length -= 1;
      push(job);
      return lost;
    },
    take() {
      const [next] = lists;
      if (!next) return null;
      const [who, list] = next;
      const job = list.shift() ?? null;
      lists.delete(who);
      // To the end of the row.
      if (list.length > 0) lists.set(who, list);
      length -= 1;
      return job;
    },
    remove(job) {
      const list = lists.get(job.who) ?? [];
      const place = list.indexOf(job);
      if (place < 0) return;
      list.splice(place, 1);
      if (list.length === 0) lists.delete(job.who);
      length -= 1;
    },
  };
}
