/** Keeps the last so many things that were made or read, by their key; what was asked for longest ago goes first. */
export interface AtHand<T> {
  /** What is kept under the key, or what `make` gives now. */
  get(key: string, make: () => T): T;
  forget(key: string): void;
}

/** Makes one that keeps `size` things. */
export function createAtHand<T>(size: number): AtHand<T> {
  const kept = new Map<string, { readonly value: T }>();
  return {
    get(key, make) {
      const found = kept.get(key) ?? { value: make() };
      kept.delete(key);
      kept.set(key, found);
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
      return found.value;
    },
    forget: (key) => void kept.delete(key),
  };
}
