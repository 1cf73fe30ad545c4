const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Tells whether 8 or 9 bare digits are a possible BSN: not all zeros and right by the 11-proef. */
export function isBsn(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits)) return false;
  const nine = digits.padStart(WEIGHTS.length, '0');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(nine[index]), 0);
  return sum % 11 === 0 && /[1-9]/.test(nine);
}
