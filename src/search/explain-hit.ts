import type { Say } from '../domain/texts.ts';
import { toAreaCode, toNumberKey } from './number-key.ts';
import type { SearchEntry } from './search-entry.ts';

/** A word of the content that matched: as it looks there, and what the visitor typed for it. */
export interface Hit {
  readonly stem: string;
  readonly woord: string;
  readonly typed: string;
  /** How well it fits what was typed: more for more words together. */
  readonly weight: number;
  readonly isSpelling: boolean;
  /** The fields of the index in which it stands. */
  readonly velden: readonly string[];
}

/** The longest fragment of a text, in characters. */
const MAX_FRAGMENT = 220;
/** The most places, or words, that a hit mentions. */
const MAX_PLACES = 3;
/** The most words that are looked for in the sentences of a hit. */
const MAX_WORDS = 6;

/** Why a document matches, and the text to show with it. */
interface Reason {
  readonly tekst: string;
  readonly sentence: string;
}

/** Says why a document matches, in one or two sentences, with what it is or the sentence that matches best. */
export function explainHit(
  say: Say,
  entry: SearchEntry,
  found: readonly Hit[],
): { fragment: string; waarom: string } {
  const hits = [...found].sort((a, b) => b.weight - a.weight);
  const anders = hits.filter(({ isSpelling }) => isSpelling).map(({ typed }) => typed);
  const reason = toNameReason(say, entry, hits) ?? toTextReason(say, entry, hits.slice(0, MAX_WORDS));
  return {
    fragment: shorten(reason.sentence),
    waarom: [
      reason.tekst,
      ...(anders.length > 0 ? [say('zoeken.getypt', { woorden: toList(anders) })] : []),
    ].join(' '),
  };
}

/** Why a document matches by what it is called: its name, another name or a synonym; or null. */
function toNameReason(
  say: Say,
  { document, names, synoniemen, plaatsen }: SearchEntry,
  hits: readonly Hit[],
): Reason | null {
  const toReason = (tekst: string): Reason => ({ tekst, sentence: document.kort });
  const inVeld = (veld: string) =>
    hits.filter(({ velden }) => velden.includes(veld)).map(({ woord }) => woord);
  const number = hits.find(({ velden }) => velden.includes('telefoon'));
  if (number) return toReason(explainNumber(say, number));
  const isPlace = hits.find(({ velden }) => velden.includes('plaats'));
  const plaats = plaatsen.find(({ sleutel }) => sleutel === isPlace?.stem);
  if (plaats?.uitleg) return toReason(plaats.uitleg);
  const inName = inVeld('titel');
  if (inName.length > 0) {
    const values = { woorden: toList(inName) };
    const number = toNumber(inName);
    return toReason(
      document.soort === 'criterium'
        ? say(`zoeken.criterium-${number}`, values)
        : say(`zoeken.naam-${number}`, values),
    );
  }
  const inOtherName = inVeld('ook');
  if (inOtherName.length > 0) {
    const values = { woorden: toList(inOtherName), titel: document.titel };
    if (inOtherName.length > 1) return toReason(say('zoeken.ook-meer', values));
    const isWhole = hits.some(({ stem, velden }) => velden.includes('ook') && isName(stem, names));
    return toReason(say(isWhole ? 'zoeken.ook-een' : 'zoeken.ook-deel', values));
  }
  const viaSynonym = hits.find(
    ({ velden }) => velden.includes('synoniem') || velden.includes('verderSynoniem'),
  );
  const synonym = synoniemen.find(({ sleutel }) => sleutel === viaSynonym?.stem);
  return synonym ? toReason(say('zoeken.synoniem', { woord: synonym.woord, term: synonym.term })) : null;
}

/** That a number is here; or that the one that was typed is not, and which one with its area code is. */
function explainNumber(say: Say, { stem, woord, typed }: Hit): string {
  if (stem === toNumberKey(typed)) return say('zoeken.telefoon', { nummer: woord });
  return say('zoeken.netnummer', { getypt: typed, netnummer: toAreaCode(typed) ?? typed, nummer: woord });
}

/** Whether a word is a whole name: "convenant" is, "politie" in "convenant met de politie" is not. */
function isName(stem: string, names: SearchEntry['names']): boolean {
  return names.some((name) => name.length === 1 && name[0] === stem);
}

/** Why a document matches by its texts: where the words stand, with the sentence that holds most of them. */
function toTextReason(say: Say, entry: SearchEntry, hits: readonly Hit[]): Reason {
  const passages = findPassages(entry, hits);
  const woorden = [...new Set(hits.map(({ woord }) => woord))];
  const plaatsen = [...new Set(passages.map(({ veld }) => veld))].slice(0, MAX_PLACES).join(', ');
  return {
    tekst: say(`zoeken.tekst-${toNumber(woorden)}`, { woorden: toList(woorden), plaatsen }),
    sentence: passages[0]?.sentence ?? entry.document.kort,
  };
}

/** The passages in which a matching word stands, those with the most of them first. */
function findPassages({ passages }: SearchEntry, hits: readonly Hit[]) {
  const stems = hits.map(({ stem }) => ` ${stem} `);
  const found = passages.filter((passage) => stems.some((stem) => passage.stems.includes(stem)));
  const count = (passage: SearchEntry['passages'][number]) =>
    stems.filter((stem) => passage.stems.includes(stem)).length;
  return found.sort((a, b) => count(b) - count(a));
}

/** Which form of a sentence fits so many words. */
function toNumber({ length }: readonly string[]): 'een' | 'meer' {
  return length > 1 ? 'meer' : 'een';
}

function toList(woorden: readonly string[]): string {
  const unique = [...new Set(woorden)].slice(0, MAX_PLACES).map((woord) => `“${woord}”`);
  return unique.length < 2 ? (unique[0] ?? '') : `${unique.slice(0, -1).join(', ')} en ${unique.at(-1)}`;
}

function shorten(tekst: string): string {
  if (tekst.length <= MAX_FRAGMENT) return tekst;
  const kort = tekst.slice(0, MAX_FRAGMENT);
  return `${kort.slice(0, kort.lastIndexOf(' ') > 0 ? kort.lastIndexOf(' ') : MAX_FRAGMENT)} …`;
}
