import { describe, expect, it } from 'vitest';
import { createEvaluator, type TafelEvaluation } from '../../../src/domain/evaluation/evaluator.ts';
import { evaluateRegel, evaluateVoorwaarde } from '../../../src/domain/evaluation/kleene.ts';
import type { Antwoord, Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { listCombinations, listOwnFeiten } from '../../proof/tafel-combinations.ts';
import { findBeslissend } from '../../support/find-beslissend.ts';
import { chooseShare } from '../../support/long-form.ts';
import { content, model } from '../../support/real-content.ts';

const RANDOM_SETS = chooseShare(5_000, 100_000);

describe.each(content.tafels.map((tafel) => ({ id: tafel.id, tafel })))(
  'de gecompileerde regel van $id',
  ({ id, tafel }) => {
    const { criteria, regel } = tafel.regels;
    const assess = model.regels.get(id)?.assess;
    if (!assess) throw new Error(`${id} is niet gecompileerd.`);

    it('is het voor elke combinatie van antwoorden eens met de gewone logica, ook over wat nog uitmaakt', () => {
      const feitOf = new Map(criteria.map((criterium) => [criterium.id, criterium.voorwaarde.fact]));
      const differences: unknown[] = [];
      for (const antwoorden of listCombinations(listOwnFeiten(tafel))) {
        const truths = new Map(
          criteria.map((criterium) => [criterium.id, evaluateVoorwaarde(criterium.voorwaarde, antwoorden)]),
        );
        const truthOf = (criterium: string) => truths.get(criterium) ?? 'onbekend';
        const { truth, beslissend } = assess(antwoorden);
        const verwacht = new Set(findBeslissend(regel, truthOf).map((criterium) => feitOf.get(criterium)));
        if (truth !== evaluateRegel(regel, truthOf) || !isSame(beslissend, verwacht))
          differences.push({ antwoorden, truth: truth, beslissend, verwacht });
      }
      expect(differences.slice(0, 3)).toEqual([]);
    });

    it('is het eens met de regelmotor over duizenden willekeurige antwoorden', async () => {
      const evaluate = createEvaluator([tafel]);
      const feiten = listOwnFeiten(tafel);
      // The engine gets the answers to the facts of the table only, so each combination of those is asked of it once.
      const known = new Map<string, TafelEvaluation | undefined>();
      const differences: unknown[] = [];
      const random = createRandom(20261122);
      for (let nummer = 0; nummer < RANDOM_SETS; nummer += 1) {
        const antwoorden = chooseAntwoorden(random);
        const key = JSON.stringify(feiten.map((feit) => antwoorden[feit] ?? null));
        if (!known.has(key)) known.set(key, (await evaluate(antwoorden)).get(id));
        if (known.get(key)?.truth !== assess(antwoorden).truth) differences.push(antwoorden);
      }
      expect(differences.slice(0, 3)).toEqual([]);
      // That all criteria of a table are met is rare: only the long run is sure to see it.
      expect(new Set([...known.values()].map((evaluatie) => evaluatie?.truth)).size).toBeGreaterThanOrEqual(
        chooseShare(2, 3),
      );
    });
  },
);

/** An answer to each question, none at all now and then. */
function chooseAntwoorden(random: () => number): Antwoorden {
  const antwoorden: Record<string, Antwoord> = {};
  for (const { feit, type, opties } of model.vragen) {
    const choice = opties[Math.floor(random() * (opties.length + 1))]?.id;
    if (choice !== undefined) antwoorden[feit] = type === 'meerkeuze' ? [choice] : choice;
  }
  return antwoorden;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let stand = seed;
  return () => {
    stand = (stand + 0x6d2b79f5) | 0;
    let figure = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    figure = (figure + Math.imul(figure ^ (figure >>> 7), 61 | figure)) ^ figure;
    return ((figure ^ (figure >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function isSame(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
