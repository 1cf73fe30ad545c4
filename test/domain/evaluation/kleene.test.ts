import { describe, expect, it } from 'vitest';
import { evaluateRegel, evaluateVoorwaarde } from '../../../src/domain/evaluation/kleene.ts';
import type { Regel } from '../../../src/domain/model/regel.ts';
import type { Antwoord, Truth } from '../../support/domain-facts.ts';
import { findBeslissend } from '../../support/find-beslissend.ts';
import { content } from '../../support/real-content.ts';

const TRUTHS: readonly Truth[] = ['ja', 'nee', 'onbekend'];

describe('evaluateVoorwaarde', () => {
  it.each<
    [
      operator: 'is' | 'isEenVan' | 'bevatEenVan',
      waarde: string | string[],
      antwoord: Antwoord | undefined,
      Truth,
    ]
  >([
    ['is', 'ja', 'ja', 'ja'],
    ['is', 'ja', 'nee', 'nee'],
    ['is', 'nee', 'nee', 'ja'],
    ['is', 'ja', 'weetNiet', 'onbekend'],
    ['is', 'ja', undefined, 'onbekend'],
    ['isEenVan', ['thuis', 'instelling'], 'thuis', 'ja'],
    ['isEenVan', ['thuis', 'instelling'], 'anders', 'nee'],
    ['isEenVan', ['thuis', 'instelling'], 'weetNiet', 'onbekend'],
    ['isEenVan', ['thuis', 'instelling'], undefined, 'onbekend'],
    ['bevatEenVan', ['topx', 'levensloopaanpak'], ['topx'], 'ja'],
    ['bevatEenVan', ['topx', 'levensloopaanpak'], ['regiotafel-wlz', 'levensloopaanpak'], 'ja'],
    ['bevatEenVan', ['topx', 'levensloopaanpak'], ['geen'], 'nee'],
    ['bevatEenVan', ['topx', 'levensloopaanpak'], ['weetNiet'], 'onbekend'],
    ['bevatEenVan', ['topx', 'levensloopaanpak'], undefined, 'onbekend'],
  ])('%s %j van %j is %s', (operator, value, antwoord, truth) => {
    const antwoorden = antwoord === undefined ? {} : { feit: antwoord };
    expect(evaluateVoorwaarde({ fact: 'feit', operator, value }, antwoorden)).toBe(truth);
  });
});

describe('evaluateRegel', () => {
  const alle: Regel = { all: [{ condition: 'a' }, { condition: 'b' }] };
  const een: Regel = { any: [{ condition: 'a' }, { condition: 'b' }] };

  it.each<[a: Truth, b: Truth, alle: Truth, een: Truth]>([
    ['ja', 'ja', 'ja', 'ja'],
    ['ja', 'nee', 'nee', 'ja'],
    ['ja', 'onbekend', 'onbekend', 'ja'],
    ['nee', 'ja', 'nee', 'ja'],
    ['nee', 'nee', 'nee', 'nee'],
    ['nee', 'onbekend', 'nee', 'onbekend'],
    ['onbekend', 'ja', 'onbekend', 'ja'],
    ['onbekend', 'nee', 'nee', 'onbekend'],
    ['onbekend', 'onbekend', 'onbekend', 'onbekend'],
  ])('%s met %s is samen %s en een van beide %s', (a, b, together, oneOf) => {
    const truthOf = (id: string) => (id === 'a' ? a : b);
    expect(evaluateRegel(alle, truthOf)).toBe(together);
    expect(evaluateRegel(een, truthOf)).toBe(oneOf);
  });
});

describe('findBeslissend', () => {
  /** Truth tables of n criteria, as numbers in base 3. */
  function listStanden(ids: readonly string[]): Map<string, Truth>[] {
    return Array.from(
      { length: 3 ** ids.length },
      (_, nummer) =>
        new Map(ids.map((id, place) => [id, TRUTHS[Math.floor(nummer / 3 ** place) % 3] ?? 'onbekend'])),
    );
  }

  it.each(content.tafels.map(({ id, regels }) => ({ id, regels })))(
    'noemt van $id precies de open criteria die het oordeel nog kunnen veranderen',
    ({ regels: { regel, criteria } }) => {
      const ids = criteria.filter(({ weging }) => weging === 'vereist').map(({ id }) => id);
      const truth = (stand: ReadonlyMap<string, Truth>) =>
        evaluateRegel(regel, (id) => stand.get(id) ?? 'onbekend');
      // A criterion decides when, for some completion of the others, it turns the whole: read off the complete standings.
      const complete = listStanden(ids).filter((stand) => ![...stand.values()].includes('onbekend'));
      const turns = new Map(
        ids.map((id) => [
          id,
          complete.filter(
            (stand) => truth(new Map(stand).set(id, 'ja')) !== truth(new Map(stand).set(id, 'nee')),
          ),
        ]),
      );
      const past = (stand: ReadonlyMap<string, Truth>, filledIn: ReadonlyMap<string, Truth>) =>
        ids.every((id) => stand.get(id) === 'onbekend' || stand.get(id) === filledIn.get(id));
      for (const stand of listStanden(ids)) {
        const open = ids.filter((id) => stand.get(id) === 'onbekend');
        const verwacht = open.filter((id) => turns.get(id)?.some((filledIn) => past(stand, filledIn)));
        expect(findBeslissend(regel, (id) => stand.get(id) ?? 'onbekend')).toEqual(verwacht);
      }
    },
  );
});
