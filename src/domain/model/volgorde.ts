/** Makes what puts some of these items in their order; what it costs depends on how many of them it gets. */
export function createSort<T>(items: readonly T[]): (deel: Iterable<T>) => T[] {
  const plaatsen = new Map(items.map((item, plaats) => [item, plaats]));
  const plaatsVan = (item: T) => plaatsen.get(item) ?? items.length;
  return (deel) => [...deel].sort((a, b) => plaatsVan(a) - plaatsVan(b));
}
