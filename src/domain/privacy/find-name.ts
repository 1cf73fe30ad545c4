import { type Before, isJoined, mayHoldName, readName } from './read-name.ts';
import { type Span, splitWordsAndInitials, toSet, type Word } from './span.ts';

const TITLES = toSet('heer mevrouw meneer mijnheer juffrouw familie gezin echtpaar');
const SHORT_TITLES = toSet('dhr hr mevr mej mw mr dr drs ing ir prof fam');
// In capitals and without a dot these are something else: MW is maatschappelijk werk, ING is a bank.
const NO_TITLE_IN_CAPITALS = toSet('MW MR DR ING IR HR');
const MAX_TITLES = 4;

const IN_CARE = toSet(
  'cliënt cliënte client cliente patiënt patiënte patient patiente bewoner bewoonster betrokkene man vrouw jongen meisje kind baby',
);
const RELATIVES = toSet(
  'moeder vader ouder broer broertje zus zusje zoon zoontje dochter dochtertje oma opa oom tante neef neefje nicht nichtje ' +
    'partner echtgenoot echtgenote vriend vriendin buurman buurvrouw huisgenoot',
);
const KINSHIP = /^(?:stief|schoon|groot|klein|pleeg|half|tweeling|ex-)/u;
const PRONOUNS = toSet('hij zij ze die ik');
const CALLED = toSet('heet heette');
const NAMED = toSet('genaamd bijgenaamd alias');
const LABELS = toSet('naam voornaam voornamen achternaam roepnaam bijnaam geboortenaam meisjesnaam');

// "Plan B. Daarna" and "Zorg B.V. Twente" have no initials.
const BEFORE_LETTER = toSet(
  'plan stap optie type variant bijlage groep categorie fase vitamine hepatitis deel punt',
);
const NO_INITIALS = toSet('B.V. N.V. V.O.F. P.S. N.B. G.G.Z. O.M.');

type Reading = { text: string; words: readonly Word[] };
type Reader = (reading: Reading, index: number) => Span | null;

const READERS: readonly Reader[] = [readTitled, readRelated, readLabelled, readInitialled];

/** Finds names of persons: after a title, a client or a relative, after "naam:" or "heet", and initials with a surname. */
export function findName(text: string): Span[] {
  if (!mayHoldName(text)) return [];
  const reading = { text, words: splitWordsAndInitials(text) };
  const found: Span[] = [];
  let position = 0;
  for (const [index, word] of reading.words.entries()) {
    if (word.begin < position || !mayBegin(word)) continue;
    const span = readFirst(reading, index);
    if (!span) continue;
    found.push(span);
    position = span.end;
  }
  return found;
}

/** What a reader begins at; a quick look, since most words are none of these. */
const BEGINS = new Set([
  'de',
  ...[TITLES, SHORT_TITLES, IN_CARE, RELATIVES, CALLED, NAMED, LABELS].flatMap((words) => [...words]),
]);

function mayBegin({ key, initials }: Word): boolean {
  return initials || BEGINS.has(key) || KINSHIP.test(key);
}

function readFirst(reading: Reading, index: number): Span | null {
  for (const read of READERS) {
    const span = read(reading, index);
    if (span) return span;
  }
  return null;
}

function readTitled({ text, words }: Reading, index: number): Span | null {
  let next = index;
  if (words[next]?.key === 'de' && words[next + 1]?.key === 'heer') next += 1;
  const first = next;
  while (next < first + MAX_TITLES && isTitle(text, words, next)) next += 1;
  const last = next > first ? readName(text, words, next, 'title') : null;
  return last && toSpan(words[index], last);
}

function isTitle(text: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  const next = words[index + 1];
  if (!word || !next) return false;
  if (TITLES.has(word.key)) return isJoined(text, word, next);
  if (!SHORT_TITLES.has(word.key)) return false;
  const dot = text[word.end] === '.';
  if (!dot && NO_TITLE_IN_CAPITALS.has(word.tekst)) return false;
  const gap = text.slice(word.end, Math.min(next.begin, word.end + 4));
  return dot ? /^\. {0,2}$/.test(gap) : isJoined(text, word, next);
}

function readRelated({ text, words }: Reading, index: number): Span | null {
  const word = words[index];
  const next = words[index + 1];
  if (!word || !next || !isPerson(word) || !isJoined(text, word, next)) return null;
  // "De moeder van Kevin" names somebody; "een cliënt van Xanadu" does not.
  if (!isRelative(word) && !/^\p{Lu}/u.test(next.tekst)) return null;
  const last = readName(text, words, index + 1, isRelative(word) ? 'relative' : 'client');
  return last && toSpan(word, last);
}

function readLabelled({ text, words }: Reading, index: number): Span | null {
  return (
    readFrom(startAfterLabel(text, words, index), 'label') ??
    readFrom(startAfterCalled(words, index), 'title')
  );

  function readFrom(start: number | null, before: Before): Span | null {
    const last = start === null ? null : readName(text, words, start, before);
    return start !== null && last ? toSpan(words[start], last) : null;
  }
}

function startAfterCalled(words: readonly Word[], index: number): number | null {
  if (NAMED.has(words[index]?.key ?? '')) return index + 1;
  const before = words[index - 1];
  if (!CALLED.has(words[index]?.key ?? '') || !before) return null;
  return isPerson(before) || PRONOUNS.has(before.key) ? index + 1 : null;
}

function startAfterLabel(text: string, words: readonly Word[], index: number): number | null {
  if (!LABELS.has(words[index]?.key ?? '')) return null;
  for (let at = index; at <= index + 2; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (!word || !next) return null;
    if (/^ ?[:=]\s{0,3}$/.test(text.slice(word.end, Math.min(next.begin, word.end + 6)))) return at + 1;
    if (next.key === 'is' || next.key === 'luidt') return at + 2;
    if (next.key !== 'van' && !isPerson(next)) return null;
  }
  return null;
}

function readInitialled({ text, words }: Reading, index: number): Span | null {
  const word = words[index];
  if (!word?.initials || NO_INITIALS.has(word.tekst) || BEFORE_LETTER.has(words[index - 1]?.key ?? ''))
    return null;
  const last = readName(text, words, index, 'initials');
  return last && toSpan(word, last);
}

function isPerson(word: Word): boolean {
  return IN_CARE.has(word.key) || isRelative(word);
}

function isRelative(word: Word): boolean {
  return RELATIVES.has(word.key) || RELATIVES.has(word.key.replace(KINSHIP, ''));
}

function toSpan(first: Word | undefined, last: Word): Span {
  return { begin: first?.begin ?? last.begin, end: last.end };
}
