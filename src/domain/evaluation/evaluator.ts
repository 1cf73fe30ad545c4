import { Engine, type RuleProperties, type RuleResult } from 'json-rules-engine';
import { type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Criterium, Regel } from '../model/regel.ts';
import type { Truth } from './kleene.ts';
import { operators } from './operators.ts';

/** What the engine found for one table: the truth of the whole and of each criterion. */
export interface TafelEvaluation {
  readonly truth: Truth;
  readonly criteria: ReadonlyMap<string, Truth>;
}

/**
 * Evaluates tables for the given (relevant) answers, all of them or only those named; the result is keyed by table id.
 */
export type Evaluate = (
  antwoorden: Antwoorden,
  alleen?: ReadonlySet<string>,
) => Promise<ReadonlyMap<string, TafelEvaluation>>;

/** Stands for an open answer in the reading of what is possible: every condition about it holds. */
const MAY_STILL = Symbol('kan nog');

/**
 * Makes the evaluator of the decision: json-rules-engine, made three-valued by reading the rules twice.
 *
 * The engine knows true and false only. One reading counts an open answer as "does not hold" (what is certain), the
 * other as "holds" (what is possible). The rules have no negation, so certain means `ja`, impossible means `nee`, and
 * what lies between is `onbekend`: exactly Kleene's logic. Where no answer is open both are the same, so one will do.
 */
export function createEvaluator(tafels: readonly Overlegtafel[]): Evaluate {
  const engines = new Map(tafels.map((tafel) => [tafel.id, createTafelEngine(tafel)]));
  return async (antwoorden, alleen) => {
    const turns = [...(alleen ?? engines.keys())].flatMap((id) => {
      const evaluate = engines.get(id);
      return evaluate ? [evaluate(antwoorden).then((evaluatie) => [id, evaluatie] as const)] : [];
    });
    return new Map(await Promise.all(turns));
  };
}

/** One table with an engine of its own, so that only the tables that are looked into cost anything. */
function createTafelEngine(tafel: Overlegtafel): (antwoorden: Antwoorden) => Promise<TafelEvaluation> {
  const engine = createEngine(toRules(tafel));
  const feiten = [...new Set(tafel.regels.criteria.map(({ voorwaarde }) => voorwaarde.fact))];
  // One engine must not run twice at the same time: the first that ends stops the other. So they queue.
  let previous: Promise<unknown> = Promise.resolve();
  return (antwoorden) => {
    const known = feiten.filter((feit) => !isOpen(antwoorden[feit]));
    const open = feiten.filter((feit) => isOpen(antwoorden[feit]));
    const certainFeiten = Object.fromEntries(known.map((feit) => [feit, antwoorden[feit]]));
    const turn = previous.then(async () => {
      const certain = await run(engine, certainFeiten);
      if (open.length === 0) return combine(tafel, certain, certain);
      const mayStill = Object.fromEntries(open.map((feit) => [feit, MAY_STILL]));
      return combine(tafel, certain, await run(engine, { ...certainFeiten, ...mayStill }));
    });
    previous = turn.catch(() => undefined);
    return turn;
  };
}

/** A rule for the whole of a table, and one for each point of attention, which stands beside the whole. */
function toRules({ id, regels }: Overlegtafel): RuleProperties[] {
  const criteria = new Map(regels.criteria.map((criterium) => [criterium.id, criterium]));
  const aandachtspunten = regels.criteria.filter(({ weging }) => weging === 'aandachtspunt');
  const rule = (name: string, regel: Regel): RuleProperties => ({
    name,
    conditions: toConditions({ all: [regel] }, id, criteria) as RuleProperties['conditions'],
    event: { type: 'geldt' },
  });
  return [
    rule(id, regels.regel),
    ...aandachtspunten.map((criterium) => rule(toName(id, criterium.id), { condition: criterium.id })),
  ];
}

/** Fills in each criterion where the rule names it; the engine keeps the name, by which its result is found back. */
function toConditions(regel: Regel, tafel: string, criteria: ReadonlyMap<string, Criterium>): object {
  if ('any' in regel) return { any: regel.any.map((deel) => toConditions(deel, tafel, criteria)) };
  if ('all' in regel) return { all: regel.all.map((deel) => toConditions(deel, tafel, criteria)) };
  return { ...criteria.get(regel.condition)?.voorwaarde, name: toName(tafel, regel.condition) };
}

function toName(tafel: string, criterium: string): string {
  return `${tafel}/${criterium}`;
}

function createEngine(rules: readonly RuleProperties[]): Engine {
  const engine = new Engine([...rules], { allowUndefinedFacts: true });
  for (const [naam, applies] of Object.entries(operators)) {
    engine.addOperator(
      naam,
      (antwoord: string | string[] | typeof MAY_STILL | undefined, waarde: string | string[]) =>
        antwoord === MAY_STILL || (antwoord !== undefined && applies(antwoord, waarde)),
    );
  }
  return engine;
}

/** Runs one reading; the truth of each rule and each named criterion, by name. */
async function run(engine: Engine, feiten: Record<string, unknown>): Promise<Map<string, boolean>> {
  const { results, failureResults } = await engine.run(feiten);
  const found = new Map<string, boolean>();
  for (const result of [...results, ...failureResults]) {
    found.set(result.name, result.result === true);
    collectCriteria(result.conditions as ConditionResult, found);
  }
  return found;
}

type ConditionResult = Partial<RuleResult['conditions']> & {
  name?: string;
  result?: boolean;
  any?: ConditionResult[];
  all?: ConditionResult[];
};

function collectCriteria(condition: ConditionResult, found: Map<string, boolean>): void {
  for (const deel of condition.any ?? condition.all ?? []) collectCriteria(deel, found);
  if (condition.name !== undefined && condition.result !== undefined)
    found.set(condition.name, condition.result);
}

function combine(
  { id, regels }: Overlegtafel,
  certain: ReadonlyMap<string, boolean>,
  possible: ReadonlyMap<string, boolean>,
): TafelEvaluation {
  const toTruth = (naam: string): Truth => {
    const [isCertain, isPossible] = [certain.get(naam), possible.get(naam)];
    if (isCertain === undefined || isPossible === undefined)
      throw new Error(`De regelmotor gaf geen oordeel over ${naam}.`);
    if (isCertain) return 'ja';
    return isPossible ? 'onbekend' : 'nee';
  };
  return {
    truth: toTruth(id),
    criteria: new Map(regels.criteria.map((criterium) => [criterium.id, toTruth(toName(id, criterium.id))])),
  };
}
