/** The lists that differ in one: each value dropped, and each of all values that is not in it added. */
export function dropOrAdd(
  list: readonly string[],
  alle: readonly string[],
): { wat: string; lijst: string[] }[] {
  return [
    ...list.map((waarde) => ({ wat: `zonder ${waarde}`, lijst: list.filter((other) => other !== waarde) })),
    ...alle
      .filter((waarde) => !list.includes(waarde))
      .map((waarde) => ({ wat: `met ${waarde}`, lijst: [...list, waarde] })),
  ];
}
