/** What stands for a character that the font lacks and that has nothing near it. */
const UNKNOWN = '[?]';

/** Signs that people paste from Word and the web, and what says the same in signs that the font has. */
const SUBSTITUTES: ReadonlyMap<string, string> = new Map([
  ...toPairs('▪■◦‣∙➢➤►▶\uf0a7\uf0b7\uf0d8', '•'),
  ...toPairs('✅☑\uf0fc', '✓'),
  ...toPairs('☒✖❌\uf0fb', '✗'),
  ...toPairs('➔➜\uf0e0', '→'),
  ...toPairs('\u2010\u2011', '-'),
  // As two letters, so that searching the PDF for "ij" finds it.
  ...toPairs('\u0133', 'ij'),
  ...toPairs('\u0132', 'IJ'),
]);

/** Where something may be wrong: all but plain Dutch, with the character before it because accents belong to that. */
const SPECIAL = /.?[^\x20-\x7e\n\u00a0-\u00ac\u00ae-\u00ff€‘’“”„…–—•]+/gu;
const GRAPHEMES = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/**
 * A text as it can be printed: composed accents, LF line ends, no invisible characters (among them those that turn
 * the reading direction around), and for what the font lacks the nearest letters or "[?]". Takes any text at all.
 */
export function toPrintable(text: string, covers: (text: string) => boolean): string {
  const known = new Map<string, string>();
  const toKnown = (grapheme: string): string => {
    const printable = known.get(grapheme) ?? toPrintableGrapheme(grapheme, covers);
    known.set(grapheme, printable);
    return printable;
  };
  return (
    text
      .normalize('NFC')
      .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replaceAll('\t', '    ')
      .replaceAll(/[\u2007\u202f]/g, '\u00a0')
      .replaceAll(/[^\P{Zs}\u00a0]/gu, ' ')
      // A row of spaces is somebody's lay-out; thousands of them would run off the page.
      .replaceAll(/ {9,}/g, ' '.repeat(8))
      .replaceAll(SPECIAL, (piece) => splitGraphemes(piece).map(toKnown).join(''))
  );
}

/** Letters and signs of which each stands for itself: Latin, and what belongs to it. */
const SINGLE = /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
/** The same with loose accents, and with scripts that join nothing else: Greek, Cyrillic, Chinese, Japanese, whole Korean syllables. */
const ACCENTED =
  /^[\x20-\x7e\u00a0-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u20bf\u2100-\u2bff\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\ufb00-\ufb06]*$/;
const WITH_ACCENTS = /\P{M}?\p{M}*/gu;

/** A text in characters as people count them: an accent or a family of emoji is not cut in two. */
export function splitGraphemes(text: string): string[] {
  // To have it worked out takes thirty times as long, and somebody may send a word of a whole form.
  if (SINGLE.test(text)) return text.split('');
  if (ACCENTED.test(text)) return (text.match(WITH_ACCENTS) ?? []).filter(Boolean);
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

function toPrintableGrapheme(grapheme: string, covers: (text: string) => boolean): string {
  const visible = grapheme.replaceAll(/\p{DI}/gu, '');
  if (visible === '') return '';
  const alike = SUBSTITUTES.get(visible) ?? visible;
  if (covers(alike)) return alike;
  const bare = visible.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC');
  const choices = [visible.normalize('NFKC'), bare];
  return choices.find((choice) => choice !== '' && covers(choice)) ?? UNKNOWN;
}

function toPairs(signs: string, substitute: string): [string, string][] {
  return [...signs].map((sign) => [sign, substitute]);
}
