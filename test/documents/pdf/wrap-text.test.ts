import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideWidth, measureColumn, wrapText } from '../../../src/documents/pdf/wrap-text.ts';

/** Every character is one point wide. */
const measure = (tekst: string) => tekst.length;

describe('een alinea over regels', () => {
  it.each([
    [
      'breekt na een spatie, en eindigt ermee, zodat woorden los blijven van wat volgt',
      'een twee drie',
      8,
      ['een twee ', 'drie '],
    ],
    [
      'breekt na een koppelteken of schuine streep',
      'zorg-bemiddeling/advies',
      15,
      ['zorg-', 'bemiddeling/', 'advies '],
    ],
    [
      'houdt een datum, code en nummer heel',
      'op 2026-11-21 of TW-2026-001',
      11,
      ['op ', '2026-11-21 ', 'of ', 'TW-2026-001 '],
    ],
    ['breekt een woord dat te lang is', 'abcdefghi', 3, ['abc', 'def', 'ghi ']],
  ])('%s', (_name, tekst, width, lines) => {
    expect(wrapText(tekst, width, measure)).toEqual(lines);
  });

  it('houdt een woord of regel heel in een kolom die daarvoor gemaakt is, hoe breedtes ook afronden', () => {
    // 0.1 + 0.2 is a little more than 0.3.
    const rounded = (tekst: string) => tekst.split(' ').reduce((sum, word) => sum + word.length / 10, 0);
    expect(wrapText('a bc', 0.3, rounded)).toEqual(['a bc ']);
    expect(wrapText('abc', 0.3 - Number.EPSILON, rounded)).toEqual(['abc ']);
  });

  it('verliest niets en past altijd', () => {
    const woord = fc.string({ unit: fc.constantFrom('a', 'é', '-', '/', '1'), maxLength: 80 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(woord, fc.constantFrom(' ', '  '))),
        fc.integer({ min: 1, max: 40 }),
        (parts, width) => {
          const tekst = parts.flat().join('');
          const lines = wrapText(tekst, width, measure);
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(tekst.replaceAll(/\s/g, ''));
          for (const regel of lines) expect(regel.trimEnd().length).toBeLessThanOrEqual(width);
          const { word, line } = measureColumn([tekst], measure);
          expect(word).toBeLessThanOrEqual(line);
        },
      ),
    );
  });
});

describe('de breedte van kolommen', () => {
  it('geeft korte kolommen wat ze nodig hebben en laat lange de rest delen, een langere meer', () => {
    const widths = divideWidth(
      [
        { line: 60, word: 40 },
        { line: 2000, word: 70 },
        { line: 9000, word: 70 },
      ],
      480,
    );
    expect(widths.map(Math.round)).toEqual([60, 160, 260]);
  });

  it('is samen altijd de hele breedte, en geen kolom is leeg', () => {
    const size = fc.double({ min: 0, max: 5000, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(size, size).map(([a, b]) => ({ word: Math.min(a, b), line: Math.max(a, b) })),
          { minLength: 1, maxLength: 40 },
        ),
        (wishes) => {
          const widths = divideWidth(wishes, 480);
          expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(480, 3);
          for (const width of widths) expect(width).toBeGreaterThan(0);
        },
      ),
    );
  });
});
