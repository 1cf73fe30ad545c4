import { describe, expect, it } from 'vitest';
import { search } from '../support/real-search-index.ts';

const toNames = (vraag: string) => search(vraag).map(({ soort, id }) => `${soort} ${id}`);

describe('one and more of a thing', () => {
  it.each([
    ['wapen', 'wapens'],
    ['code', 'codes'],
    ['wijkcoach', 'wijkcoaches'],
    ['kans', 'kansen'],
    ['diagnose', 'diagnoses'],
    ['organisatie', 'organisaties'],
    ['stoornis', 'stoornissen'],
    ['huisarts', 'huisartsen'],
    ['adres', 'adressen'],
    ['gevangenis', 'gevangenissen'],
    ['tarief', 'tarieven'],
    ['veiligheidshuis', 'veiligheidshuizen'],
    ['dakloze', 'daklozen'],
    ['stap', 'stappen'],
  ])('lead to the same: %s, %s', (one, more) => {
    const [found, foundMore] = [toNames(one), toNames(more)];
    expect(found).not.toEqual([]);
    expect(foundMore[0]).toBe(found[0]);
    expect(new Set(foundMore.slice(0, 5))).toEqual(new Set(found.slice(0, 5)));
    expect(foundMore.length).toBeGreaterThanOrEqual(found.length);
  });
});
