import { createEvaluator } from '../../../src/domain/evaluation/evaluator.ts';
import { evaluateRegel, evaluateVoorwaarde } from '../../../src/domain/evaluation/kleene.ts';
import type { Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { type Beslismodel, createBeslismodel } from '../../../src/domain/model/beslismodel.ts';
import { findNextVraag } from '../../../src/domain/questions/next-question.ts';
import { toSituatie, toTafelStatuses } from '../../../src/domain/questions/situatie.ts';
import { findBeslissend } from '../../support/find-beslissend.ts';
import { type Figure, median, show } from '../figures.ts';
import { answerAll, generateContent, realContent } from '../generated-content.ts';
import { divide, timeRuns } from '../time.ts';

/** What the rules cost: compiled, by a hand-written function, and by the engine that takes the decision. */
export async function measureEvaluation(): Promise<Figure[]> {
  const [small, large] = [await measureTables(10), await measureTables(1000)];
  const us = (values: readonly number[]) => `${show(median(values))} µs`;
  return [
    {
      name: 'explanation of 10 tables, by hand = 1',
      values: divide(small.compiled, small.byHand),
      goal: { atMost: 1.5 },
      note: `compiled ${us(small.compiled)}, by hand ${us(small.byHand)}`,
    },
    {
      name: 'explanation of 1,000 tables, by hand = 1',
      values: divide(large.compiled, large.byHand),
      goal: { atMost: 0.5 },
      note: `compiled ${us(large.compiled)}, by hand ${us(large.byHand)}`,
    },
    {
      name: 'next question after one answer, full decision = 1 (10 tables)',
      values: divide(small.next, small.engine),
      goal: { atMost: 0.1 },
      note: `next question ${us(small.next)}, json-rules-engine ${us(small.engine)}`,
    },
    {
      name: 'the same with 1,000 tables',
      values: divide(large.next, large.engine),
      goal: { atMost: 0.1 },
      note: `next question ${us(large.next)}, json-rules-engine ${us(large.engine)}`,
    },
    {
      name: 'verdicts for a case with one signal: 1,000 tables, 10 = 1',
      values: divide(large.verdicts, small.verdicts),
      goal: { atMost: 15 },
      note: `${us(small.verdicts)} and ${us(large.verdicts)}`,
    },
  ];
}

async function measureTables(tables: number) {
  const content = generateContent(tables);
  const model = createBeslismodel(content);
  // The function by hand has its rules at hand as well.
  const compiled = [...model.regels.values()];
  const evaluate = createEvaluator(content.tafels);
  const sets = Array.from({ length: 16 }, (_, nummer) => answerAll(content, nummer));
  const oneSignal = { ...answerAll(realContent), signalen: [content.tafels[0]?.regels.signaal ?? ''] };
  const at = (nummer: number): Antwoorden => sets[nummer % sets.length] ?? {};
  return {
    byHand: await timeRuns((nummer) => explainByHand(model, at(nummer))),
    compiled: await timeRuns((nummer) => compiled.map(({ assess }) => assess(at(nummer)))),
    engine: await timeRuns((nummer) => evaluate(at(nummer))),
    next: await timeRuns((nummer) => findNextVraag(model, at(nummer))),
    verdicts: await timeRuns(() => toTafelStatuses(model, toSituatie(model, oneSignal))),
  };
}

/** As one would write it: judge every criterion, then walk the rule for the whole and for what can still change it. */
function explainByHand({ tafels }: Beslismodel, antwoorden: Antwoorden) {
  return tafels.map(({ regels }) => {
    const criteria = new Map(
      regels.criteria.map(({ id, voorwaarde }) => [id, evaluateVoorwaarde(voorwaarde, antwoorden)]),
    );
    const truthOf = (id: string) => criteria.get(id) ?? 'onbekend';
    return {
      truth: evaluateRegel(regels.regel, truthOf),
      beslissend: new Set(findBeslissend(regels.regel, truthOf)),
    };
  });
}
