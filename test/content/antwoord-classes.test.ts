import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDistinctiveAntwoorden } from '../../src/content/antwoord-classes.ts';
import { operators } from '../../src/domain/evaluation/kleene.ts';
import type { Antwoord } from '../../src/domain/model/antwoorden.ts';
import type { Voorwaarde } from '../../src/domain/model/regel.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { model } from '../support/real-content.ts';

const earlier = model.vraagOf.get('eerderBesproken');
const cce = model.vraagOf.get('cce');
if (!earlier || !cce) throw new Error('Deze vragen horen er te zijn.');

/** All known answers: each option of a choice, every set of options of a meerkeuze. */
function listAll({ type, opties }: Vraag): Antwoord[] {
  const known = opties.filter(({ id }) => id !== 'weetNiet');
  if (type !== 'meerkeuze') return known.map(({ id }) => id);
  const together = known.filter(({ alleen }) => !alleen).map(({ id }) => id);
  const sets = Array.from({ length: 2 ** together.length }, (_, nummer) =>
    together.filter((_id, place) => Math.floor(nummer / 2 ** place) % 2 === 1),
  );
  return [
    ...sets.filter((set) => set.length > 0),
    ...known.filter(({ alleen }) => alleen).map(({ id }) => [id]),
  ];
}

const toDigest = (voorwaarden: readonly Voorwaarde[]) => (antwoord: Antwoord) =>
  voorwaarden.map(({ operator, value }) => operators[operator](antwoord, value)).join();

describe('de kenmerkende antwoorden', () => {
  it.each([
    { vraag: earlier, operator: 'bevatEenVan' as const },
    { vraag: cce, operator: 'isEenVan' as const },
  ])('staan voor alle antwoorden op $vraag.feit, elk soort één keer', ({ vraag, operator }) => {
    const values = fc.subarray(
      vraag.opties.map(({ id }) => id),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(fc.array(values, { maxLength: 4 }), (lists) => {
        const voorwaarden = lists.map((value) => ({ fact: vraag.feit, operator, value }));
        const kinds = listDistinctiveAntwoorden(vraag, voorwaarden).map(toDigest(voorwaarden));
        const alle = new Set(listAll(vraag).map(toDigest(voorwaarden)));
        expect(kinds.toSorted()).toEqual([...alle].toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
