import { describe, expect, it } from 'vitest';
import { toAntwoordClasses } from '../../src/content/antwoord-classes.ts';
import { compareOordelen } from '../../src/content/compare-oordelen.ts';
import type { ComparedRegels, ComparedVraag } from '../../src/content/read-version.ts';
import type { Regel, Voorwaarde } from '../../src/domain/model/regel.ts';

const yesNo = (feit: string): ComparedVraag => ({
  feit,
  type: 'jaNee',
  opties: [{ id: 'ja' }, { id: 'nee' }, { id: 'weetNiet' }],
});
const VRAGEN: ComparedVraag[] = [
  ...Array.from({ length: 20 }, (_, nummer) => yesNo(`f${nummer}`)),
  yesNo('a'),
  yesNo('b'),
  { feit: 'keuze', type: 'keuze', opties: ['x', 'y', 'z', 'weetNiet'].map((id) => ({ id })) },
  {
    feit: 'lijst',
    type: 'meerkeuze',
    opties: [...'pqrst']
      .map((id) => ({ id }))
      .concat(
        { id: 'geen', alleen: true } as { id: string },
        {
          id: 'weetNiet',
          alleen: true,
        } as { id: string },
      ),
  },
];

type Short = readonly [fact: string, operator: Voorwaarde['operator'], value: Voorwaarde['value']];

/** Rules with one criterion for each condition, named a, b, c. */
function toRegels(voorwaarden: readonly Short[], make: (parts: Regel[]) => Regel): ComparedRegels {
  const ids = voorwaarden.map((_, nummer) => `c${nummer}`);
  return {
    criteria: voorwaarden.map(([fact, operator, value], nummer) => ({
      id: `c${nummer}`,
      weging: 'vereist',
      voorwaarde: { fact, operator, value },
    })),
    regel: make(ids.map((condition) => ({ condition }))),
  };
}
const all = (...voorwaarden: Short[]) => toRegels(voorwaarden, (parts) => ({ all: parts }));
const een = (...voorwaarden: Short[]) => toRegels(voorwaarden, (any) => ({ any }));
const compare = (old: ComparedRegels, fresh: ComparedRegels, oldVragen = VRAGEN, newVragen = VRAGEN) =>
  compareOordelen([oldVragen, old], [newVragen, fresh]);

const NOTHING = { aantal: 0, voorbeeld: null };

describe('wat een andere regel met de antwoordsets doet', () => {
  it('niets als de regel gelijk is, of anders geschreven', () => {
    const regel = all(['a', 'is', 'ja'], ['b', 'is', 'ja']);
    expect(compare(regel, regel)).toEqual({ totaal: 9, wint: NOTHING, verliest: NOTHING, anders: NOTHING });
    expect(compare(regel, all(['b', 'is', 'ja'], ['a', 'isEenVan', ['ja']]))).toMatchObject({
      totaal: 9,
      wint: NOTHING,
    });
  });

  it('telt wat wint, met het kleinste voorbeeld', () => {
    // Of a and b, three answers each: "one of" holds in five of nine sets, "all" in one of them.
    expect(
      compare(all(['a', 'is', 'ja'], ['b', 'is', 'ja']), een(['a', 'is', 'ja'], ['b', 'is', 'ja'])),
    ).toEqual({
      totaal: 9,
      wint: { aantal: 4, voorbeeld: { a: 'ja' } },
      verliest: NOTHING,
      // One is "no", the other is open: was lost, is open now.
      anders: { aantal: 2, voorbeeld: { a: 'nee' } },
    });
  });

  it('telt wat verliest, met het kleinste voorbeeld', () => {
    expect(compare(all(['a', 'is', 'ja']), all(['a', 'is', 'ja'], ['b', 'is', 'nee']))).toMatchObject({
      totaal: 9,
      wint: NOTHING,
      verliest: { aantal: 2, voorbeeld: { a: 'ja' } },
    });
  });

  it('telt een omgedraaide waarde aan beide kanten', () => {
    expect(compare(all(['a', 'is', 'ja']), all(['a', 'is', 'nee']))).toEqual({
      totaal: 3,
      wint: { aantal: 1, voorbeeld: { a: 'nee' } },
      verliest: { aantal: 1, voorbeeld: { a: 'ja' } },
      anders: NOTHING,
    });
  });

  it('telt elke keuze en elke combinatie van een lijst mee', () => {
    expect(compare(all(['keuze', 'is', 'x']), all(['keuze', 'isEenVan', ['x', 'y']]))).toMatchObject({
      totaal: 4,
      wint: { aantal: 1, voorbeeld: { keuze: 'y' } },
    });
    // Five options give 31 choices, and "none" and "not known"; p or q is in 24 of them, p in 16.
    expect(
      compare(all(['lijst', 'bevatEenVan', ['p']]), all(['lijst', 'bevatEenVan', ['p', 'q']])),
    ).toMatchObject({
      totaal: 33,
      wint: { aantal: 8, voorbeeld: { lijst: ['q'] } },
      verliest: NOTHING,
    });
  });

  it('kent een keuze die alleen de nieuwe vragen hebben', () => {
    const fewer = VRAGEN.map((vraag) =>
      vraag.feit === 'keuze' ? { ...vraag, opties: vraag.opties.filter(({ id }) => id !== 'z') } : vraag,
    );
    expect(
      compare(all(['keuze', 'is', 'x']), all(['keuze', 'isEenVan', ['x', 'z']]), fewer, VRAGEN),
    ).toMatchObject({ totaal: 4, wint: { aantal: 1, voorbeeld: { keuze: 'z' } } });
  });

  it('laat een aandachtspunt buiten beschouwing', () => {
    const met = all(['a', 'is', 'ja']);
    const point = {
      id: 'punt',
      weging: 'aandachtspunt',
      voorwaarde: { fact: 'b', operator: 'is' as const, value: 'ja' },
    };
    expect(compare(met, { ...met, criteria: [...met.criteria, point] })).toMatchObject({
      totaal: 3,
      wint: NOTHING,
    });
  });

  it('geeft op als er te veel soorten antwoordsets zijn', () => {
    const many = all(...Array.from({ length: 12 }, (_, nummer): Short => [`f${nummer}`, 'is', 'ja']));
    expect(compare(many, many)).toBeNull();
  });
});

describe('antwoorden die op elkaar lijken', () => {
  it('tellen ook bij een lange lijst precies, en snel', () => {
    const opties = Array.from({ length: 30 }, (_, nummer) => ({ id: `o${nummer}` }));
    const classes = toAntwoordClasses({ type: 'meerkeuze', opties }, [
      { fact: 'f', operator: 'bevatEenVan', value: ['o0', 'o1'] },
      { fact: 'f', operator: 'bevatEenVan', value: ['o1', 'o2'] },
    ]);
    expect(classes.reduce((sum, { aantal }) => sum + aantal, 0)).toBe(2 ** 30);
    expect(classes).toContainEqual({ antwoord: ['o1'], aantal: 2 ** 27 * 5 });
    expect(classes).toContainEqual({ antwoord: ['o0'], aantal: 2 ** 27 });
    expect(classes).toContainEqual({ antwoord: undefined, aantal: 1 });
  });
});
