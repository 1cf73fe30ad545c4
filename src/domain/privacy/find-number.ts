import { countDigits, maskSpans, type Span, sortSpans } from './span.ts';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Tells whether 8 or 9 bare digits are a possible BSN: not all zeros and right by the 11-proef. */
export function isBsn(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits)) return false;
  const nine = digits.padStart(WEIGHTS.length, '0');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(nine[index]), 0);
  return sum % 11 === 0 && /[1-9]/.test(nine);
}

/** Whether a text has so many digits that a BSN may be in it: a quick look, before the search for one. */
export function mayHoldBsn(text: string): boolean {
  return countDigits(text).row >= 8;
}

const GAP = '(?: ?[-./] ?| )?';
const NOT_IN_NUMBER = String.raw`(?<![\p{L}\d+]|\d[-.])`;
// 06-11-2026 is a day in November; 0800 is shared by everyone who calls that organisation.
const NOT_A_DATE = String.raw`(?!06([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![-/.\d])|06 \d{1,2} (?:19|20)\d{2}(?!\d))`;
const NOT_SHARED = '(?!0800)';

const NATIONAL = new RegExp(
  String.raw`(?=[06])${NOT_IN_NUMBER}(?:${NOT_A_DATE}06(?:${GAP}\d){8}|6[- ]\d{8}|${NOT_SHARED}0[1-578]\d(?:${GAP}\d){7})(?!\d)`,
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
export function findPhone(text: string): Span[] {
  const found = [DUTCH, FOREIGN, NATIONAL, IN_PARENTHESES].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ begin: match.index, end: match.index + match[0].length })),
  );
  return sortSpans(found);
}

const BSN_LABEL = String.raw`(?:bsn|b\.s\.n\.?|burger ?service ?nummer|sofi)`;
const BSN_LABEL_END = String.raw`(?:[- ]?(?:nummer|nr|no)\.?)?`;
const OF_WHOM = `(?: (?:van )?(?:de |het )?(?:cli[eë]nte?|pati[eë]nte?|bewoner|betrokkene|persoon))?`;
const BSN_LABELLED = new RegExp(
  String.raw`(?<!\p{L})${BSN_LABEL}${BSN_LABEL_END}${OF_WHOM}(?: is)?[\s:=#(-]{0,4}(\d(?:[-. /]?\d){7,8})(?!\d)`,
  'giu',
);

const NINE_DIGITS = /\d{9}(?!\d|[-.]\d)(?<!(?:\d|\d[-.])\d{9})/g;

const BSN_GROUPS = [
  [3, 3, 3],
  [4, 2, 3],
  [2, 3, 4],
  [3, 2, 4],
  [2, 2, 2, 3],
]
  .map((lengths) => lengths.map((length) => String.raw`\d{${length}}`).join(String.raw`\1`))
  .join('|');
// The same separator just outside the groups means a longer number; a letter and a dash before them mean a casuscode.
const BSN_GROUPED = new RegExp(
  String.raw`(?=\d{2,4}( ?[-.] ?| )\d)(?<![\p{L}\d]|\p{L}-|\d\1|\u20ac ?)(?:${BSN_GROUPS})(?!\d|\1\d)`,
  'gu',
);

/** Finds BSNs: 8 or 9 digits that are called BSN, and 9 digits, also in groups, that are right by the 11-proef. */
export function findBsn(text: string): Span[] {
  const labelled: Span[] = [];
  for (const match of text.matchAll(BSN_LABELLED)) {
    const end = match.index + match[0].length;
    labelled.push({ begin: end - (match[1] ?? '').length, end });
  }
  // Nine of the digits of a phone number pass the 11-proef now and then.
  const unlabelled = maskSpans(text, sortSpans([...labelled, ...findPhone(text)]));
  const proven = [NINE_DIGITS, BSN_GROUPED].flatMap((pattern) =>
    [...unlabelled.matchAll(pattern)]
      .filter((match) => isBsn(match[0].replace(/\D/g, '')))
      .map((match) => ({ begin: match.index, end: match.index + match[0].length })),
  );
  return sortSpans([...labelled, ...proven]);
}

// The Dutch series since 1965. XX-99-99 from before is left out: it cannot be told from a casuscode.
const LICENSE_PLATE_SHAPES = [
  '99-99-XX',
  '99-XX-99',
  'XX-99-XX',
  'XX-XX-99',
  '99-XX-XX',
  '99-XXX-9',
  '9-XXX-99',
  'XX-999-X',
  'X-999-XX',
  'XXX-99-X',
  'X-99-XXX',
  '9-XX-999',
  '999-XX-9',
];

const LICENSE_PLATE_DASHED = toPattern(LICENSE_PLATE_SHAPES, '-');
const LICENSE_PLATE_PLAIN = new RegExp(
  String.raw`(?=[A-Z\d]{1,3}-)(?<![\p{L}\d]|[\p{L}\d]-)(?:${LICENSE_PLATE_DASHED})(?![\p{L}\d]|-[\p{L}\d])`,
  'gu',
);
const LICENSE_PLATE_LABELLED = new RegExp(
  String.raw`(?<!\p{L})kenteken(?:nummer|plaat)?(?: is)?[\s:]{0,3}(${toPattern([...LICENSE_PLATE_SHAPES, 'XX-99-99'], '[- ]?')})(?![\p{L}\d])`,
  'giu',
);
const CALLED_CODE = /(?:casus|dossier|zaak|code|kenmerk|nummer)[\p{L}]{0,8}[ :]{1,3}$/iu;

const MAY_BE_PLATE = /-|kenteken/iu;

function toPattern(shapes: readonly string[], separator: string): string {
  const pattern = shapes.join('|');
  return pattern.replaceAll('-', separator).replaceAll('9', String.raw`\d`).replaceAll('X', '[A-Z]');
}

/** Finds Dutch licence plates in capitals with dashes, and any plate that is called kenteken. */
export function findLicensePlate(text: string): Span[] {
  if (!MAY_BE_PLATE.test(text)) return [];
  const found: Span[] = [];
  for (const match of text.matchAll(LICENSE_PLATE_LABELLED)) {
    const end = match.index + match[0].length;
    found.push({ begin: end - (match[1] ?? '').length, end });
  }
  for (const match of text.matchAll(LICENSE_PLATE_PLAIN)) {
    if (CALLED_CODE.test(text.slice(Math.max(0, match.index - 25), match.index))) continue;
    found.push({ begin: match.index, end: match.index + match[0].length });
  }
  return sortSpans(found);
}
