import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/real-content.ts';
import { documents, search } from '../support/real-search-index.ts';

interface SearchQuestion {
  readonly vraag: string;
  /** What may come first: `soort/id`, or the address of a page. */
  readonly goed: readonly string[];
}

const { zoekvragen } = JSON.parse(readFileSync(join(ROOT, 'test/cases/zoekvragen.json'), 'utf8')) as {
  readonly zoekvragen: readonly SearchQuestion[];
};

interface Named {
  readonly soort: string;
  readonly id: string;
  readonly href: string;
}

const toNames = ({ soort, id, href }: Named) => [`${soort}/${id}`, href];

describe('what people of the field search for', () => {
  it('leads to things that exist', () => {
    const known = new Set(documents.flatMap(toNames));
    const unknown = zoekvragen.flatMap(({ goed }) => goed).filter((naam) => !known.has(naam));
    expect(unknown).toEqual([]);
    expect(zoekvragen.length).toBeGreaterThanOrEqual(60);
  });

  it('has what they need on top', () => {
    const wrong = zoekvragen.flatMap(({ vraag, goed }) => {
      const first = search(vraag)[0];
      return first && toNames(first).some((naam) => goed.includes(naam))
        ? []
        : [`${vraag}: ${first ? toNames(first).join(' ') : 'niets'}`];
    });
    expect(wrong).toEqual([]);
  });
});
