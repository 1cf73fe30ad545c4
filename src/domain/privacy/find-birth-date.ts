import { countDigits, type Span, sortSpans } from './span.ts';

/** A calendar date in a text; `jaar` is null when the year has two digits or the date is one bare row of digits. */
type ParsedDate = Span & { jaar: number | null };

const NOT_IN_CODE = String.raw`(?<!\d|\d[-./]|\p{L}-)`;
const AT_END = String.raw`(?![\d\p{L}]|[-./:]\d)`;
/** The Dutch months and their short forms, as part of a regular expression. */
export const MONTH =
  'jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const DAY_FIRST = new RegExp(
  String.raw`(?=\d)${NOT_IN_CODE}(?<dag>\d{1,2})([-./ ])(?<maand>\d{1,2})\2(?<jaar>\d{4}|\d{2})${AT_END}`,
  'gu',
);
const YEAR_FIRST = new RegExp(
  String.raw`(?=\d{4})${NOT_IN_CODE}(?<jaar>\d{4})([-./])(?<maand>\d{1,2})\2(?<dag>\d{1,2})${AT_END}`,
  'gu',
);
const IN_WORDS = new RegExp(
  String.raw`(?=\d)${NOT_IN_CODE}(?<dag>\d{1,2})(?:e|ste|de)?[ -]{1,2}(?:${MONTH})\.?[ ,-]{1,2}'?(?<jaar>\d{4}|\d{2})${AT_END}`,
  'giu',
);
const BARE_DAY_FIRST = new RegExp(
  String.raw`(?=\d{8})${NOT_IN_CODE}(?<dag>\d{2})(?<maand>\d{2})(?:19|20)\d{2}${AT_END}`,
  'gu',
);
const BARE_YEAR_FIRST = new RegExp(
  String.raw`(?=\d{8})${NOT_IN_CODE}(?:19|20)\d{2}(?<maand>\d{2})(?<dag>\d{2})${AT_END}`,
  'gu',
);
// "geb 120361": six bare digits are a date only right after a birth word.
const AFTER_BIRTH_WORD = String.raw`(?<=(?<!\p{L})geb(?:oren|oorte ?datum|\.? ?dat(?:um)?)?\.?(?: op)?[\s:=]{0,3})`;
const BARE_SHORT = new RegExp(
  String.raw`(?=\d{6})${AFTER_BIRTH_WORD}(?:(?<dag>0[1-9]|[12]\d|3[01])(?<maand>0[1-9]|1[0-2])\d\d|\d\d(?:0[1-9]|1[0-2])[0-3]\d)${AT_END}`,
  'giu',
);

/** How a date can be written, with how many digits it has at least in a row. */
const PATTERNS = [
  [DAY_FIRST, 4],
  [YEAR_FIRST, 6],
  [IN_WORDS, 1],
  [BARE_DAY_FIRST, 8],
  [BARE_YEAR_FIRST, 8],
  [BARE_SHORT, 6],
] as const;

/** Reads the dates in a text, in digits or in words, sorted and without overlap. */
function readDates(text: string): ParsedDate[] {
  const dates: ParsedDate[] = [];
  const { row } = countDigits(text);
  for (const [pattern, least] of PATTERNS) {
    if (least > row) continue;
    for (const match of text.matchAll(pattern)) {
      const { dag = '1', maand = '1', jaar = '' } = match.groups ?? {};
      if (!isBetween(Number(dag), 1, 31) || !isBetween(Number(maand), 1, 12)) continue;
      if (jaar.length === 4 && !isBetween(Number(jaar), 1900, 2099)) continue;
      dates.push({
        begin: match.index,
        end: match.index + match[0].length,
        jaar: jaar.length === 4 ? Number(jaar) : null,
      });
    }
  }
  return sortSpans(dates);
}

function isBetween(value: number, lowest: number, highest: number): boolean {
  return value >= lowest && value <= highest;
}

const BIRTH_WORD =
  /(?<!\p{L})(?:geboren|geboorte(?: ?(?:datum|dag))?|geb(?:\.? ?dat(?:um)?)?)(?!\p{L})|°(?! ?C)/giu;
const NEAR = 25;
const FAR = Number.POSITIVE_INFINITY;
const SENTENCE_END = /[.!?]\s/;
// Nobody plans a meeting in the past: a complete date of these years is most likely somebody's birth date.
const LAST_BIRTH_YEAR = 2015;

/** Finds birth dates: the date nearest to a birth word (within 25 characters), and any full date up to 2015. */
export function findBirthDate(text: string): Span[] {
  const dates = readDates(text);
  if (dates.length === 0) return [];
  const born = new Set<ParsedDate>();
  let next = 0;
  for (const match of text.matchAll(BIRTH_WORD)) {
    const begin = match.index;
    const end = begin + match[0].length;
    while ((dates[next]?.begin ?? FAR) < end) next += 1;
    const before = dates[next - 1];
    const after = dates[next];
    const gapAfter = after && after.begin - end <= NEAR ? after.begin - end : FAR;
    const gapBefore = before && isSameSentence(text, before.end, begin) ? begin - before.end : FAR;
    if (after && gapAfter <= gapBefore && gapAfter < FAR) born.add(after);
    else if (before && gapBefore < FAR) born.add(before);
  }
  return dates
    .filter((date) => born.has(date) || (date.jaar !== null && date.jaar <= LAST_BIRTH_YEAR))
    .map(({ begin, end }) => ({ begin, end }));
}

function isSameSentence(text: string, begin: number, end: number): boolean {
  return end - begin <= NEAR && !SENTENCE_END.test(text.slice(begin, end));
}
