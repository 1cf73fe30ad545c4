import { describe, expect, it } from 'vitest';
import { createEvaluator, type TafelEvaluation } from '../../../src/domain/evaluation/evaluator.ts';
import { evaluateRegel, evaluateVoorwaarde, findBeslissend } from '../../../src/domain/evaluation/kleene.ts';
import type { Antwoord, Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { listCombinaties, listEigenFeiten } from '../../proof/tafel-combinations.ts';
import { chooseShare } from '../../support/long-form.ts';
import { content, model } from '../../support/real-content.ts';

const RANDOM_SETS = chooseShare(5_000, 100_000);

describe.each(content.tafels.map((tafel) => ({ id: tafel.id, tafel })))(
  'de gecompileerde regel van $id',
  ({ id, tafel }) => {
    const { criteria, regel } = tafel.regels;
    const waardeer = model.regels.get(id)?.assess;
    if (!waardeer) throw new Error(`${id} is niet gecompileerd.`);

    it('is het voor elke combinatie van antwoorden eens met de gewone logica, ook over wat nog uitmaakt', () => {
      const feitVan = new Map(criteria.map((criterium) => [criterium.id, criterium.voorwaarde.fact]));
      const verschillen: unknown[] = [];
      for (const antwoorden of listCombinaties(listEigenFeiten(tafel))) {
        const waarheden = new Map(
          criteria.map((criterium) => [criterium.id, evaluateVoorwaarde(criterium.voorwaarde, antwoorden)]),
        );
        const waarheidVan = (criterium: string) => waarheden.get(criterium) ?? 'onbekend';
        const { truth: waarheid, beslissend } = waardeer(antwoorden);
        const verwacht = new Set(
          findBeslissend(regel, waarheidVan).map((criterium) => feitVan.get(criterium)),
        );
        if (waarheid !== evaluateRegel(regel, waarheidVan) || !isSame(beslissend, verwacht))
          verschillen.push({ antwoorden, truth: waarheid, beslissend, verwacht });
      }
      expect(verschillen.slice(0, 3)).toEqual([]);
    });

    it('is het eens met de regelmotor over duizenden willekeurige antwoorden', async () => {
      const evaluate = createEvaluator([tafel]);
      const feiten = listEigenFeiten(tafel);
      // The engine gets the answers to the facts of the table only, so each combination of those is asked of it once.
      const bekend = new Map<string, TafelEvaluation | undefined>();
      const verschillen: unknown[] = [];
      const random = createRandom(20261122);
      for (let nummer = 0; nummer < RANDOM_SETS; nummer += 1) {
        const antwoorden = chooseAntwoorden(random);
        const sleutel = JSON.stringify(feiten.map((feit) => antwoorden[feit] ?? null));
        if (!bekend.has(sleutel)) bekend.set(sleutel, (await evaluate(antwoorden)).get(id));
        if (bekend.get(sleutel)?.truth !== waardeer(antwoorden).truth) verschillen.push(antwoorden);
      }
      expect(verschillen.slice(0, 3)).toEqual([]);
      // That all criteria of a table are met is rare: only the long run is sure to see it.
      expect(new Set([...bekend.values()].map((evaluatie) => evaluatie?.truth)).size).toBeGreaterThanOrEqual(
        chooseShare(2, 3),
      );
    });
  },
);

/** An answer to each question, none at all now and then. */
function chooseAntwoorden(random: () => number): Antwoorden {
  const antwoorden: Record<string, Antwoord> = {};
  for (const { feit, type, opties } of model.vragen) {
    const keuze = opties[Math.floor(random() * (opties.length + 1))]?.id;
    if (keuze !== undefined) antwoorden[feit] = type === 'meerkeuze' ? [keuze] : keuze;
  }
  return antwoorden;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let stand = seed;
  return () => {
    stand = (stand + 0x6d2b79f5) | 0;
    let getal = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    getal = (getal + Math.imul(getal ^ (getal >>> 7), 61 | getal)) ^ getal;
    return ((getal ^ (getal >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function isSame(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
