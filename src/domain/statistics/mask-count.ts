/** The smallest number that is shown as it is. */
const KLEINSTE = 5;

/** A count as it may be shown: "< 5" for all that is smaller, so that no number points at a single case. */
export function maskCount(aantal: number): string {
  return aantal < KLEINSTE ? `< ${KLEINSTE}` : String(aantal);
}
