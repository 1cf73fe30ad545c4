import type { Low } from 'lowdb';
import { z } from 'zod';
import { addEvent, countsPerWeekSchema, type Statistics } from '../../domain/statistics/counts.ts';
import { createDelayedWrite } from '../delayed-write.ts';
import { createWeekClock } from '../week-clock.ts';
import { type StoreFile, VERSION } from './create-json-file.ts';

const schema = z.strictObject({ versie: z.literal(VERSION), weken: countsPerWeekSchema });
type StatisticsFile = z.infer<typeof schema>;

/** The file with the counts. What is there before the first count is made anew each time, since counting changes it. */
export const statisticsFile: StoreFile<StatisticsFile> = {
  naam: 'tellingen.json',
  schema,
  leeg: () => ({ versie: VERSION, weken: {} }),
};

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
  const findWeek = createWeekClock(now);
  const { ask, flush } = createDelayedWrite({ write: () => low.write(), delay, onError });
  return {
    tel(event) {
      addEvent(low.data.weken, findWeek(), event);
      ask();
    },
    perWeek: async () => low.data.weken,
    flush,
  };
}
