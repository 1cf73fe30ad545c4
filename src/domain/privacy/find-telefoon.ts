import { type Plek, sortPlekken } from './plek.ts';

const GAP = '(?: ?[-./] ?| )?';
const NOT_IN_NUMBER = String.raw`(?<![\p{L}\d+]|\d[-.])`;
// 06-11-2026 is a day in November; 0800 is shared by everyone who calls that organisation.
const NOT_A_DATE = String.raw`(?!06([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![-/.\d])|06 \d{1,2} (?:19|20)\d{2}(?!\d))`;
const NOT_SHARED = '(?!0800)';

const NATIONAL = new RegExp(
  String.raw`(?=0)${NOT_IN_NUMBER}(?:${NOT_A_DATE}06(?:${GAP}\d){8}|${NOT_SHARED}0[1-578]\d(?:${GAP}\d){7})(?!\d)`,
  'gu',
);
const IN_PARENTHESES = new RegExp(
  String.raw`\((?:06\)(?:${GAP}\d){8}|0[1-578]\d\)(?:${GAP}\d){7}|0[1-578]\d{2}\)(?:${GAP}\d){6})(?!\d)`,
  'gu',
);
const DUTCH = new RegExp(
  String.raw`(?=[+0])${NOT_IN_NUMBER}(?:\+|00)31${GAP}(?:\(0\)|0)?${GAP}[1-9](?:${GAP}\d){8}(?!\d)`,
  'gu',
);
const FOREIGN = new RegExp(
  String.raw`(?=[+0])${NOT_IN_NUMBER}(?:\+(?!31)[1-9]\d|00(?:32|49))${GAP}(?:\(0\))?${GAP}\d(?:${GAP}\d){6,10}(?!\d)`,
  'gu',
);

/** Finds Dutch phone numbers and those with a country code; 112, 113 and 0800 numbers are shared and pass. */
export function findTelefoon(text: string): Plek[] {
  const found = [DUTCH, FOREIGN, NATIONAL, IN_PARENTHESES].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ begin: match.index, eind: match.index + match[0].length })),
  );
  return sortPlekken(found);
}
