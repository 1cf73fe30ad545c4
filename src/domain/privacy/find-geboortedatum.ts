import type { Plek } from './plek.ts';
import { type Datum, readDatums } from './read-datums.ts';

const BIRTH_WORD =
  /(?<!\p{L})(?:geboren|geboorte(?: ?(?:datum|dag))?|geb(?:\.? ?dat(?:um)?)?)(?!\p{L})|°(?! ?C)/giu;
const NEAR = 25;
const FAR = Number.POSITIVE_INFINITY;
const SENTENCE_END = /[.!?]\s/;
// Nobody plans a meeting in the past: a complete date of these years is most likely somebody's birth date.
const LAST_BIRTH_YEAR = 2015;

/** Finds birth dates: the date nearest to a birth word (within 25 characters), and any full date up to 2015. */
export function findGeboortedatum(text: string): Plek[] {
  const datums = readDatums(text);
  const born = new Set<Datum>();
  let next = 0;
  for (const match of text.matchAll(BIRTH_WORD)) {
    const begin = match.index;
    const eind = begin + match[0].length;
    while ((datums[next]?.begin ?? FAR) < eind) next += 1;
    const before = datums[next - 1];
    const after = datums[next];
    const gapAfter = after && after.begin - eind <= NEAR ? after.begin - eind : FAR;
    const gapBefore = before && isSameSentence(text, before.eind, begin) ? begin - before.eind : FAR;
    if (after && gapAfter <= gapBefore && gapAfter < FAR) born.add(after);
    else if (before && gapBefore < FAR) born.add(before);
  }
  return datums
    .filter((datum) => born.has(datum) || (datum.jaar !== null && datum.jaar <= LAST_BIRTH_YEAR))
    .map(({ begin, eind }) => ({ begin, eind }));
}

function isSameSentence(text: string, begin: number, eind: number): boolean {
  return eind - begin <= NEAR && !SENTENCE_END.test(text.slice(begin, eind));
}
