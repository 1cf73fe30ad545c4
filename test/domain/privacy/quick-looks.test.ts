import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBirthDate } from '../../../src/domain/privacy/find-birth-date.ts';
import { findName } from '../../../src/domain/privacy/find-name.ts';
import { findIban } from '../../../src/domain/privacy/find-registration.ts';

const words =
  "mevrouw meneer de heer dhr. mw. cliënt moeder moeder van naam: heet hij genaamd van der den in 't ''s 's Enschede Delden GGD Mediant Twente-Jansen Jansen JANSEN jansen JAN VAN VOS naam: broer El J. J.P. Th. B.V. Op Afgesproken Ö É\u0301 ĳ IJsbrand geboren geb geb. °";
const numbers =
  '1 12 5 19 88 1988 2026 120361 12031961 19610312 1-2-88 1/2/88 1.2.1988 1988-02-01 12 mei 12e jan 9.30 NL91ABNA0417164300 nl91 ABNA 0417 1643 00 BE68';
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...words.split(' '), ...numbers.split(' '), 'a'.repeat(61), 'a'.repeat(62)),
  },
  { weight: 3, arbitrary: fc.constantFrom(' ', '  ', '. ', ', ', '-', "'", '\n', '/', '') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
);
const text = fc
  .array(piece, { maxLength: 16 })
  .chain((pieces) => fc.constantFrom('', ' ').map((between) => pieces.join(between)));

/** What stands after a text, far from it, makes each look closely, and finds nothing in itself. */
test.each([
  ['findName', findName, '\n\nen wat er is dat is er met Xylofonist'],
  ['findBirthDate', findBirthDate, '\n\n\n\n\n\n\n99999999'],
  ['findIban', findIban, '\n\n\n\n\n\n\nXX99'],
])('%s finds the same whether it looks closely or not', (_, find, closely) => {
  fc.assert(
    fc.property(text, (tekst) => {
      expect(find(closely)).toEqual([]);
      expect(find(tekst)).toEqual(find(tekst + closely));
    }),
    {
      numRuns: 3_000,
      examples: [["mevrouw ''s Delden"], [`mevrouw ${'a'.repeat(61)}GGDe`], ['naam: van Enschede']],
    },
  );
});
