/** Calls `look`, which throws nothing, every `interval` milliseconds and never twice at a time, until it is stopped. */
export function lookRegularly(look: () => Promise<unknown>, interval: number): { stop(): Promise<void> } {
  let busy: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    busy ??= look().finally(() => {
      busy = null;
    });
  }, interval).unref();
  return {
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
}

/** Makes what does `work`, throws nothing and gives whether it was done; `onError` hears of a fault once, until it is. */
export function tellOnce(
  work: () => Promise<unknown>,
  onError: (fault: unknown) => void,
): () => Promise<boolean> {
  let isTold = false;
  return async () => {
    try {
      await work();
      isTold = false;
      return true;
    } catch (error) {
      if (!isTold) onError(error);
      isTold = true;
      return false;
    }
  };
}

/** Who wants to hear of something. */
export interface Listeners {
  /** Has `listener` called from now on; gives what ends that. */
  add(listener: () => void): () => void;
  tell(): void;
  /** Forgets them all. */
  clear(): void;
}

/** Makes a list of listeners; one that is added twice is called twice. */
export function createListeners(): Listeners {
  const all = new Set<() => void>();
  return {
    add(listener) {
      const own = () => listener();
      all.add(own);
      return () => void all.delete(own);
    },
    tell() {
      for (const listener of all) listener();
    },
    clear: () => all.clear(),
  };
}
