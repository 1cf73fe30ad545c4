import { describe, expect, it } from 'vitest';
import { printTableLink } from '../../src/cli/print-table-link.ts';
import { createTestLinks, toToken } from '../support/answer-links.ts';
import { content } from '../support/real-content.ts';

function run(...args: string[]) {
  const said = { uit: '', fout: '' };
  const links = createTestLinks();
  const code = printTableLink({
    args,
    tafels: content.tafels.map(({ id }) => id),
    make: links.makeForTable,
    print: (tekst) => {
      said.uit += tekst;
    },
    printFault: (tekst) => {
      said.fout += tekst;
    },
  });
  return { code, ...said, opened: links.open(toToken(said.uit.trim() || null)) };
}

describe('npm run tafel:link', () => {
  it('prints the link of a table, and nothing else where a program reads', () => {
    const { code, uit, fout, opened } = run('topx');
    expect(code).toBe(0);
    expect(uit).toMatch(/^https:\S+\n$/);
    expect(opened).toEqual({ soort: 'tafel', tafel: 'topx', tot: '2027-11-21' });
    expect(fout).toContain('alleen aan de tafel');
  });

  it.each([[[]], [['iets']], [['topx', 'levensloopaanpak']]])('names the tables after %o', (args) => {
    const { code, uit, fout } = run(...args);
    expect(code).toBe(2);
    expect(uit).toBe('');
    expect(fout).toContain('topx');
  });
});
