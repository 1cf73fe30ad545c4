import { isBsn } from './bsn.ts';
import { findTelefoon } from './find-telefoon.ts';
import { maskPlekken, type Plek, sortPlekken } from './plek.ts';

const LABEL = String.raw`(?:bsn|b\.s\.n\.?|burger ?service ?nummer|sofi)`;
const LABEL_END = String.raw`(?:[- ]?(?:nummer|nr|no)\.?)?`;
const OF_WHOM = `(?: (?:van )?(?:de |het )?(?:cli[eë]nte?|pati[eë]nte?|bewoner|betrokkene|persoon))?`;
const LABELLED = new RegExp(
  String.raw`(?<!\p{L})${LABEL}${LABEL_END}${OF_WHOM}(?: is)?[\s:=#(-]{0,4}(\d(?:[-. /]?\d){7,8})(?!\d)`,
  'giu',
);

const PLAIN = /\d{9}(?!\d|[-.]\d)(?<!(?:\d|\d[-.])\d{9})/g;

const SHAPES = [
  [3, 3, 3],
  [4, 2, 3],
  [2, 3, 4],
  [3, 2, 4],
  [2, 2, 2, 3],
]
  .map((lengths) => lengths.map((length) => String.raw`\d{${length}}`).join(String.raw`\1`))
  .join('|');
// The same separator just outside the groups means a longer number; a letter and a dash before them mean a casuscode.
const GROUPED = new RegExp(
  String.raw`(?=\d{2,4}( ?[-.] ?| )\d)(?<![\p{L}\d]|\p{L}-|\d\1|\u20ac ?)(?:${SHAPES})(?!\d|\1\d)`,
  'gu',
);

/** Finds BSNs: 8 or 9 digits that are called BSN, and 9 digits, also in groups, that are right by the 11-proef. */
export function findBsn(text: string): Plek[] {
  const labelled: Plek[] = [];
  for (const match of text.matchAll(LABELLED)) {
    const eind = match.index + match[0].length;
    labelled.push({ begin: eind - (match[1] ?? '').length, eind });
  }
  // Nine of the digits of a phone number pass the 11-proef now and then.
  const unlabelled = maskPlekken(text, sortPlekken([...labelled, ...findTelefoon(text)]));
  const proven = [PLAIN, GROUPED].flatMap((pattern) =>
    [...unlabelled.matchAll(pattern)]
      .filter((match) => isBsn(match[0].replace(/\D/g, '')))
      .map((match) => ({ begin: match.index, eind: match.index + match[0].length })),
  );
  return sortPlekken([...labelled, ...proven]);
}
