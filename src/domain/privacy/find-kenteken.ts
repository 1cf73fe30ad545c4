import { type Plek, sortPlekken } from './plek.ts';

// The Dutch series since 1965. XX-99-99 from before is left out: it cannot be told from a casuscode.
const SHAPES = [
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

const DASHED = toPattern(SHAPES, '-');
const PLAIN = new RegExp(
  String.raw`(?=[A-Z\d]{1,3}-)(?<![\p{L}\d]|[\p{L}\d]-)(?:${DASHED})(?![\p{L}\d]|-[\p{L}\d])`,
  'gu',
);
const LABELLED = new RegExp(
  String.raw`(?<!\p{L})kenteken(?:nummer|plaat)?(?: is)?[\s:]{0,3}(${toPattern([...SHAPES, 'XX-99-99'], '[- ]?')})(?![\p{L}\d])`,
  'giu',
);
const CALLED_CODE = /(?:casus|dossier|zaak|code|kenmerk|nummer)[\p{L}]{0,8}[ :]{1,3}$/iu;

function toPattern(shapes: readonly string[], separator: string): string {
  const pattern = shapes.join('|');
  return pattern.replaceAll('-', separator).replaceAll('9', String.raw`\d`).replaceAll('X', '[A-Z]');
}

/** Finds Dutch licence plates in capitals with dashes, and any plate that is called kenteken. */
export function findKenteken(text: string): Plek[] {
  const found: Plek[] = [];
  for (const match of text.matchAll(LABELLED)) {
    const eind = match.index + match[0].length;
    found.push({ begin: eind - (match[1] ?? '').length, eind });
  }
  for (const match of text.matchAll(PLAIN)) {
    if (CALLED_CODE.test(text.slice(Math.max(0, match.index - 25), match.index))) continue;
    found.push({ begin: match.index, eind: match.index + match[0].length });
  }
  return sortPlekken(found);
}
