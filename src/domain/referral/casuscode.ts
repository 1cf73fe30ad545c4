import { toDutchDay } from '../calendar.ts';
import { isBsn } from '../privacy/find-number.ts';
import type { TextKey } from '../texts.ts';

/** A code to try: the year of `now` and a number, without anything of the person in it. */
export function suggestCasuscode(now: Date): string {
  return `TW-${toDutchDay(now).getUTCFullYear()}-001`;
}

/** Capitalised words that name no person. */
const PLAIN_WORDS = new Set(['casus', 'client', 'code', 'dossier', 'twente', 'zaak']);

/** Its shape; what `checkCasuscode` refuses besides that, no pattern can tell. */
export const CASUSCODE = /^[A-Za-z0-9][A-Za-z0-9._/-]{1,29}$/;

type CasuscodeFault = Extract<TextKey, `casuscode.${string}`>;

/** What is wrong with a casuscode, or null. A code must not be, or look like, data of a person. */
export function checkCasuscode(code: string): CasuscodeFault | null {
  if (code === '') return 'casuscode.leeg';
  if (!CASUSCODE.test(code)) return 'casuscode.vorm';
  if (hasBsn(code)) return 'casuscode.bsn';
  if (/^(\d{1,2}[._/-]\d{1,2}[._/-](\d{2}|\d{4})|(19|20)\d{2}[._/-]\d{1,2}[._/-]\d{1,2})$/.test(code)) {
    return 'casuscode.datum';
  }
  if (/^[\d._/-]+$/.test(code) && code.replaceAll(/\D/g, '').length >= 8) return 'casuscode.nummer';
  if (!/\d/.test(code) || resemblesName(code)) return 'casuscode.naam';
  return null;
}

/** A run of 8 or 9 digits, or a code of digits and separators only, that can be a BSN. */
function hasBsn(code: string): boolean {
  const series = code.match(/\d+/g) ?? [];
  const whole = /^[\d._/-]+$/.test(code) ? [code.replaceAll(/\D/g, '')] : [];
  return [...series, ...whole].some((digits) => isBsn(digits));
}

/** A word such as "Jansen": a capital and then small letters. */
function resemblesName(code: string): boolean {
  return (code.match(/[A-Z][a-z]{2,}/g) ?? []).some((woord) => !PLAIN_WORDS.has(woord.toLowerCase()));
}

/** A code as part of the name of a file. */
export function toNamePart(code: string): string {
  return code.replaceAll(/[^A-Za-z0-9]+/g, '-');
}
