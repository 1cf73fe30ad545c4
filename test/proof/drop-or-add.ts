/** The lists that differ in one: each value dropped, and each of all values that is not in it added. */
export function dropOrAdd(
  lijst: readonly string[],
  alle: readonly string[],
): { wat: string; lijst: string[] }[] {
  return [
    ...lijst.map((waarde) => ({ wat: `zonder ${waarde}`, lijst: lijst.filter((ander) => ander !== waarde) })),
    ...alle
      .filter((waarde) => !lijst.includes(waarde))
      .map((waarde) => ({ wat: `met ${waarde}`, lijst: [...lijst, waarde] })),
  ];
}
