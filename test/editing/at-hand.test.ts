import { expect, it } from 'vitest';
import { createAtHand } from '../../src/editing/at-hand.ts';

it('maakt iets één keer, ook als het niets is, tot er te veel is of het vergeten wordt', () => {
  const made: string[] = [];
  const atHand = createAtHand<string | null>(2);
  const get = (key: string) =>
    atHand.get(key, () => {
      made.push(key);
      return key === 'niets' ? null : key;
    });
  expect(['a', 'niets', 'a', 'niets'].map(get)).toEqual(['a', null, 'a', null]);
  expect(made).toEqual(['a', 'niets']);
  // What was asked for longest ago goes.
  ['a', 'b', 'niets', 'a'].map(get);
  expect(made).toEqual(['a', 'niets', 'b', 'niets', 'a']);
  atHand.forget('a');
  get('a');
  expect(made.filter((key) => key === 'a')).toHaveLength(3);
});
