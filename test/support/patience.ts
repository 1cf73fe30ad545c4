import { vi } from 'vitest';

/**
 * How long a test waits for a state, in ms: as long as a very busy machine may need, since nothing is proved by giving up
 * sooner. Vitest gives up after one second, and has no setting for it.
 */
export const PATIENCE = { timeout: 120_000, interval: 20 };

const { waitFor } = vi;
vi.waitFor = (callback, options = {}) =>
  waitFor(callback, typeof options === 'number' ? options : { ...PATIENCE, ...options });
