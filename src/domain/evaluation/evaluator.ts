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

/** Evaluates all tables for the given (relevant) answers; the result is keyed by table id. */
export type Evaluate = (antwoorden: Antwoorden) => Promise<ReadonlyMap<string, TafelEvaluatie>>;

/**
 * Makes the evaluator of the decision: json-rules-engine, made three-valued by reading the rules twice.
 *
 * The engine knows true and false only. One engine counts an open answer as "does not hold" (what is certain), the
 * other as "holds" (what is possible). The rules have no negation, so certain means `ja`, impossible means `nee`, and
 * what lies between is `onbekend`: exactly Kleene's logic.
 */
export function createEvaluator(tafels: readonly Overlegtafel[]): Evaluate {
  const rules = tafels.flatMap(toRules);
  const zeker = createEngine(rules, false);
  const mogelijk = createEngine(rules, true);
  // One engine must not run twice at the same time: the first that ends stops the other. So they queue.
  let vorige: Promise<unknown> = Promise.resolve();
  return (antwoorden) => {
    const feiten = Object.fromEntries(Object.entries(antwoorden).filter(([, antwoord]) => !isOpen(antwoord)));
    const beurt = vorige.then(async () =>
      combine(tafels, await run(zeker, feiten), await run(mogelijk, feiten)),
    );
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

function createEngine(rules: readonly RuleProperties[], openGeldt: boolean): Engine {
  const engine = new Engine([...rules], { allowUndefinedFacts: true });
  for (const [naam, geldt] of Object.entries(operators)) {
    engine.addOperator(naam, (antwoord: string | string[] | undefined, waarde: string | string[]) =>
      antwoord === undefined ? openGeldt : geldt(antwoord, waarde),
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
  tafels: readonly Overlegtafel[],
  zeker: ReadonlyMap<string, boolean>,
  mogelijk: ReadonlyMap<string, boolean>,
): ReadonlyMap<string, TafelEvaluatie> {
  const toWaarheid = (naam: string): Waarheid => {
    const [isZeker, isMogelijk] = [zeker.get(naam), mogelijk.get(naam)];
    if (isZeker === undefined || isMogelijk === undefined)
      throw new Error(`De regelmotor gaf geen oordeel over ${naam}.`);
    if (isZeker) return 'ja';
    return isMogelijk ? 'onbekend' : 'nee';
  };
  return new Map(
    tafels.map(({ id, regels }) => [
      id,
      {
        waarheid: toWaarheid(id),
        criteria: new Map(
          regels.criteria.map((criterium) => [criterium.id, toWaarheid(toNaam(id, criterium.id))]),
        ),
      },
    ]),
  );
}
