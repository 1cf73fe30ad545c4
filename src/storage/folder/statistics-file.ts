import type { Low } from 'lowdb';
import { z } from 'zod';
import { countsPerWeekSchema, type Statistics } from '../../domain/statistics/counts.ts';
import { createCounting } from '../counting.ts';
import type { StorageWorld } from '../storage.ts';
import { VERSION } from './create-json-file.ts';
import type { StoreFile } from './store-file.ts';

const schema = z.strictObject({ versie: z.literal(VERSION), weken: countsPerWeekSchema });
type StatisticsFile = z.infer<typeof schema>;

/** The file with the counts. What is there before the first count is made anew each time, since counting changes it. */
export const statisticsFile: StoreFile<StatisticsFile> = {
  naam: 'tellingen.json',
  schema,
  leeg: () => ({ versie: VERSION, weken: {} }),
};

/** Counts in the file as it is in memory, which is written every now and then. */
export function createStatistics(
  low: Low<StatisticsFile>,
  world: StorageWorld,
): Statistics & { flush(): Promise<void> } {
  return {
    ...createCounting({ ...world, find: () => low.data.weken, write: () => low.write() }),
    perWeek: async () => low.data.weken,
  };
}
