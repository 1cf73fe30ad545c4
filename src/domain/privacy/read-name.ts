import { isVerblikeName } from './first-names.ts';
import { isKnownAmidSentence, isKnownWord, isPlace, isSurnameToo } from './known-words.ts';
import { toKey, type Word } from './span.ts';

const NAME_PARTICLES = new Set(
  "van de der den ten ter te het 't 's von vom zu la le du des di da dos el al ben bin ibn abu".split(' '),
);
const ONLY_BEFORE_ARTICLE = new Set('in op aan uit bij voor over'.split(' '));
const ARTICLES = new Set("de den der het 't".split(' '));
const MAX_WORDS = 8;
// Shorter words in capitals are abbreviations: LVB, TBS, PTSS. With another word in capitals they may be a name: JAN VOS.
const MIN_CAPITALS = 5;
/** How a verb ends that says what one person does or did. Surnames that end so too, such as Smit, are missed where all is in capitals. */
const CONJUGATED = /(?:t|de|te)$/;

/** What stands before a name: `naam:`, a title such as "mevrouw", nothing (the name has initials), a relative or a client. */
export type Before = 'label' | 'title' | 'initials' | 'relative' | 'client';
const CERTAIN: ReadonlySet<Before> = new Set(['label', 'title', 'initials']);

/** Tells whether a lower-case word is a tussenvoegsel of a Dutch surname, such as `van` or `der`. */
export function isNameParticle(key: string): boolean {
  return NAME_PARTICLES.has(key);
}

const CAPITALISED = /\p{Lu}(?:[\p{L}\p{M}'-]{0,60}[\p{L}\p{M}])/gu;
/** A word as short as a tussenvoegsel, just before a name. */
const AFTER_SHORT_WORD = /(?<!\p{L})[\p{L}']{1,3} {1,2}$/u;
/** As long as the longest word, after which another begins at once. */
const LONG = 62;

/** Whether a text has a word in it that can be a name: a quick look, since most sentences have none. */
export function mayHoldName(text: string): boolean {
  CAPITALISED.lastIndex = 0;
  for (let match = CAPITALISED.exec(text); match; match = CAPITALISED.exec(text)) {
    const { 0: tekst, index } = match;
    const key = toKey(tekst);
    if (isSurnameToo(key)) return true;
    if (isKnownAmidSentence(key)) continue;
    const isPlain = !isKnownWord(key) && !isPlace(key);
    if (isPlain || AFTER_SHORT_WORD.test(text.slice(Math.max(0, index - 6), index))) return true;
  }
  return text.split(' ').some(({ length }) => length > LONG);
}

/**
 * Reads a name (initials, tussenvoegsels, capitalised words) from the given word on and returns its last word, or null
 * when there is none; after a label, a title and initials a name is expected.
 */
export function readName(text: string, words: readonly Word[], start: number, before: Before): Word | null {
  const certain = CERTAIN.has(before);
  const lastInCapitals = findLastInCapitals(text, words, start, before);
  let last: Word | null = null;
  let previous: Word | undefined;
  for (let index = start; index < start + MAX_WORDS; index += 1) {
    const word = words[index];
    if (!word || (previous && !isJoined(text, previous, word))) break;
    if (!leadsOn(word) && !(certain && !last && leadsName(words, index))) {
      const surname = !last && previous !== undefined && isNameParticle(previous.key);
      // After a tussenvoegsel no sentence begins: Van der Meer is somebody.
      const isCommon = surname ? isKnownAmidSentence(word.key) : isKnownWord(word.key);
      // Mevrouw Arts and P. de Raad are somebody; "A. Arts" may be the first of a list.
      const mayBeSurname = before === 'title' || (before === 'initials' && surname);
      const isKnown = isCommon && !(mayBeSurname && isSurnameToo(word.key));
      const isName = !isKnown && isNoun(word, certain) && ((surname && certain) || !isPlace(word.key));
      if (!isName && index > lastInCapitals) break;
      last = word;
    }
    previous = word;
  }
  return last;
}

/** The place of the last word of a name in capitals, such as PIET JANSEN or JAN DE VRIES; -1 when there is none. */
function findLastInCapitals(text: string, words: readonly Word[], start: number, before: Before): number {
  const intro = words[start - 1];
  if (before === 'initials' || !intro) return -1;
  // In a text that is all in capitals any word may follow: "CLIËNT EET SLECHT". A relative mostly does something, or is named.
  const isAll = before !== 'label' && isInCapitals(intro);
  if (isAll && before !== 'relative') return -1;
  const found = { last: -1, nouns: 0, particles: 0, hasLong: false };
  let previous: Word | undefined;
  for (let index = start; index < start + MAX_WORDS; index += 1) {
    const word = words[index];
    if (!word || (previous && !isJoined(text, previous, word))) break;
    if (!isNameParticle(word.key) && !word.initials) {
      const particle = previous && isNameParticle(previous.key) ? previous : null;
      if (!isNounInCapitals(word) || (isPlace(word.key) && !particle)) break;
      const isFirstName = isVerblikeName(word.key);
      if (isAll && !particle && !isFirstName && CONJUGATED.test(word.key)) break;
      // "Van het CAK" says less than "VAN DIJK" and "JAN van DIJK".
      if (particle && particle.key !== 'het' && (found.nouns > 0 || isInCapitals(particle)))
        found.particles += 1;
      found.last = index;
      found.nouns += 1;
      found.hasLong ||= isFirstName || word.tekst.length >= MIN_CAPITALS;
    }
    previous = word;
  }
  return isNameInCapitals(found, before) ? found.last : -1;
}

function isNameInCapitals(
  { nouns, particles, hasLong }: { nouns: number; particles: number; hasLong: boolean },
  before: Before,
): boolean {
  if (before === 'relative' && hasLong) return true;
  const enough = before === 'relative' || before === 'client' ? nouns > 1 : nouns + particles > 1;
  return enough && (before === 'label' || hasLong || particles > 0);
}

/** Tells whether nothing but a space or two stands between two words; after initials nothing at all will do. */
export function isJoined(text: string, word: Word, next: Word): boolean {
  const gap = text.slice(word.end, Math.min(next.begin, word.end + 3));
  return gap === ' ' || gap === '  ' || (gap === '' && word.initials);
}

/** Whether a name goes on after this word. Ben is a name itself, even before Said. */
function leadsOn({ key, tekst, initials }: Word): boolean {
  return initials || (isNameParticle(key) && tekst !== 'Ben');
}

function leadsName(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word && /^\p{Lu}$/u.test(word.tekst)) return true;
  return ONLY_BEFORE_ARTICLE.has(word?.key ?? '') && ARTICLES.has(words[index + 1]?.key ?? '');
}

function isNoun(word: Word, certain: boolean): boolean {
  if (word.tekst.length < 2 || !/^\p{Lu}/u.test(word.tekst)) return false;
  return /\p{Ll}/u.test(word.tekst) || (certain && word.tekst.length >= MIN_CAPITALS);
}

function isInCapitals({ tekst }: Word): boolean {
  return tekst.length > 1 && !/\p{Ll}/u.test(tekst);
}

/** What has no vowel, such as PGB, is an abbreviation. */
function isNounInCapitals(word: Word): boolean {
  return isInCapitals(word) && !isKnownWord(word.key) && /[aeiouy]/u.test(word.key.normalize('NFD'));
}
