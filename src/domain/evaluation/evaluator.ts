import { Engine, type RuleProperties, type RuleResult } from 'json-rules-engine';
import { type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Criterium, Regel } from '../model/regel.ts';
import type { Waarheid } from './kleene.ts';
import { operators } from './operators.ts';

/** What the engine found for one table: the truth of the whole and of each criterion. */
export interface TafelEvaluatie {
  readonly waarheid: Waarheid;
  readonly criteria: ReadonlyMap<string, Waarheid>;
}

/**
 * Evaluates tables for the given (relevant) answers, all of them or only those named; the result is keyed by table id.
 */
export type Evaluate = (
  antwoorden: Antwoorden,
  alleen?: ReadonlySet<string>,
) => Promise<ReadonlyMap<string, TafelEvaluatie>>;

/** Stands for an open answer in the reading of what is possible: every condition about it holds. */
const KAN_NOG = Symbol('kan nog');

/**
 * Makes the evaluator of the decision: json-rules-engine, made three-valued by reading the rules twice.
 *
 * The engine knows true and false only. One reading counts an open answer as "does not hold" (what is certain), the
 * other as "holds" (what is possible). The rules have no negation, so certain means `ja`, impossible means `nee`, and
 * what lies between is `onbekend`: exactly Kleene's logic. Where no answer is open both are the same, so one will do.
 */
export function createEvaluator(tafels: readonly Overlegtafel[]): Evaluate {
  const motoren = new Map(tafels.map((tafel) => [tafel.id, createTafelMotor(tafel)]));
  return async (antwoorden, alleen) => {
    const beurten = [...(alleen ?? motoren.keys())].flatMap((id) => {
      const evaluate = motoren.get(id);
      return evaluate ? [evaluate(antwoorden).then((evaluatie) => [id, evaluatie] as const)] : [];
    });
    return new Map(await Promise.all(beurten));
  };
}

/** One table with an engine of its own, so that only the tables that are looked into cost anything. */
function createTafelMotor(tafel: Overlegtafel): (antwoorden: Antwoorden) => Promise<TafelEvaluatie> {
  const engine = createEngine(toRules(tafel));
  const feiten = [...new Set(tafel.regels.criteria.map(({ voorwaarde }) => voorwaarde.fact))];
  // One engine must not run twice at the same time: the first that ends stops the other. So they queue.
  let vorige: Promise<unknown> = Promise.resolve();
  return (antwoorden) => {
    const bekend = feiten.filter((feit) => !isOpen(antwoorden[feit]));
    const open = feiten.filter((feit) => isOpen(antwoorden[feit]));
    const zekereFeiten = Object.fromEntries(bekend.map((feit) => [feit, antwoorden[feit]]));
    const beurt = vorige.then(async () => {
      const zeker = await run(engine, zekereFeiten);
      if (open.length === 0) return combine(tafel, zeker, zeker);
      const kanNog = Object.fromEntries(open.map((feit) => [feit, KAN_NOG]));
      return combine(tafel, zeker, await run(engine, { ...zekereFeiten, ...kanNog }));
    });
    vorige = beurt.catch(() => undefined);
    return beurt;
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
    ...aandachtspunten.map((criterium) => rule(toNaam(id, criterium.id), { condition: criterium.id })),
  ];
}

/** Fills in each criterion where the rule names it; the engine keeps the name, by which its result is found back. */
function toConditions(regel: Regel, tafel: string, criteria: ReadonlyMap<string, Criterium>): object {
  if ('any' in regel) return { any: regel.any.map((deel) => toConditions(deel, tafel, criteria)) };
  if ('all' in regel) return { all: regel.all.map((deel) => toConditions(deel, tafel, criteria)) };
  return { ...criteria.get(regel.condition)?.voorwaarde, name: toNaam(tafel, regel.condition) };
}

function toNaam(tafel: string, criterium: string): string {
  return `${tafel}/${criterium}`;
}

function createEngine(rules: readonly RuleProperties[]): Engine {
  const engine = new Engine([...rules], { allowUndefinedFacts: true });
  for (const [naam, geldt] of Object.entries(operators)) {
    engine.addOperator(
      naam,
      (antwoord: string | string[] | typeof KAN_NOG | undefined, waarde: string | string[]) =>
        antwoord === KAN_NOG || (antwoord !== undefined && geldt(antwoord, waarde)),
    );
  }
  return engine;
}

/** Runs one reading; the truth of each rule and each named criterion, by name. */
async function run(engine: Engine, feiten: Record<string, unknown>): Promise<Map<string, boolean>> {
  const { results, failureResults } = await engine.run(feiten);
  const gevonden = new Map<string, boolean>();
  for (const result of [...results, ...failureResults]) {
    gevonden.set(result.name, result.result === true);
    collectCriteria(result.conditions as ConditieResultaat, gevonden);
  }
  return gevonden;
}

type ConditieResultaat = Partial<RuleResult['conditions']> & {
  name?: string;
  result?: boolean;
  any?: ConditieResultaat[];
  all?: ConditieResultaat[];
};

function collectCriteria(conditie: ConditieResultaat, gevonden: Map<string, boolean>): void {
  for (const deel of conditie.any ?? conditie.all ?? []) collectCriteria(deel, gevonden);
  if (conditie.name !== undefined && conditie.result !== undefined)
    gevonden.set(conditie.name, conditie.result);
}

function combine(
  { id, regels }: Overlegtafel,
  zeker: ReadonlyMap<string, boolean>,
  mogelijk: ReadonlyMap<string, boolean>,
): TafelEvaluatie {
  const toWaarheid = (naam: string): Waarheid => {
    const [isZeker, isMogelijk] = [zeker.get(naam), mogelijk.get(naam)];
    if (isZeker === undefined || isMogelijk === undefined)
      throw new Error(`De regelmotor gaf geen oordeel over ${naam}.`);
    if (isZeker) return 'ja';
    return isMogelijk ? 'onbekend' : 'nee';
  };
  return {
    waarheid: toWaarheid(id),
    criteria: new Map(
      regels.criteria.map((criterium) => [criterium.id, toWaarheid(toNaam(id, criterium.id))]),
    ),
  };
}
