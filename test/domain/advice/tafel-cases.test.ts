import { describe, expect, it } from 'vitest';
import { evaluateVoorwaarde } from '../../../src/domain/evaluation/kleene.ts';
import type { Overlegtafel } from '../../../src/domain/model/overlegtafel.ts';
import { type Antwoorden, SIGNAAL, TAFELS } from '../../support/domain-facts.ts';
import { advise, model } from '../../support/real-content.ts';
import {
  findHoles,
  listTafelCases,
  readTafelCases,
  type TafelCases,
  toAntwoorden,
} from '../../support/tafel-cases.ts';

function findTafel(id: string): Overlegtafel {
  const tafel = model.tafelOf.get(id);
  if (!tafel) throw new Error(`Er is geen tafel ${id}.`);
  return tafel;
}

const readTruths = (tafel: Overlegtafel) => (antwoorden: Antwoorden) =>
  new Map(
    tafel.regels.criteria.map(({ id, voorwaarde }) => [id, evaluateVoorwaarde(voorwaarde, antwoorden)]),
  );

async function judge(id: string, antwoorden: Antwoorden) {
  const advies = await advise({ ...antwoorden, signalen: [SIGNAAL[id] ?? ''] });
  const found = advies.overlegtafels.find(({ tafel }) => tafel.id === id);
  return {
    tafel: found?.oordeel,
    criteria: Object.fromEntries(
      found?.criteria.map(({ criterium, oordeel }) => [criterium.id, oordeel]) ?? [],
    ),
  };
}

describe('de gevallen per tafel', () => {
  it('hebben voor elke tafel een bestand, en geen bestand te veel', () => {
    expect(listTafelCases().toSorted()).toEqual(TAFELS.toSorted());
  });

  describe.each(listTafelCases())('%s', (id) => {
    const cases = readTafelCases(id);

    it('heeft per criterium een geval dat slaagt en een dat faalt, en per weg een basis', () => {
      const tafel = findTafel(id);
      expect(findHoles(tafel, cases, readTruths(tafel))).toEqual([]);
    });

    it.each(Object.values(cases.basis))('past als $naam', async ({ antwoorden }) => {
      expect((await judge(id, antwoorden)).tafel).toBe('voldoet');
    });

    it.each(cases.gevallen)('$criterium is $oordeel en de tafel $tafel als $naam', async (testCase) => {
      const { tafel, criteria } = await judge(id, toAntwoorden(cases, testCase));
      expect(criteria[testCase.criterium]).toBe(testCase.oordeel);
      expect(tafel).toBe(testCase.tafel);
    });
  });
});

describe('de controle op de gevallen zelf', () => {
  const topx = findTafel('topx');
  const goed = readTafelCases('topx');
  const check = (cases: TafelCases) => findHoles(topx, cases, readTruths(topx));
  const without = (criterium: string, oordeel: string): TafelCases => ({
    ...goed,
    gevallen: goed.gevallen.filter(
      (testCase) => testCase.criterium !== criterium || testCase.oordeel !== oordeel,
    ),
  });
  const [first] = goed.gevallen;
  if (!first) throw new Error('Het bestand van TopX heeft geen gevallen.');
  const { 'onveilige-buurt': _, ...otherBasis } = goed.basis;

  it.each<[wat: string, cases: TafelCases, hole: string]>([
    [
      'een criterium zonder geval dat slaagt',
      without('systeem-geraakt', 'ja'),
      'systeem-geraakt: geen geval met oordeel ja',
    ],
    [
      'een criterium zonder geval dat faalt',
      without('ketenaanpak-nodig', 'nee'),
      'ketenaanpak-nodig: geen geval met oordeel nee',
    ],
    [
      'een weg zonder basis',
      { ...goed, basis: otherBasis },
      'geen basis die alleen haalt: gebieds-veiligheid, ketenaanpak-nodig',
    ],
    [
      'een geval over een criterium dat niet bestaat',
      { ...goed, gevallen: [...goed.gevallen, { ...first, naam: 'een verzonnen zin', criterium: 'mars' }] },
      'een verzonnen zin: criterium mars bestaat niet',
    ],
    [
      'een geval met een basis die niet bestaat',
      { ...goed, gevallen: [...goed.gevallen, { ...first, naam: 'een verzonnen zin', basis: 'mars' }] },
      'een verzonnen zin: basis mars bestaat niet',
    ],
    [
      'twee gevallen met dezelfde naam',
      { ...goed, gevallen: [...goed.gevallen, first] },
      `${first.naam}: staat er twee keer`,
    ],
    [
      'een bestand over een andere tafel',
      { ...goed, tafel: 'beo' },
      'het bestand gaat over beo, niet over topx',
    ],
  ])('ziet %s', (_what, cases, hole) => {
    expect(check(cases)).toContain(hole);
  });

  it('ziet een nieuw criterium in rules/ waar nog geen geval voor is', () => {
    const [criterium] = topx.regels.criteria;
    if (!criterium) throw new Error('TopX heeft geen criteria.');
    const added = { ...topx.regels, criteria: [...topx.regels.criteria, { ...criterium, id: 'nieuw' }] };
    expect(findHoles({ id: 'topx', regels: added }, goed, readTruths(topx))).toEqual([
      'nieuw: geen geval met oordeel ja',
      'nieuw: geen geval met oordeel nee',
    ]);
  });
});
