import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHitCounter } from '../../src/http/shared-hits.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('gives each of many counts of one moment its own number', async () => {
  const count = createHitCounter();
  const geteld = await Promise.all(Array.from({ length: 50 }, () => count('posts', 60_000, 'a')));
  expect(geteld.map(({ totalHits }) => totalHits)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
});

it('keeps limits and addresses apart, and begins anew after the window', async () => {
  const count = createHitCounter();
  const begin = Date.now();
  await count('posts', 60_000, 'a');
  expect((await count('posts', 60_000, 'b')).totalHits).toBe(1);
  expect((await count('pdf', 30_000, 'a')).totalHits).toBe(1);
  const tweede = await count('posts', 60_000, 'a');
  expect([tweede.totalHits, tweede.resetTime?.getTime()]).toEqual([2, begin + 60_000]);
  vi.advanceTimersByTime(59_000);
  expect((await count('posts', 60_000, 'a')).totalHits).toBe(3);
  vi.advanceTimersByTime(1_000);
  expect((await count('posts', 60_000, 'a')).totalHits).toBe(1);
});
