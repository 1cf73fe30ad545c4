import { describe, expect, it } from 'vitest';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { advise, content, model } from '../support/real-content.ts';
import { listCombinations, listKnown, listOwnFeiten, toTafelTruth } from './tafel-combinations.ts';

/**
 * What holds for each table over every combination of answers to its own facts, each of them open as well.
 * That json-rules-engine says the same on every combination is proven in `test/domain/evaluation/evaluator.test.ts`.
 */
describe.each(content.tafels.map((tafel) => ({ id: tafel.id, tafel })))(
  'elke combinatie van antwoorden op $id',
  ({ id, tafel }) => {
    const feiten = listOwnFeiten(tafel);
    const vereist = tafel.regels.criteria
      .filter(({ weging }) => weging === 'vereist')
      .map(({ voorwaarde }) => voorwaarde.fact);

    it('samen bereiken elk oordeel, ook langs de echte weg met de regelmotor', async () => {
      const voorbeeld = new Map<string, Antwoorden>();
      let count = 0;
      for (const antwoorden of listCombinations(feiten)) {
        count += 1;
        const truth = toTafelTruth(tafel, antwoorden);
        if (!voorbeeld.has(truth)) voorbeeld.set(truth, antwoorden);
      }
      expect(count).toBe(feiten.reduce((product, feit) => product * (listKnown(feit).length + 1), 1));
      for (const [truth, oordeel] of [
        ['ja', 'voldoet'],
        ['nee', 'voldoetNiet'],
        ['onbekend', 'onvolledig'],
      ] as const) {
        const { overlegtafels } = await advise({
          ...voorbeeld.get(truth),
          signalen: [tafel.regels.signaal],
        });
        expect(overlegtafels.find((found) => found.tafel.id === id)?.oordeel).toBe(oordeel);
      }
    });

    it('houdt een oordeel dat vaststaat, welk antwoord er ook nog komt', () => {
      const turned: unknown[] = [];
      for (const antwoorden of listCombinations(feiten)) {
        const truth = toTafelTruth(tafel, antwoorden);
        if (truth === 'onbekend') continue;
        for (const feit of feiten.filter((own) => antwoorden[own] === undefined))
          for (const antwoord of listKnown(feit))
            if (toTafelTruth(tafel, { ...antwoorden, [feit]: antwoord }) !== truth)
              turned.push({ antwoorden, feit, antwoord });
      }
      expect(turned).toEqual([]);
    });

    it('heeft een oordeel zodra alles is beantwoord wat wordt gevraagd', () => {
      for (const feit of feiten) expect(model.vraagOf.has(feit), feit).toBe(true);
      const open: Antwoorden[] = [];
      for (const antwoorden of listCombinations(feiten))
        if (
          vereist.every((feit) => antwoorden[feit] !== undefined) &&
          toTafelTruth(tafel, antwoorden) === 'onbekend'
        )
          open.push(antwoorden);
      expect(open).toEqual([]);
    });

    it('hangt af van elk vereist feit: ergens keert het antwoord daarop alleen het oordeel om', () => {
      const kerend = new Set<string>();
      for (const antwoorden of listCombinations(vereist)) {
        const open = vereist.filter((feit) => antwoorden[feit] === undefined);
        const [feit] = open;
        if (feit === undefined || open.length > 1) continue;
        const truths = listKnown(feit).map((antwoord) =>
          toTafelTruth(tafel, { ...antwoorden, [feit]: antwoord }),
        );
        if (new Set(truths).size > 1) kerend.add(feit);
      }
      expect([...kerend].toSorted()).toEqual(vereist.toSorted());
    });
  },
);
