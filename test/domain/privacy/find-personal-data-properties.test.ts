import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBsn } from '../../../src/domain/privacy/find-number.ts';
import { findPersonalData } from '../../../src/domain/privacy/find-personal-data.ts';

const fragment = fc.constantFrom(
  ...[
    'mevrouw',
    'dhr.',
    'De',
    'van',
    'Jansen',
    'J.',
    'cliënt',
    'moeder',
    'naam:',
    'heet',
    'geb.',
    '12-03-1985',
    'BSN',
  ],
  ...[
    '12 maart 1985',
    '123456782',
    '1234.56.782',
    '06-12345678',
    '+31',
    '7511 AB',
    'Kerkstraat',
    '12',
    'jan@example.nl',
  ],
  ...['12-AB-34', 'kenteken', '°', '@', '.', '-', '(', '█', '\n', '’t', '\u0301', '😀', '\ud83d', 'İ', 'ß'],
);
const dutch = fc
  .array(fc.tuple(fragment, fc.constantFrom('', ' ', '  ', ', ', '-', '.', '\n')), { maxLength: 30 })
  .map((parts) => parts.flat().join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), dutch);

describe('findPersonalData, for any text', () => {
  it('gives places in the text that are sorted and do not overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let position = 0;
        for (const { tekst, begin, end } of findPersonalData(text)) {
          expect(begin).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(begin);
          expect(tekst).toBe(text.slice(begin, end));
          position = end;
        }
        expect(position).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a BSN between any two words', () => {
    const digits = fc
      .integer({ min: 1, max: 99_999_999 })
      .map((number) => String(number).padStart(8, '0'))
      .map((eight) => [...'0123456789'].map((last) => eight + last).find(isBsn))
      .filter((bsn) => bsn !== undefined);
    const word = fc.stringMatching(/^[a-zA-Zëé.,:;()]{0,12}$/);
    fc.assert(
      fc.property(word, digits, word, (before, bsn, after) => {
        const refused = findPersonalData(`${before} ${bsn} ${after}`).filter(
          ({ severity }) => severity === 'weigeren',
        );
        expect(refused.map(({ tekst }) => tekst)).toEqual([bsn]);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same with digits far away: what is passed over for a lack of digits would have found nothing', () => {
    const number = fc.constantFrom(
      '+31',
      '(0)',
      '(06)',
      '00',
      '0',
      '53',
      '12',
      '345',
      '678',
      '9012',
      'NL44',
      'AB',
      '2',
    );
    const numbers = fc
      .array(fc.tuple(number, fc.constantFrom('', ' ', '-', '.', '/', ' - ', ' / ', ') ')), { maxLength: 12 })
      .map((parts) => parts.flat().join(''));
    const label = fc.constantFrom(
      '',
      'bsn ',
      'V-nummer: ',
      'cliëntnr ',
      'polisnummer is ',
      'geb ',
      'kenteken ',
      'Dorpsstraat ',
    );
    const labelled = fc.tuple(label, numbers).map((parts) => parts.join(''));
    let found = 0;
    fc.assert(
      fc.property(fc.oneof(anyText, labelled, labelled), (text) => {
        const alone = findPersonalData(text);
        found += alone.length;
        expect(findPersonalData(`${text}\n. x ${'9'.repeat(20)}`)).toEqual(alone);
      }),
      { numRuns: 4000 },
    );
    expect(found).toBeGreaterThan(500);
  });
});
