import { describe, expect, it } from 'vitest';
import { toTextTable } from '../../src/cli/to-table.ts';

const COLUMNS = [
  { kop: 'Nr', max: 4 },
  { kop: 'Pagina', max: 8 },
  { kop: 'Tekst', max: null },
];

describe('toTextTable', () => {
  it('goes on at the next line of a column', () => {
    expect(
      toTextTable(
        COLUMNS,
        [
          ['1', '/topx', 'Het adres is veranderd'],
          ['12', '/overlegtafels', 'Ja'],
        ],
        32,
      ),
    ).toBe(
      [
        'Nr  Pagina    Tekst',
        '--  --------  ------------------',
        '1   /topx     Het adres is',
        '              veranderd',
        '12  /overleg  Ja',
        '    tafels',
        '',
      ].join('\n'),
    );
  });

  it('keeps to the width, and to something readable on a very narrow screen', () => {
    const wide = toTextTable(COLUMNS, [['1', '/', 'woord '.repeat(100)]], 60);
    expect(Math.max(...wide.split('\n').map((regel) => regel.length))).toBeLessThanOrEqual(60);
    expect(toTextTable(COLUMNS, [['1', '/', 'x'.repeat(20)]], 5)).toContain('xxxxxxxx');
  });

  it('does not let a text steer the terminal', () => {
    const tekst = toTextTable(COLUMNS, [['1', '/', 'rood\u001b[31m\u0007\n\u009b2J\u202eom']], 80);
    for (const char of ['\u001b', '\u0007', '\u009b', '\u202e']) expect(tekst).not.toContain(char);
    expect(tekst.split('\n')).toHaveLength(4);
  });
});
