/** How many digits a text has, and how many stand in the longest row that separators at most interrupt. */
export interface Digits {
  readonly digits: number;
  readonly row: number;
}

/** As between the country and the area of a phone number: `+31 (0)`. */
const MAX_GAP = 4;
const LETTER = /\p{L}/u;

/** Counts the digits of a text: a quick look at what can be in it. */
export function countDigits(text: string): Digits {
  const found = { digits: 0, row: 0 };
  let row = 0;
  let last = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) continue;
    const isNext = index - last <= MAX_GAP + 1 && !LETTER.test(text.slice(last + 1, index));
    row = isNext ? row + 1 : 1;
    last = index;
    found.digits += 1;
    found.row = Math.max(found.row, row);
  }
  return found;
}
