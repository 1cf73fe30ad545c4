import { addEvent, type CountsPerWeek, type Statistics, toIsoWeek } from '../domain/statistics/counts.ts';
import type { StorageWorld } from './storage.ts';
import { tellOnce } from './watch.ts';

const HOUR = 60 * 60 * 1000;
/** How long counts wait to be written together, in milliseconds: so much is lost when the process is killed. */
const DELAY = 5_000;

interface Options extends StorageWorld {
  /** The counts in memory to add to, at this moment. */
  readonly find: () => CountsPerWeek;
  /** Keeps what was counted. */
  readonly write: () => Promise<void>;
}

/**
 * Makes what counts in memory, and writes what was counted every now and then; `flush` does so now, and never throws. That
 * writing fails is told once, until it succeeds again; the counts stay in memory and are tried again.
 */
export function createCounting({ find, write, now, onError }: Options): Pick<Statistics, 'tel'> & {
  flush(): Promise<void>;
} {
  const findWeek = createWeekClock(now);
  const tryWrite = tellOnce(write, onError);
  let timer: NodeJS.Timeout | null = null;
  let hasChanged = false;
  let busy: Promise<void> = Promise.resolve();

  async function writeOnce(): Promise<void> {
    if (!hasChanged) return;
    // What changes from here on may miss this write, and asks for the next one.
    hasChanged = false;
    if (!(await tryWrite())) plan();
  }

  function plan(): void {
    hasChanged = true;
    timer ??= setTimeout(() => void flush(), DELAY).unref();
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    busy = busy.then(writeOnce);
    return busy;
  }

  return {
    tel(event) {
      addEvent(find(), findWeek(), event);
      plan();
    },
    flush,
  };
}

/** Tells the ISO week of now. A week begins on the hour, so it is worked out once an hour. */
function createWeekClock(now: () => Date): () => string {
  let week = { hour: Number.NaN, naam: '' };
  return () => {
    const moment = now();
    const hour = Math.floor(moment.getTime() / HOUR);
    if (hour !== week.hour) week = { hour, naam: toIsoWeek(moment) };
    return week.naam;
  };
}
