/** What stands for a character that the font lacks and that has nothing near it. */
const ONBEKEND = '[?]';

/** Signs that people paste from Word and the web, and what says the same in letters that the font has. */
const VERVANGERS: ReadonlyMap<string, string> = new Map([
  ...toPairs('●▪■◦‣∙➢➤►▶\uf0a7\uf0b7\uf0d8', '•'),
  ...toPairs('✓✔☑✅☒✗✘', '[x]'),
  ...toPairs('☐□', '[ ]'),
  ...toPairs('→➔➜', '->'),
  ...toPairs('⇒', '=>'),
  ...toPairs('←', '<-'),
  ...toPairs('↔', '<->'),
  ...toPairs('≥', '>='),
  ...toPairs('≤', '<='),
  ...toPairs('\u2010\u2011', '-'),
  // As two letters, so that searching the PDF for "ij" finds it.
  ...toPairs('\u0133', 'ij'),
  ...toPairs('\u0132', 'IJ'),
]);

/** Where something may be wrong: all but plain Dutch, with the character before it because accents belong to that. */
const BIJZONDER = /.?[^\x20-\x7e\n\u00a0-\u00ac\u00ae-\u00ff€‘’“”„…–—•]+/gu;
const GRAFEMEN = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/**
 * A text as it can be printed: composed accents, LF line ends, no invisible characters (among them those that turn
 * the reading direction around), and for what the font lacks the nearest letters or "[?]". Takes any text at all.
 */
export function toPrintable(tekst: string, covers: (tekst: string) => boolean): string {
  return (
    tekst
      .normalize('NFC')
      .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replaceAll('\t', '    ')
      .replaceAll(/[\u2007\u202f]/g, '\u00a0')
      .replaceAll(/[^\P{Zs}\u00a0]/gu, ' ')
      // A row of spaces is somebody's lay-out; thousands of them would run off the page.
      .replaceAll(/ {9,}/g, ' '.repeat(8))
      .replaceAll(BIJZONDER, (stuk) =>
        splitGrafemen(stuk)
          .map((grafeem) => toPrintableGrafeem(grafeem, covers))
          .join(''),
      )
  );
}

/** A text in characters as people count them: an accent or a family of emoji is not cut in two. */
export function splitGrafemen(tekst: string): string[] {
  return Array.from(GRAFEMEN.segment(tekst), ({ segment }) => segment);
}

function toPrintableGrafeem(grafeem: string, covers: (tekst: string) => boolean): string {
  const zichtbaar = grafeem.replaceAll(/\p{DI}/gu, '');
  if (zichtbaar === '') return '';
  const zonderAccenten = zichtbaar.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const keuzes = [
    VERVANGERS.get(zichtbaar) ?? zichtbaar,
    zichtbaar.normalize('NFKC'),
    zonderAccenten.normalize('NFC'),
  ];
  return keuzes.find((keuze) => keuze !== '' && covers(keuze)) ?? ONBEKEND;
}

function toPairs(tekens: string, vervanger: string): [string, string][] {
  return [...tekens].map((teken) => [teken, vervanger]);
}
