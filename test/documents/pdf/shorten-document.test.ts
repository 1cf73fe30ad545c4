import { describe, expect, it } from 'vitest';
import { shortenDocument } from '../../../src/documents/pdf/shorten-document.ts';
import { toPakket } from '../../support/pakket-document.ts';

/** What is left of these texts when all together may cost so much. */
function shorten(texts: readonly string[], budget: number): string[] {
  const short = shortenDocument(toPakket([{ soort: 'lijst', items: texts }]), budget);
  const [block] = short.secties[0]?.blokken ?? [];
  return block?.soort === 'lijst' ? [...block.items] : [];
}

describe('a document that is too long', () => {
  it('keeps what is short, and cuts the longest', () => {
    const [short, long] = shorten(['Kort.', 'woord '.repeat(2_000)], 3_000);
    expect(short).toBe('Kort.');
    expect(long).toMatch(/^(woord )+… \[Ingekort.*\]$/);
    expect(long?.length).toBeLessThan(3_100);
  });

  it('counts a sign that the font may lack for three, since it takes a search and may become three', () => {
    const [plain] = shorten(['é'.repeat(9_000)], 3_000);
    const [foreign] = shorten(['中'.repeat(9_000)], 3_000);
    const count = (text: string | undefined, sign: string) => text?.split(sign).length ?? 0;
    expect(count(plain, 'é') / count(foreign, '中')).toBeCloseTo(3, 0);
  });

  it('leaves all of it when it is not too long', () => {
    const texts = ['Een.', 'é'.repeat(500), '中文'.repeat(100)];
    expect(shorten(texts, 3_000)).toEqual(texts);
  });
});
