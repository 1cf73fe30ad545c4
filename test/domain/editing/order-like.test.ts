import { expect, it } from 'vitest';
import { orderLike } from '../../../src/domain/editing/order-like.ts';

const toText = (value: unknown) => JSON.stringify(value);

it('zet sleutels in de volgorde van een ander, en wat nieuw is daarna', () => {
  const value = { a: 1, b: { d: 1, c: 2 }, e: 3 };
  expect(toText(orderLike(value, { b: { c: 0, d: 0 }, a: 0, weg: 0 }))).toBe(
    '{"b":{"c":2,"d":1},"a":1,"e":3}',
  );
});

it('vindt dingen in lijsten terug aan hun naam', () => {
  const value = {
    lijst: [
      { x: 1, id: 'twee' },
      { x: 2, id: 'nieuw' },
    ],
  };
  const like = { lijst: [{ id: 'een' }, { id: 'twee', x: 0 }] };
  expect(toText(orderLike(value, like))).toBe('{"lijst":[{"id":"twee","x":1},{"x":2,"id":"nieuw"}]}');
});

it('verandert geen waarde', () => {
  for (const value of [null, 'x', 1, true, [], [1, 'a'], { a: [] }])
    expect(orderLike(value, { a: 1 })).toEqual(value);
});
