import { evaluateVoorwaarde, type Truth } from '../domain/evaluation/kleene.ts';
import type { Antwoord, Antwoorden } from '../domain/model/antwoorden.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import type { Regel, Voorwaarde } from '../domain/model/regel.ts';
import { SIGNALEN } from '../domain/model/routing-facts.ts';
import { isRelevant, toSituatie } from '../domain/questions/situatie.ts';
import { listDistinctiveAntwoorden } from './antwoord-classes.ts';

/** One case: what the criteria of a table (by id) can be, whatever is answered further. */
export type TestCase = (tafel: Overlegtafel) => (criterium: string) => Possible;

/**
 * All that answers can make of these tables when they are opened and all that is asked is answered, as cases.
 * In one case the facts that entangle criteria are fixed: those that more than one criterion is about, and those that decide
 * whether another is asked. So within a case no criterion says anything about another.
 */
export function listCases(model: Beslismodel, tafels: readonly Overlegtafel[]): TestCase[] {
  const criteria = tafels.flatMap(({ regels }) =>
    regels.criteria.filter(({ weging }) => weging === 'vereist'),
  );
  const voorwaarden = criteria.map(({ voorwaarde }) => voorwaarde);
  const feiten = voorwaarden.map(({ fact }) => fact);
  const parents = feiten.flatMap((feit) => listParents(model, feit));
  const vast = new Set([...feiten.filter((feit, index) => feiten.indexOf(feit) !== index), ...parents]);
  const voorwaardenAbout = (feit: string) => [
    ...voorwaarden.filter(({ fact }) => fact === feit),
    ...listFollowers(model, feit),
  ];
  const loose = new Map(
    voorwaarden.map((voorwaarde) => [voorwaarde, listTruths(model, voorwaarde)] as const),
  );
  const signalen = tafels.map(({ regels }) => regels.signaal);
  return combine(model, [...vast], voorwaardenAbout).map((antwoorden) => {
    const situatie = toSituatie(model, { ...antwoorden, [SIGNALEN]: signalen });
    const possible = (voorwaarde: Voorwaarde): Possible => {
      if (!isRelevant(model, situatie, voorwaarde.fact)) return new Set(['onbekend']);
      if (vast.has(voorwaarde.fact)) return new Set([evaluateVoorwaarde(voorwaarde, antwoorden)]);
      return loose.get(voorwaarde) ?? new Set();
    };
    return ({ regels }) => {
      const perCriterium = new Map(regels.criteria.map(({ id, voorwaarde }) => [id, voorwaarde]));
      return (criterium) => {
        const voorwaarde = perCriterium.get(criterium);
        return voorwaarde ? possible(voorwaarde) : new Set();
      };
    };
  });
}

/** What a condition can be once its question is answered. */
export function listTruths({ vraagOf }: Beslismodel, voorwaarde: Voorwaarde): Possible {
  const vraag = vraagOf.get(voorwaarde.fact);
  const antwoorden = vraag ? listDistinctiveAntwoorden(vraag, [voorwaarde]) : [];
  return new Set(
    antwoorden.map((antwoord) => evaluateVoorwaarde(voorwaarde, { [voorwaarde.fact]: antwoord })),
  );
}

/** The facts on whose answer it depends whether this one is asked. */
function listParents({ vraagOf }: Beslismodel, feit: string): string[] {
  const parents: string[] = [];
  for (let wanneer = vraagOf.get(feit)?.wanneer; wanneer && 'feit' in wanneer; ) {
    // A circle is a fault of its own.
    if (parents.includes(wanneer.feit)) break;
    parents.push(wanneer.feit);
    wanneer = vraagOf.get(wanneer.feit)?.wanneer;
  }
  return parents;
}

/** The questions that depend on the answer to this one, as conditions on it. */
function listFollowers({ vragen }: Beslismodel, feit: string): Voorwaarde[] {
  return vragen.flatMap(({ wanneer }) =>
    'feit' in wanneer && wanneer.feit === feit
      ? [{ fact: feit, operator: 'is' as const, value: wanneer.is }]
      : [],
  );
}

function combine(
  { vraagOf }: Beslismodel,
  feiten: readonly string[],
  voorwaardenAbout: (feit: string) => Voorwaarde[],
): Antwoorden[] {
  return feiten.reduce<Record<string, Antwoord>[]>(
    (until, feit) => {
      const vraag = vraagOf.get(feit);
      const antwoorden = vraag ? listDistinctiveAntwoorden(vraag, voorwaardenAbout(feit)) : [];
      return until.flatMap((combination) =>
        antwoorden.map((antwoord) => ({ ...combination, [feit]: antwoord })),
      );
    },
    [{}],
  );
}

/** The truths that something can take, over all answers. */
export type Possible = ReadonlySet<Truth>;

/**
 * The truths that a rule can take, given those of each criterion.
 * Exact as long as no criterion says anything about another, and each stands in the rule once: then every combination
 * of their truths is possible, and that of the whole can be read off part by part, without trying them all.
 */
export function findPossible(regel: Regel, possibleOf: (criterium: string) => Possible): Possible {
  return new Set(listPairs(regel, (id) => toPairs(possibleOf(id))).map(([truth]) => truth));
}

/** Whether the criterion can make a difference to the whole, whatever the others are then; exact likewise. */
export function canFlip(
  regel: Regel,
  criterium: string,
  possibleOf: (criterium: string) => Possible,
): boolean {
  const pairs = listPairs(regel, (id) => (id === criterium ? [['ja', 'nee']] : toPairs(possibleOf(id))));
  return pairs.some(([met, without]) => met !== without);
}

/** What something is in two readings at once: with the criterion in question true, and with it false. */
type Pair = readonly [Truth, Truth];

function toPairs(possible: Possible): Pair[] {
  return [...possible].map((truth) => [truth, truth]);
}

/** The pairs that a rule can take; at most nine, however large the rule is. */
function listPairs(regel: Regel, pairsOf: (criterium: string) => readonly Pair[]): readonly Pair[] {
  if ('condition' in regel) return pairsOf(regel.condition);
  const [parts, kies] = 'any' in regel ? ([regel.any, highest] as const) : ([regel.all, lowest] as const);
  return parts
    .map((deel) => listPairs(deel, pairsOf))
    .reduce((links, right) =>
      keepUnique(
        links.flatMap((een) => right.map((other): Pair => [kies(een[0], other[0]), kies(een[1], other[1])])),
      ),
    );
}

/** Kleene's logic: one of them is the highest of these, all of them is the lowest. */
const RANK: Readonly<Record<Truth, number>> = { nee: 0, onbekend: 1, ja: 2 };

function highest(een: Truth, other: Truth): Truth {
  return RANK[een] > RANK[other] ? een : other;
}

function lowest(een: Truth, other: Truth): Truth {
  return RANK[een] < RANK[other] ? een : other;
}

function keepUnique(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
}
