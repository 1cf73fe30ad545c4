import type { Evaluate } from '../../src/domain/evaluation/evaluator.ts';
import { evaluateRegel, evaluateVoorwaarde } from '../../src/domain/evaluation/kleene.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';

/**
 * The evaluation of all tables by the plain three-valued logic, without json-rules-engine: a thousand variants of the
 * rules are judged in seconds. That the two always agree is proven in `test/domain/evaluation/evaluator.test.ts`.
 */
export function createPlainEvaluate(tafels: readonly Overlegtafel[]): Evaluate {
  return (antwoorden) =>
    Promise.resolve(
      new Map(
        tafels.map(({ id, regels }) => {
          const criteria = new Map(
            regels.criteria.map((criterium) => [
              criterium.id,
              evaluateVoorwaarde(criterium.voorwaarde, antwoorden),
            ]),
          );
          const truth = evaluateRegel(regels.regel, (naam) => criteria.get(naam) ?? 'onbekend');
          return [id, { truth: truth, criteria }];
        }),
      ),
    );
}
