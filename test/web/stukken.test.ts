import { describe, expect, it } from 'vitest';
import { joinPlain } from '../../src/published/gzip-parts.ts';
import { createStukken, toGat, type Waarden } from '../../src/web/stukken.ts';

/** The page as text. */
function fill(stukken: ReturnType<typeof createStukken>, tekst: string, waarden: Waarden = {}): string {
  return joinPlain(stukken.vul(tekst, waarden)).toString();
}

describe('createStukken', () => {
  it('shows a piece wherever it stands, and renders it once', () => {
    const stukken = createStukken();
    let keren = 0;
    const toon = () =>
      stukken.toon('groet', () => {
        keren += 1;
        return '<p>Dag</p>';
      });
    expect(fill(stukken, `a${toon()}b${toon()}`)).toBe('a<p>Dag</p>b<p>Dag</p>');
    expect(keren).toBe(1);
  });

  it('puts a value in every hole of its name, in the text, in pieces and in values', () => {
    const stukken = createStukken();
    const kader = stukken.toon('kader', () => `<title>${toGat('naam')}</title>${toGat('inhoud')}.`);
    const rij = stukken.toon('rij', () => `<i>${toGat('naam')}</i>`);
    expect(fill(stukken, kader, { naam: 'Ada', inhoud: `[${rij}|${toGat('naam')}]` })).toBe(
      '<title>Ada</title>[<i>Ada</i>|Ada].',
    );
  });

  it('gives each page its own values', () => {
    const stukken = createStukken();
    const groet = stukken.toon('groet', () => `Dag ${toGat('naam')}`);
    expect(fill(stukken, groet, { naam: 'Ada' })).toBe('Dag Ada');
    expect(fill(stukken, groet, { naam: 'Bob' })).toBe('Dag Bob');
    expect(fill(stukken, groet, { naam: '' })).toBe('Dag ');
  });

  it('says so when a text has the mark of a hole that is none', () => {
    expect(() => createStukken().vul('a\u0001b', {})).toThrow('U+0001');
    expect(() => createStukken().toon('stuk', () => 'a\u0001b')).toThrow('U+0001');
  });

  it('says which value is missing', () => {
    const stukken = createStukken();
    expect(() => stukken.vul(toGat('naam'), {})).toThrow('Er is geen waarde voor naam.');
  });
});
