/** Numbers are kept apart from words, and whole: "14 053" is a number of a gemeente, and no "14" or "053". */
const NUMBER = '#';

/** The key of a telephone number, however it is written: "053-4876969", "053 487 69 69" and "+31534876969" are one. */
export function toNumberKey(written: string): string {
  return `${NUMBER}${written.replaceAll(/\D/g, '').replace(/^(?:00)?310?(?=\d{9}$)/, '0')}`;
}

/**
 * The beginnings of the keys of numbers that may be meant where only an area code was typed, alone or in the short number
 * of a gemeente ("0547", "14 0547"), most likely first; none for other digits.
 */
export function listAreaKeys(digits: string): string[] {
  const code = toAreaCode(digits);
  return code === null ? [] : [`${NUMBER}14${code}`, `${NUMBER}${code}`];
}

/** The area code that was typed: "0547" of "14 0547"; null when it is another number, or half a code. */
export function toAreaCode(typed: string): string | null {
  return /^(?:14)?(0[1-9]\d{1,2})$/.exec(typed.replaceAll(/\D/g, ''))?.[1] ?? null;
}

/** Whether a word that was typed may be a part of a number. */
export function isDigits(woord: string): boolean {
  return /^\d+$/.test(woord);
}
