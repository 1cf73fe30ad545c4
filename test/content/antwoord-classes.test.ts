import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listKenmerkendeAntwoorden } from '../../src/content/antwoord-classes.ts';
import { operators } from '../../src/domain/evaluation/operators.ts';
import type { Antwoord } from '../../src/domain/model/antwoorden.ts';
import type { Voorwaarde } from '../../src/domain/model/regel.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { SEED } from '../support/arbitrary-antwoorden.ts';
import { model } from '../support/real-content.ts';

const eerder = model.vraagOf.get('eerderBesproken');
const cce = model.vraagOf.get('cce');
if (!eerder || !cce) throw new Error('Deze vragen horen er te zijn.');

/** All known answers: each option of a choice, every set of options of a meerkeuze. */
function listAlle({ type, opties }: Vraag): Antwoord[] {
  const bekend = opties.filter(({ id }) => id !== 'weetNiet');
  if (type !== 'meerkeuze') return bekend.map(({ id }) => id);
  const samen = bekend.filter(({ alleen }) => !alleen).map(({ id }) => id);
  const sets = Array.from({ length: 2 ** samen.length }, (_, nummer) =>
    samen.filter((_id, plaats) => Math.floor(nummer / 2 ** plaats) % 2 === 1),
  );
  return [
    ...sets.filter((set) => set.length > 0),
    ...bekend.filter(({ alleen }) => alleen).map(({ id }) => [id]),
  ];
}

const toKenmerk = (voorwaarden: readonly Voorwaarde[]) => (antwoord: Antwoord) =>
  voorwaarden.map(({ operator, value }) => operators[operator](antwoord, value)).join();

describe('de kenmerkende antwoorden', () => {
  it.each([
    { vraag: eerder, operator: 'bevatEenVan' as const },
    { vraag: cce, operator: 'isEenVan' as const },
  ])('staan voor alle antwoorden op $vraag.feit, elk soort één keer', ({ vraag, operator }) => {
    const waarden = fc.subarray(
      vraag.opties.map(({ id }) => id),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(fc.array(waarden, { maxLength: 4 }), (lijsten) => {
        const voorwaarden = lijsten.map((value) => ({ fact: vraag.feit, operator, value }));
        const soorten = listKenmerkendeAntwoorden(vraag, voorwaarden).map(toKenmerk(voorwaarden));
        const alle = new Set(listAlle(vraag).map(toKenmerk(voorwaarden)));
        expect(soorten.toSorted()).toEqual([...alle].toSorted());
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
