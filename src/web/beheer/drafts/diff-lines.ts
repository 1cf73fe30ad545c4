import { type Change, diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of a line; `isAnders`: the other side does not have it. */
interface Piece {
  readonly tekst: string;
  readonly isAnders: boolean;
}

/** A line as it was and as it becomes, side by side; null where a side has none. */
export interface LinePair {
  readonly van: readonly Piece[] | null;
  readonly naar: readonly Piece[] | null;
  readonly isAnders: boolean;
  /** So many lines that are the same on both sides are left out here. */
  readonly overgeslagen: number;
}

/** Lines that are the same before and after a change are shown for so many. */
const AROUND = 2;
/** Lines that differ in more than this many words are other lines: then marking words shows nothing. */
const MOST_EDITS = 60;

/** Two texts side by side, with what is other marked; what is the same is shown only around it. */
export function diffLines(old: readonly string[], fresh: readonly string[]): LinePair[] {
  const blocks = diffArrays([...old], [...fresh]);
  const pairs: LinePair[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) continue;
    const next = blocks[at + 1];
    if (block.removed) {
      const added = next?.added ? next.value : [];
      if (next?.added) at++;
      pairs.push(...pairLines(block.value, added));
    } else if (block.added) pairs.push(...pairLines([], block.value));
    else pairs.push(...block.value.map(toSame));
  }
  return leaveOut(pairs);
}

/** How many lines of two texts are other. */
export function countOther(old: readonly string[], fresh: readonly string[]): number {
  return diffLines(old, fresh).filter(({ isAnders }) => isAnders).length;
}

function toSame(tekst: string): LinePair {
  const pieces = [{ tekst, isAnders: false }];
  return { van: pieces, naar: pieces, isAnders: false, overgeslagen: 0 };
}

function pairLines(old: readonly string[], fresh: readonly string[]): LinePair[] {
  return Array.from({ length: Math.max(old.length, fresh.length) }, (_, number) => {
    const [was, becomes] = [old[number], fresh[number]];
    const words =
      was === undefined || becomes === undefined
        ? undefined
        : diffWordsWithSpace(was, becomes, { maxEditLength: MOST_EDITS });
    return {
      van: toPieces(was, words, 'added'),
      naar: toPieces(becomes, words, 'removed'),
      ...{ isAnders: true, overgeslagen: 0 },
    };
  });
}

/** The pieces of one side: all that is not only on the other. */
function toPieces(
  line: string | undefined,
  words: readonly Change[] | undefined,
  other: 'added' | 'removed',
): Piece[] | null {
  if (line === undefined) return null;
  if (!words) return [{ tekst: line, isAnders: true }];
  return words
    .filter((word) => !word[other])
    .map(({ value, added, removed }) => ({ tekst: value, isAnders: added || removed }));
}

/** Leaves out what is the same, far from what is other. */
function leaveOut(pairs: readonly LinePair[]): LinePair[] {
  const isNear = (at: number) =>
    pairs.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((pair) => pair.isAnders);
  const shown: LinePair[] = [];
  let left = 0;
  pairs.forEach((pair, at) => {
    if (!isNear(at)) {
      left++;
      return;
    }
    shown.push({ ...pair, overgeslagen: left });
    left = 0;
  });
  return shown;
}

/** What ends a line of text in a page of ours. */
const BLOCKS =
  /<\/?(?:p|li|ul|ol|dl|dt|dd|div|section|header|footer|nav|form|fieldset|legend|details|summary|table|caption|thead|tbody|tr|th|td|h[1-6]|br|hr|address|figure|figcaption|blockquote|label|option|article|aside)\b[^>]*>/gi;
/** What is no text. */
const SILENT = /<(script|style|svg|template)\b[\s\S]*?<\/\1>/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  nbsp: ' ',
};

/** The text of a page of ours as a visitor reads it, line by line: what stands in its `main`. */
export function toPageLines(html: string): string[] {
  const begin = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  const main = begin < 0 || end < begin ? html : html.slice(html.indexOf('>', begin) + 1, end);
  return main
    .replaceAll(SILENT, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(BLOCKS, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => decodeEntities(line).replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#x?[\da-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
