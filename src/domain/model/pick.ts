/** Finds items by their keys, in the order of the list. The keys must be of that list. */
export type Kies<T> = (sleutels: ReadonlySet<string>) => readonly T[];

/** Makes what finds items of a list; what that costs depends on how many are asked for, not on the length of the list. */
export function createKies<T>(items: readonly T[], toSleutel: (item: T) => string): Kies<T> {
  const plaatsVan = new Map(items.map((item, plaats) => [toSleutel(item), plaats]));
  return (sleutels) => {
    if (sleutels.size === items.length) return items;
    const plaatsen: number[] = [];
    for (const sleutel of sleutels) {
      const plaats = plaatsVan.get(sleutel);
      if (plaats !== undefined) plaatsen.push(plaats);
    }
    return plaatsen.sort((a, b) => a - b).map((plaats) => items[plaats] as T);
  };
}

/** Groups values by their keys, in the order in which they come. */
export function groupPairs(
  paren: Iterable<readonly [sleutel: string, waarde: string]>,
): Map<string, string[]> {
  const groepen = new Map<string, string[]>();
  for (const [sleutel, waarde] of paren) {
    const groep = groepen.get(sleutel);
    if (groep) groep.push(waarde);
    else groepen.set(sleutel, [waarde]);
  }
  return groepen;
}
