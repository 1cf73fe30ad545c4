import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCriteria } from '../../src/content/check-criteria.ts';
import { evaluateRegel, evaluateVoorwaarde } from '../../src/domain/evaluation/kleene.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { createBeslismodel } from '../../src/domain/model/beslismodel.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Regel, Voorwaarde } from '../../src/domain/model/regel.ts';
import { content, model } from '../support/real-content.ts';

const regiotafel = model.tafelOf.get('regiotafel-wlz');
const [voorbeeld] = regiotafel?.regels.criteria ?? [];
if (!regiotafel || !voorbeeld) throw new Error('De Regiotafel hoort er te zijn.');

const ANTWOORDEN = {
  crisisNu: ['ja', 'nee'],
  cce: ['betrokken', 'onderbouwd-niet', 'nee'],
  eerderBesproken: [
    ['geen'],
    ['topx'],
    ['levensloopaanpak'],
    ['topx', 'levensloopaanpak'],
    ['hoogcomplex-oostnl'],
  ],
};

/** The Regiotafel with other conditions and another rule. */
function toTafel(voorwaarden: readonly Voorwaarde[], regel: Regel): Overlegtafel {
  const criteria = voorwaarden.map((voorwaarde, nummer) => ({ ...voorbeeld, id: `c${nummer}`, voorwaarde }));
  return { ...regiotafel, regels: { ...regiotafel?.regels, criteria, regel } } as Overlegtafel;
}

/** What the check finds, as places. */
function listPlaces(tafel: Overlegtafel): string[] {
  const tafels = content.tafels.map((other) => (other.id === tafel.id ? tafel : other));
  return checkCriteria(createBeslismodel({ ...content, tafels }), tafel).map(({ plaats }) => plaats);
}

/** Every combination of answers to the three facts. */
const combinations: Antwoorden[] = ANTWOORDEN.crisisNu.flatMap((crisisNu) =>
  ANTWOORDEN.cce.flatMap((cce) =>
    ANTWOORDEN.eerderBesproken.map((eerderBesproken) => ({ crisisNu, cce, eerderBesproken })),
  ),
);

/** The same, found by trying everything. */
function listPlacesByTrying({ regels: { criteria, regel } }: Overlegtafel): string[] {
  const truthOf = (id: string, antwoorden: Antwoorden) => {
    const criterium = criteria.find((other) => other.id === id);
    return criterium ? evaluateVoorwaarde(criterium.voorwaarde, antwoorden) : 'onbekend';
  };
  const waar = (vast: Record<string, 'ja' | 'nee'> = {}) =>
    combinations
      .map((antwoorden) => evaluateRegel(regel, (id) => vast[id] ?? truthOf(id, antwoorden)))
      .join();
  const constant = criteria.filter(
    ({ id }) => new Set(combinations.map((antwoorden) => truthOf(id, antwoorden))).size === 1,
  );
  if (constant.length > 0) return constant.map(({ id }) => `criteria.${id}.voorwaarde`);
  if (new Set(waar().split(',')).size === 1) return ['regel'];
  return criteria
    .filter(({ id }) => [waar({ [id]: 'ja' }), waar({ [id]: 'nee' })].includes(waar()))
    .map(({ id }) => `criteria.${id}`);
}

const arbitraryVoorwaarde: fc.Arbitrary<Voorwaarde> = fc.oneof(
  fc.constantFrom('ja', 'nee').map((value) => ({ fact: 'crisisNu', operator: 'is' as const, value })),
  fc
    .subarray(ANTWOORDEN.cce, { minLength: 1 })
    .map((value) => ({ fact: 'cce', operator: 'isEenVan' as const, value })),
  fc
    .subarray(['geen', 'topx', 'levensloopaanpak'], { minLength: 1 })
    .map((value) => ({ fact: 'eerderBesproken', operator: 'bevatEenVan' as const, value })),
);

const arbitraryRegel = fc
  .record({
    voorwaarden: fc.array(arbitraryVoorwaarde, { minLength: 1, maxLength: 5 }),
    breuk: fc.integer({ min: 0, max: 5 }),
    buiten: fc.boolean(),
    eerste: fc.boolean(),
    second: fc.boolean(),
  })
  .map(({ voorwaarden, breuk, buiten, eerste, second }) => {
    const sheets = voorwaarden.map((_voorwaarde, nummer): Regel => ({ condition: `c${nummer}` }));
    const toGroup = (isAny: boolean, parts: Regel[]): Regel[] =>
      parts.length === 0 ? [] : [isAny ? { any: parts } : { all: parts }];
    const parts = [...toGroup(eerste, sheets.slice(0, breuk)), ...toGroup(second, sheets.slice(breuk))];
    return { voorwaarden, regel: buiten ? { any: parts } : { all: parts } };
  });

describe('de controle van de criteria van een tafel', () => {
  it('vindt wat het uitproberen van alle antwoorden vindt, ook als criteria over hetzelfde feit gaan', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryRegel, ({ voorwaarden, regel }) => {
        const tafel = toTafel(voorwaarden, regel);
        const places = listPlaces(tafel);
        expect(places).toEqual(listPlacesByTrying(tafel));
        seen.add(places[0]?.replace(/c\d/, 'c') ?? 'goed');
      }),
      { numRuns: 1_000 },
    );
    expect([...seen].toSorted()).toEqual(['criteria.c', 'criteria.c.voorwaarde', 'goed', 'regel']);
  });

  it('ziet dat een tafel open blijft als een vraag soms niet wordt gesteld', () => {
    const tafel = toTafel(
      [
        { fact: 'crisisNu', operator: 'is', value: 'ja' },
        { fact: 'lokaalVastgelopen', operator: 'is', value: 'ja' },
      ],
      { all: [{ condition: 'c0' }, { condition: 'c1' }] },
    );
    const tafels = content.tafels.map((other) => (other.id === tafel.id ? tafel : other));
    expect(checkCriteria(createBeslismodel({ ...content, tafels }), tafel)).toEqual([
      {
        bestand: 'rules/regiotafel-wlz.json',
        plaats: 'regel',
        melding: expect.stringContaining('blijft soms open'),
      },
    ]);
  });

  it('laat zo een vraag toe als een ander criterium dan al beslist', () => {
    const tafel = toTafel(
      [
        { fact: 'lokaalBesproken', operator: 'is', value: 'ja' },
        { fact: 'lokaalVastgelopen', operator: 'is', value: 'ja' },
      ],
      { all: [{ condition: 'c0' }, { condition: 'c1' }] },
    );
    expect(listPlaces(tafel)).toEqual([]);
  });

  it('heeft op de echte tafels niets aan te merken', () => {
    for (const tafel of content.tafels) expect(checkCriteria(model, tafel)).toEqual([]);
  });
});
