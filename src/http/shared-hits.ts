import { type ClientRateLimitInfo, MemoryStore, type Options, type Store } from 'express-rate-limit';

/** Counts one request of `sleutel` under a limit, in a window of so many milliseconds, and tells how many that makes. */
export type CountHit = (limiet: string, venster: number, sleutel: string) => Promise<ClientRateLimitInfo>;

/** Makes the counter that several processes share; it belongs in one of them. */
export function createHitCounter(): CountHit {
  const stores = new Map<string, MemoryStore>();
  let bezig: Promise<unknown> = Promise.resolve();

  function findStore(limiet: string, venster: number): MemoryStore {
    const bekend = stores.get(limiet);
    if (bekend) return bekend;
    const store = new MemoryStore();
    // The window is the only option that it looks at.
    store.init({ windowMs: venster } as Options);
    stores.set(limiet, store);
    return store;
  }

  return (limiet, venster, sleutel) => {
    // One at a time: it gives an object that the next count changes, and many may come in together.
    const geteld = bezig.then(async () => {
      const { totalHits, resetTime } = await findStore(limiet, venster).increment(sleutel);
      return { totalHits, resetTime };
    });
    bezig = geteld.catch(() => {});
    return geteld;
  };
}

/** The store of one limit in a process that has the counting done elsewhere. */
export function createSharedHits(limiet: string, count: CountHit): Store {
  let venster = 0;
  const forget = () => {
    throw new Error('A request that is counted stays counted.');
  };
  return {
    init: ({ windowMs }) => {
      venster = windowMs;
    },
    increment: (sleutel) => count(limiet, venster, sleutel),
    decrement: forget,
    resetKey: forget,
  };
}
