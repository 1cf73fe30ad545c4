/** The smallest number that is shown as it is. */
const KLEINSTE = 5;

/** Whether a count is so small that it could point at a single case. */
export function isKlein(aantal: number): boolean {
  return aantal < KLEINSTE;
}

/** A count as it may be shown: "< 5" for all that is smaller, so that no number points at a single case. */
export function maskCount(aantal: number): string {
  return isKlein(aantal) ? `< ${KLEINSTE}` : String(aantal);
}
