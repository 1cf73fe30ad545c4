import type { VasteCasus } from '../domain/editing/draft.ts';
import type { Wie } from '../domain/editing/people.ts';
import { createToLogEntry, type Kept, toGone } from '../domain/editing/records.ts';

import type { Options } from './drafts.ts';

/** So many are proved within the time that an editor waits for. */
const MAX_KEPT_CASES = 200;

/** Makes what keeps cases. All of it throws StorageFailure when there is no storage. */
export function createKeptCases({ records, now, newId }: Omit<Options, 'versions' | 'basis'>) {
  const toLogEntry = createToLogEntry(now);
  return {
    /** All of them, by name. */
    async list(): Promise<readonly Kept<VasteCasus>[]> {
      const all = await records.list('vasteCasus');
      return all.toSorted((a, b) => a.value.naam.localeCompare(b.value.naam, 'nl'));
    },

    /** Keeps a case with the outcome that it has now; false when there are as many as can be proved. */
    async keep(wie: Wie, casus: Omit<VasteCasus, 'door' | 'op'>): Promise<boolean> {
      if ((await records.list('vasteCasus')).length >= MAX_KEPT_CASES) return false;
      const value = { ...casus, door: wie.id, op: now().toISOString() };
      await records.commit(
        [{ kind: 'vasteCasus', id: newId(), revision: 0, value }],
        [toLogEntry(wie.id, 'vaste-casus-bewaard', casus.naam)],
      );
      return true;
    },

    /** Keeps a case no longer; false when it was gone already. */
    async remove(wie: Wie, id: string): Promise<boolean> {
      const kept = await records.read('vasteCasus', id);
      if (!kept) return false;
      const done = await records.commit(
        [toGone('vasteCasus', kept)],
        [toLogEntry(wie.id, 'vaste-casus-verwijderd', kept.value.naam)],
      );
      return done === 'ok';
    },
  };
}
