import { describe, expect, it } from 'vitest';
import { content } from '../support/real-content.ts';
import { search } from '../support/real-search-index.ts';

/** Each name by which people call where they live, with the gemeenten that it may be. */
const PLACES = new Map<string, Set<string>>();
for (const { naam, id } of content.gemeenten) PLACES.set(naam, new Set([id]));
for (const { naam, gemeente } of content.plaatsen)
  PLACES.set(naam, (PLACES.get(naam) ?? new Set()).add(gemeente));

/** The gemeenten with which the hits begin. */
function findGemeenten(vraag: string): string[] {
  const hits = search(vraag);
  const other = hits.findIndex(({ soort }) => soort !== 'gemeente');
  return hits.slice(0, other < 0 ? hits.length : other).map(({ id }) => id);
}

describe('a place of Twente', () => {
  it.each([
    ['alone', (naam: string) => naam],
    ['without capitals', (naam: string) => naam.toLowerCase()],
    ['after the word gemeente', (naam: string) => `gemeente ${naam}`],
  ])('leads to its gemeente, or to each of its gemeenten, %s', (_, ask) => {
    const wrong = [...PLACES].flatMap(([naam, gemeenten]) => {
      const found = findGemeenten(ask(naam)).slice(0, gemeenten.size);
      return found.toSorted().join() === [...gemeenten].toSorted().join() ? [] : [`${naam}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });

  it('is said to be of more than one gemeente, or outside Twente as well, where it is', () => {
    for (const [naam, gemeenten] of PLACES) {
      const first = search(naam)[0];
      for (const { id, naam: name } of content.gemeenten)
        if (gemeenten.has(id) && name !== naam)
          expect(`${first?.titel} ${first?.waarom}`, naam).toContain(name);
    }
    for (const { naam, buitenTwente } of content.plaatsen)
      for (const outside of buitenTwente) expect(search(naam)[0]?.waarom, naam).toContain(outside);
  });

  it('is no other word: what is called the same is not taken for it in a sentence', () => {
    expect(search('wil niet meer leven')[0]?.soort).toBe('noodnummer');
    expect(search('delen')[0]?.soort).not.toBe('gemeente');
  });
});
