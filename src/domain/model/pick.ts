/** Finds items by their keys, in the order of the list. The keys must be of that list. */
export type Picker<T> = (keys: ReadonlySet<string>) => readonly T[];

/** Makes what finds items of a list; what that costs depends on how many are asked for, not on the length of the list. */
export function createPicker<T>(items: readonly T[], toKey: (item: T) => string): Picker<T> {
  const placeOf = new Map(items.map((item, place) => [toKey(item), place]));
  return (keys) => {
    if (keys.size === items.length) return items;
    const places: number[] = [];
    for (const key of keys) {
      const place = placeOf.get(key);
      if (place !== undefined) places.push(place);
    }
    return places.sort((a, b) => a - b).map((place) => items[place] as T);
  };
}

/** Groups values by their keys, in the order in which they come. */
export function groupPairs(
  pairs: Iterable<readonly [sleutel: string, waarde: string]>,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, waarde] of pairs) {
    const groep = groups.get(key);
    if (groep) groep.push(waarde);
    else groups.set(key, [waarde]);
  }
  return groups;
}
