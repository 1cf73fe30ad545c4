import type { Low } from 'lowdb';
import { z } from 'zod';
import { addEvent, countsPerWeekSchema, type Statistics, toIsoWeek } from '../../domain/statistics/counts.ts';
import { type StoreFile, VERSION } from './create-json-file.ts';

const schema = z.strictObject({ versie: z.literal(VERSION), weken: countsPerWeekSchema });
type StatisticsFile = z.infer<typeof schema>;

/** The file with the counts. What is there before the first count is made anew each time, since counting changes it. */
export const statisticsFile: StoreFile<StatisticsFile> = {
  naam: 'tellingen.json',
  schema,
  leeg: () => ({ versie: VERSION, weken: {} }),
};

const HOUR = 60 * 60 * 1000;

interface Options {
  readonly low: Low<StatisticsFile>;
  readonly now: () => Date;
  /** How long counts wait to be written together, in milliseconds: so much is lost when the process is killed. */
  readonly delay: number;
  /** Told once when writing fails, until it succeeds again; the counts stay in memory and are tried again. */
  readonly onError: (fault: unknown) => void;
}

/** Counts in memory, and writes what was counted every now and then. */
export function createStatistics({
  low,
  now,
  delay,
  onError,
}: Options): Statistics & { flush(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let changed = false;
  let busy: Promise<void> = Promise.resolve();
  let reported = false;

  function plan(): void {
    timer ??= setTimeout(() => void flush(), delay).unref();
  }

  async function write(): Promise<void> {
    if (!changed) return;
    // What is counted from here on may miss this write, and asks for the next one.
    changed = false;
    try {
      await low.write();
      reported = false;
    } catch (error) {
      changed = true;
      if (!reported) onError(error);
      reported = true;
      plan();
    }
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    busy = busy.then(write);
    return busy;
  }

  /** A week begins on the hour, so it is worked out once an hour. */
  let week = { hour: Number.NaN, naam: '' };
  function findWeek(): string {
    const moment = now();
    const hour = Math.floor(moment.getTime() / HOUR);
    if (hour !== week.hour) week = { hour, naam: toIsoWeek(moment) };
    return week.naam;
  }

  return {
    tel(event) {
      addEvent(low.data.weken, findWeek(), event);
      changed = true;
      plan();
    },
    perWeek: async () => low.data.weken,
    flush,
  };
}
