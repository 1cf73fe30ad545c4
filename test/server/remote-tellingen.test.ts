import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRemoteTellingen } from '../../src/server/remote-tellingen.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Counts for a primary process that remembers what it heard. */
function connect() {
  const gehoord: unknown[] = [];
  const { tel, perWeek, flush } = createRemoteTellingen({
    tell: (naam, ...argumenten) => void gehoord.push([naam, ...argumenten]),
    call: (naam, ..._argumenten) => {
      gehoord.push([naam]);
      return Promise.reject(new Error('for the order only'));
    },
  });
  return { gehoord, tel, perWeek, flush };
}

it('tells together what was counted shortly after one another', () => {
  const { gehoord, tel } = connect();
  tel({ soort: 'gestart' });
  vi.advanceTimersByTime(50);
  tel({ soort: 'gesteld', feit: 'rol' });
  expect(gehoord).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(gehoord).toEqual([['tel', [{ soort: 'gestart' }, { soort: 'gesteld', feit: 'rol' }]]]);
  tel({ soort: 'gestart' });
  vi.advanceTimersByTime(100);
  expect(gehoord).toHaveLength(2);
});

it('tells it first when the counts are asked for, and when the process ends; once', async () => {
  const { gehoord, tel, perWeek, flush } = connect();
  tel({ soort: 'gestart' });
  await perWeek().catch(() => {});
  expect(gehoord).toEqual([['tel', [{ soort: 'gestart' }]], ['perWeek']]);
  tel({ soort: 'gestart' });
  flush();
  flush();
  vi.advanceTimersByTime(1_000);
  expect(gehoord).toHaveLength(3);
});
