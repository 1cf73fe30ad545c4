import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/cli/to-table.ts';

describe('toCsv', () => {
  it('puts every field in quotes, for a Dutch spreadsheet', () => {
    expect(
      toCsv([
        ['id', 'tekst'],
        ['1', 'Eén "woord"; en meer'],
      ]),
    ).toBe('\ufeff"id";"tekst"\r\n"1";"Eén ""woord""; en meer"\r\n');
    expect(toCsv([])).toBe('\ufeff');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+31 6', "'+31 6"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "\t'=1"],
    ['  =1', "  '=1"],
    ['"=1', `""'=1`],
    ["'=1", "''=1"],
    ['＝1', "'＝1"],
    ['een\n=1', "een\n'=1"],
    ['een\r=1', "een\r'=1"],
    ['een;=1', "een;'=1"],
    ['een, -1', "een, '-1"],
    ['x@example.nl', 'x@example.nl'],
    ['a-b = c+d', 'a-b = c+d'],
  ])('lets %j be no formula', (veld, verwacht) => {
    expect(toCsv([[veld]])).toBe(`\ufeff"${verwacht}"\r\n`);
  });
});
