import { describe, expect, it } from 'vitest';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { advise, content, model } from '../support/real-content.ts';
import { listBekend, listCombinaties, listEigenFeiten, toTafelWaarheid } from './tafel-combinations.ts';

/**
 * What holds for each table over every combination of answers to its own facts, each of them open as well.
 * That json-rules-engine says the same on every combination is proven in `test/domain/evaluation/evaluator.test.ts`.
 */
describe.each(content.tafels.map((tafel) => ({ id: tafel.id, tafel })))(
  'elke combinatie van antwoorden op $id',
  ({ id, tafel }) => {
    const feiten = listEigenFeiten(tafel);
    const vereist = tafel.regels.criteria
      .filter(({ weging }) => weging === 'vereist')
      .map(({ voorwaarde }) => voorwaarde.fact);

    it('samen bereiken elk oordeel, ook langs de echte weg met de regelmotor', async () => {
      const voorbeeld = new Map<string, Antwoorden>();
      let aantal = 0;
      for (const antwoorden of listCombinaties(feiten)) {
        aantal += 1;
        const waarheid = toTafelWaarheid(tafel, antwoorden);
        if (!voorbeeld.has(waarheid)) voorbeeld.set(waarheid, antwoorden);
      }
      expect(aantal).toBe(feiten.reduce((product, feit) => product * (listBekend(feit).length + 1), 1));
      for (const [waarheid, oordeel] of [
        ['ja', 'voldoet'],
        ['nee', 'voldoetNiet'],
        ['onbekend', 'onvolledig'],
      ] as const) {
        const { overlegtafels } = await advise({
          ...voorbeeld.get(waarheid),
          signalen: [tafel.regels.signaal],
        });
        expect(overlegtafels.find((gevonden) => gevonden.tafel.id === id)?.oordeel).toBe(oordeel);
      }
    });

    it('houdt een oordeel dat vaststaat, welk antwoord er ook nog komt', () => {
      const gekeerd: unknown[] = [];
      for (const antwoorden of listCombinaties(feiten)) {
        const waarheid = toTafelWaarheid(tafel, antwoorden);
        if (waarheid === 'onbekend') continue;
        for (const feit of feiten.filter((eigen) => antwoorden[eigen] === undefined))
          for (const antwoord of listBekend(feit))
            if (toTafelWaarheid(tafel, { ...antwoorden, [feit]: antwoord }) !== waarheid)
              gekeerd.push({ antwoorden, feit, antwoord });
      }
      expect(gekeerd).toEqual([]);
    });

    it('heeft een oordeel zodra alles is beantwoord wat wordt gevraagd', () => {
      for (const feit of feiten) expect(model.vraagOf.has(feit), feit).toBe(true);
      const open: Antwoorden[] = [];
      for (const antwoorden of listCombinaties(feiten))
        if (
          vereist.every((feit) => antwoorden[feit] !== undefined) &&
          toTafelWaarheid(tafel, antwoorden) === 'onbekend'
        )
          open.push(antwoorden);
      expect(open).toEqual([]);
    });

    it('hangt af van elk vereist feit: ergens keert het antwoord daarop alleen het oordeel om', () => {
      const kerend = new Set<string>();
      for (const antwoorden of listCombinaties(vereist)) {
        const open = vereist.filter((feit) => antwoorden[feit] === undefined);
        const [feit] = open;
        if (feit === undefined || open.length > 1) continue;
        const waarheden = listBekend(feit).map((antwoord) =>
          toTafelWaarheid(tafel, { ...antwoorden, [feit]: antwoord }),
        );
        if (new Set(waarheden).size > 1) kerend.add(feit);
      }
      expect([...kerend].toSorted()).toEqual(vereist.toSorted());
    });
  },
);
