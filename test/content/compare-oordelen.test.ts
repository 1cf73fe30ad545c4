import { describe, expect, it } from 'vitest';
import { toAntwoordKlassen } from '../../src/content/antwoord-classes.ts';
import { compareOordelen } from '../../src/content/compare-oordelen.ts';
import type { VergelekenRegels, VergelekenVraag } from '../../src/content/read-version.ts';
import type { Regel, Voorwaarde } from '../../src/domain/model/regel.ts';

const jaNee = (feit: string): VergelekenVraag => ({
  feit,
  type: 'jaNee',
  opties: [{ id: 'ja' }, { id: 'nee' }, { id: 'weetNiet' }],
});
const VRAGEN: VergelekenVraag[] = [
  ...Array.from({ length: 20 }, (_, nummer) => jaNee(`f${nummer}`)),
  jaNee('a'),
  jaNee('b'),
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

type Kort = readonly [fact: string, operator: Voorwaarde['operator'], value: Voorwaarde['value']];

/** Rules with one criterion for each condition, named a, b, c. */
function toRegels(voorwaarden: readonly Kort[], maak: (delen: Regel[]) => Regel): VergelekenRegels {
  const ids = voorwaarden.map((_, nummer) => `c${nummer}`);
  return {
    criteria: voorwaarden.map(([fact, operator, value], nummer) => ({
      id: `c${nummer}`,
      weging: 'vereist',
      voorwaarde: { fact, operator, value },
    })),
    regel: maak(ids.map((condition) => ({ condition }))),
  };
}
const alle = (...voorwaarden: Kort[]) => toRegels(voorwaarden, (delen) => ({ all: delen }));
const een = (...voorwaarden: Kort[]) => toRegels(voorwaarden, (any) => ({ any }));
const compare = (
  oud: VergelekenRegels,
  nieuw: VergelekenRegels,
  oudeVragen = VRAGEN,
  nieuweVragen = VRAGEN,
) => compareOordelen([oudeVragen, oud], [nieuweVragen, nieuw]);

const NIETS = { aantal: 0, voorbeeld: null };

describe('wat een andere regel met de antwoordsets doet', () => {
  it('niets als de regel gelijk is, of anders geschreven', () => {
    const regel = alle(['a', 'is', 'ja'], ['b', 'is', 'ja']);
    expect(compare(regel, regel)).toEqual({ totaal: 9, wint: NIETS, verliest: NIETS, anders: NIETS });
    expect(compare(regel, alle(['b', 'is', 'ja'], ['a', 'isEenVan', ['ja']]))).toMatchObject({
      totaal: 9,
      wint: NIETS,
    });
  });

  it('telt wat wint, met het kleinste voorbeeld', () => {
    // Of a and b, three answers each: "one of" holds in five of nine sets, "all" in one of them.
    expect(
      compare(alle(['a', 'is', 'ja'], ['b', 'is', 'ja']), een(['a', 'is', 'ja'], ['b', 'is', 'ja'])),
    ).toEqual({
      totaal: 9,
      wint: { aantal: 4, voorbeeld: { a: 'ja' } },
      verliest: NIETS,
      // One is "no", the other is open: was lost, is open now.
      anders: { aantal: 2, voorbeeld: { a: 'nee' } },
    });
  });

  it('telt wat verliest, met het kleinste voorbeeld', () => {
    expect(compare(alle(['a', 'is', 'ja']), alle(['a', 'is', 'ja'], ['b', 'is', 'nee']))).toMatchObject({
      totaal: 9,
      wint: NIETS,
      verliest: { aantal: 2, voorbeeld: { a: 'ja' } },
    });
  });

  it('telt een omgedraaide waarde aan beide kanten', () => {
    expect(compare(alle(['a', 'is', 'ja']), alle(['a', 'is', 'nee']))).toEqual({
      totaal: 3,
      wint: { aantal: 1, voorbeeld: { a: 'nee' } },
      verliest: { aantal: 1, voorbeeld: { a: 'ja' } },
      anders: NIETS,
    });
  });

  it('telt elke keuze en elke combinatie van een lijst mee', () => {
    expect(compare(alle(['keuze', 'is', 'x']), alle(['keuze', 'isEenVan', ['x', 'y']]))).toMatchObject({
      totaal: 4,
      wint: { aantal: 1, voorbeeld: { keuze: 'y' } },
    });
    // Five options give 31 choices, and "none" and "not known"; p or q is in 24 of them, p in 16.
    expect(
      compare(alle(['lijst', 'bevatEenVan', ['p']]), alle(['lijst', 'bevatEenVan', ['p', 'q']])),
    ).toMatchObject({
      totaal: 33,
      wint: { aantal: 8, voorbeeld: { lijst: ['q'] } },
      verliest: NIETS,
    });
  });

  it('kent een keuze die alleen de nieuwe vragen hebben', () => {
    const minder = VRAGEN.map((vraag) =>
      vraag.feit === 'keuze' ? { ...vraag, opties: vraag.opties.filter(({ id }) => id !== 'z') } : vraag,
    );
    expect(
      compare(alle(['keuze', 'is', 'x']), alle(['keuze', 'isEenVan', ['x', 'z']]), minder, VRAGEN),
    ).toMatchObject({ totaal: 4, wint: { aantal: 1, voorbeeld: { keuze: 'z' } } });
  });

  it('laat een aandachtspunt buiten beschouwing', () => {
    const met = alle(['a', 'is', 'ja']);
    const punt = {
      id: 'punt',
      weging: 'aandachtspunt',
      voorwaarde: { fact: 'b', operator: 'is' as const, value: 'ja' },
    };
    expect(compare(met, { ...met, criteria: [...met.criteria, punt] })).toMatchObject({
      totaal: 3,
      wint: NIETS,
    });
  });

  it('geeft op als er te veel soorten antwoordsets zijn', () => {
    const veel = alle(...Array.from({ length: 12 }, (_, nummer): Kort => [`f${nummer}`, 'is', 'ja']));
    expect(compare(veel, veel)).toBeNull();
  });
});

describe('antwoorden die op elkaar lijken', () => {
  it('tellen ook bij een lange lijst precies, en snel', () => {
    const opties = Array.from({ length: 30 }, (_, nummer) => ({ id: `o${nummer}` }));
    const klassen = toAntwoordKlassen({ type: 'meerkeuze', opties }, [
      { fact: 'f', operator: 'bevatEenVan', value: ['o0', 'o1'] },
      { fact: 'f', operator: 'bevatEenVan', value: ['o1', 'o2'] },
    ]);
    expect(klassen.reduce((som, { aantal }) => som + aantal, 0)).toBe(2 ** 30);
    expect(klassen).toContainEqual({ antwoord: ['o1'], aantal: 2 ** 27 * 5 });
    expect(klassen).toContainEqual({ antwoord: ['o0'], aantal: 2 ** 27 });
    expect(klassen).toContainEqual({ antwoord: undefined, aantal: 1 });
  });
});
