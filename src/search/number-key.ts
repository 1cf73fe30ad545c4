/** Numbers are kept apart from words, and whole: "14 053" is a number of a gemeente, and no "14" or "053". */
const NUMBER = '#';

/** The key of a telephone number, however it is written: "053-4876969", "053 487 69 69" and "+31534876969" are one. */
export function toNumberKey(written: string): string {
  return `${NUMBER}${written.replaceAll(/\D/g, '').replace(/^(?:00)?310?(?=\d{9}$)/, '0')}`;
}

/** Whether a word that was typed may be a part of a number. */
export function isDigits(woord: string): boolean {
  return /^\d+$/.test(woord);
}
