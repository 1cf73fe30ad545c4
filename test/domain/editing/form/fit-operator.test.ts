import { expect, it } from 'vitest';
import { fitOperators } from '../../../../src/domain/editing/form/fit-operator.ts';

const files = {
  'rules/vragen.json': {
    vragen: [
      { feit: 'wens', type: 'jaNee' },
      { feit: 'signalen', type: 'meerkeuze' },
    ],
  },
};
const fitOne = (fact: string, operator: string, value: string | string[]) =>
  fitOperators({ fact, operator, value }, files);

it.each([
  ['is', ['ja', 'nee'], 'isEenVan', ['ja', 'nee']],
  ['bevatEenVan', ['ja', 'nee'], 'isEenVan', ['ja', 'nee']],
  ['bevatEenVan', ['ja'], 'is', 'ja'],
  ['is', 'ja', 'is', 'ja'],
  ['', ['ja', 'nee'], 'isEenVan', ['ja', 'nee']],
  ['', ['ja'], 'is', 'ja'],
  ['isEenVan', ['ja'], 'is', 'ja'],
])('maakt bij een vraag met één antwoord van %s %j: %s %j', (operator, value, fresh, answers) => {
  expect(fitOne('wens', operator, value)).toEqual({ fact: 'wens', operator: fresh, value: answers });
});

it.each([
  ['is', 'onrust'],
  ['isEenVan', ['onrust']],
])('maakt bij een vraag met meer antwoorden van %s altijd bevatEenVan', (operator, value) => {
  expect(fitOne('signalen', operator, value)).toEqual({
    ...{ fact: 'signalen', operator: 'bevatEenVan' },
    value: ['onrust'],
  });
});

it('vindt elke voorwaarde, hoe diep ook, en laat staan wat nog niet is gekozen', () => {
  const condition = { fact: 'wens', operator: 'is', value: ['ja', 'nee'] };
  const open = [
    { fact: 'wens', operator: 'is', value: [] },
    { fact: 'weg', operator: 'is', value: ['ja', 'nee'] },
    { fact: null },
  ];
  expect(fitOperators({ criteria: [{ id: 'a', voorwaarde: condition }], open }, files)).toEqual({
    criteria: [{ id: 'a', voorwaarde: { ...condition, operator: 'isEenVan' } }],
    open,
  });
});
