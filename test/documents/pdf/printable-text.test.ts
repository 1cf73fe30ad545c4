import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFonts } from '../../../src/documents/pdf/fonts.ts';
import { splitGraphemes, toPrintable } from '../../../src/documents/pdf/printable-text.ts';

const { covers } = loadFonts();
const print = (tekst: string) => toPrintable(tekst, covers);

describe('een tekst voor de pdf', () => {
  it.each([
    ['gewone tekst blijft zoals die is', 'Coöperatie, één: „goed” – ’s avonds… € 72 (½)', null],
    ['losse accenten worden één letter', 'e\u0301e\u0301n', 'één'],
    [
      'de letter ij wordt i en j, zodat zoeken werkt',
      '\u0133s en \u0132S, niks en jij',
      'ijs en IJS, niks en jij',
    ],
    ['regeleinden worden LF', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['tabs en vreemde spaties worden spaties', 'a\tb\u2003c\u3000d', 'a    b c d'],
    ['een vaste spatie blijft vast', 'a\u00a0b\u202fc', 'a\u00a0b\u00a0c'],
    ['een lange rij spaties wordt korter', `a${' '.repeat(5000)}b`, `a${' '.repeat(8)}b`],
    ['onzichtbare tekens vallen weg', 'a\u200bb\u00adc\ufeffd\u2060e', 'abcde'],
    ['tekens die de leesrichting omdraaien vallen weg', 'a\u202eb\u2066c', 'abc'],
    ['tekens uit Word worden wat erop lijkt', '\uf0b7 ✅ ☒ ➜ \uf0fc', '• ✓ ✗ → ✓'],
    ['vinkjes, kruisjes, pijlen en de ı zonder punt blijven', '✓ ✗ ☐ → ≥ ı İ', null],
    ['Griekse en Cyrillische letters blijven', 'αβγ Жук', null],
    ['verbonden letters gaan uiteen', 'ﬁets ① m²', 'fiets 1 m²'],
    ['Latijnse letters van elders blijven', 'Łukasz Ayşe Žižek ș', 'Łukasz Ayşe Žižek ș'],
    ['een accent dat het lettertype niet heeft valt weg', 'q\u0329\u035c', 'q'],
    ['een emoji, ook een samengestelde, wordt één [?]', '😀 👩‍👩‍👧‍👦 🇳🇱 ❤️', '[?] [?] [?] ❤'],
    ['andere schriften worden per teken [?]', '中文 שם', '[?][?] [?][?]'],
    ['stuurtekens en halve tekens worden zichtbaar', 'a\u0000b\ud83dc\u007f', 'a[?]b[?]c[?]'],
  ])('%s', (_name, tekst, verwacht) => {
    expect(print(tekst)).toBe(verwacht ?? tekst);
  });

  it('is voor elke Unicode helemaal te drukken, en een tweede keer hetzelfde', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (tekst) => {
        const pressed = print(tekst);
        for (const line of pressed.split('\n')) expect(covers(line), JSON.stringify(line)).toBe(true);
        expect(print(pressed)).toBe(pressed);
        expect(pressed).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|\p{DI}/u);
      }),
      { numRuns: 150 },
    );
  });
});

describe('een tekst in tekens', () => {
  const segmenter = new Intl.Segmenter('nl', { granularity: 'grapheme' });
  const range = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((code) => String.fromCharCode(code));

  it('is langs de snelle wegen hetzelfde als langs de langzame', () => {
    const unit = fc.oneof(
      range(0x20, 0x7e),
      range(0xa0, 0x52f),
      range(0x300, 0x36f),
      range(0x1e00, 0x206f),
      range(0x2070, 0x2bff),
      range(0x3040, 0x30ff),
      range(0x4e00, 0x9fff),
      range(0xac00, 0xd7a3),
      range(0xfb00, 0xfb06),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const text = units.join('');
        expect(splitGraphemes(text)).toEqual(Array.from(segmenter.segment(text), (part) => part.segment));
      }),
      { numRuns: 2_000 },
    );
  });
});
