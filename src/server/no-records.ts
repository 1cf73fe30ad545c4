import type { Records } from '../domain/editing/records.ts';
import { StorageFailure } from '../domain/storage-failure.ts';

async function refuse(): Promise<never> {
  throw new StorageFailure('Deze opslag bewaart nog niets van het beheer.');
}

/** The records of a storage that keeps none. */
export const noRecords: Records = {
  read: refuse,
  list: refuse,
  commit: refuse,
  readLog: refuse,
  findLiveVersion: refuse,
  onVersion: () => () => {},
};
