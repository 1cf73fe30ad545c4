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
