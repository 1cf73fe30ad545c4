import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { createStorageWatch } from '../../src/server/storage-watch.ts';

const LONG = 600_000;

describe('whether there is storage', () => {
  it('is what the storage says, asked again after a while', async () => {
    const check = vi.fn(async () => {});
    const hasStorage = createStorageWatch(check, { limit: LONG, valid: 0 });
    expect(await hasStorage()).toBe(true);
    check.mockRejectedValue(new Error('weg'));
    await vi.waitFor(async () => expect(await hasStorage()).toBe(false));
    check.mockResolvedValue(undefined);
    await vi.waitFor(async () => expect(await hasStorage()).toBe(true));
  });

  it('costs one look, however many ask together or soon after', async () => {
    const check = vi.fn(async () => {});
    const hasStorage = createStorageWatch(check, { limit: LONG, valid: LONG });
    expect(await Promise.all(Array.from({ length: 50 }, hasStorage))).not.toContain(false);
    await hasStorage();
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('is no when the storage does not answer, which is asked no second time until it does', async () => {
    let answer = () => {};
    const check = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    const hasStorage = createStorageWatch(check, { limit: 20, valid: LONG });
    expect([await hasStorage(), await hasStorage()]).toEqual([false, false]);
    expect(check).toHaveBeenCalledTimes(1);
    answer();
    await turn();
    expect(await hasStorage()).toBe(true);
  });
});
