import { toNamePart } from '../referral/casuscode.ts';
import { type Casus, EDITED_LISTS, MAX_CASUS, MAX_ITEMS, MAX_VERWIJZINGEN } from './casus.ts';
import { tidy } from './merge-casus.ts';

/** In bytes, kept free in a file that is full: for answers, the advice, and what was done. */
const RESERVE = 50_000;

/**
 * The file as text: the same case is the same text, line by line, so that two files can be compared. On one line when it
 * would else be too large.
 */
export function writeCasus(casus: Casus): string {
  const ordered = tidy(casus);
  const text = `${JSON.stringify(ordered, null, 2)}\n`;
  return countBytes(text) <= MAX_CASUS ? text : `${JSON.stringify(ordered)}\n`;
}

/** Whether two cases are the same in every part, both in the fixed order; the advice, which nobody writes, aside. */
export function isSameCasus(a: Casus, b: Casus): boolean {
  if (a === b) return true;
  const [one, other] = [a, b].map((casus) => JSON.stringify({ ...casus, advies: undefined }));
  return one === other;
}

/** Whether a case can become this: what does not fit in a file would be lost. What it was already, it may stay. */
export function hasRoom(casus: Casus, before: Casus): boolean {
  const areShort = EDITED_LISTS.every((list) => {
    const most = list === 'verwijzingen' ? MAX_VERWIJZINGEN : MAX_ITEMS;
    return casus[list].length <= Math.max(most, before[list].length);
  });
  return (
    areShort && (isSmall(casus) || countBytes(JSON.stringify(casus)) <= countBytes(JSON.stringify(before)))
  );
}

function isSmall(casus: Casus): boolean {
  return countBytes(JSON.stringify(casus)) <= MAX_CASUS - RESERVE;
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The name of the file, such as `casus-TW-2026-001-2026-11-21.casus.json`. */
export function toCasusFileName(casuscode: string, date: string, isSealed = false): string {
  return `casus-${toNamePart(casuscode)}-${date}${isSealed ? '-versleuteld' : ''}.casus.json`;
}
