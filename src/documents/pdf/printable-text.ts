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
  return (
    text
      .normalize('NFC')
      .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replaceAll('\t', '    ')
      .replaceAll(/[\u2007\u202f]/g, '\u00a0')
      .replaceAll(/[^\P{Zs}\u00a0]/gu, ' ')
      // A row of spaces is somebody's lay-out; thousands of them would run off the page.
      .replaceAll(/ {9,}/g, ' '.repeat(8))
      .replaceAll(SPECIAL, (piece) =>
        splitGraphemes(piece)
          .map((grapheme) => toPrintableGrapheme(grapheme, covers))
          .join(''),
      )
  );
}

/** A text in characters as people count them: an accent or a family of emoji is not cut in two. */
export function splitGraphemes(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

function toPrintableGrapheme(grapheme: string, covers: (text: string) => boolean): string {
  const visible = grapheme.replaceAll(/\p{DI}/gu, '');
  if (visible === '') return '';
  const bare = visible.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC');
  const choices = [SUBSTITUTES.get(visible) ?? visible, visible.normalize('NFKC'), bare];
  return choices.find((choice) => choice !== '' && covers(choice)) ?? UNKNOWN;
}

function toPairs(signs: string, substitute: string): [string, string][] {
  return [...signs].map((sign) => [sign, substitute]);
}
