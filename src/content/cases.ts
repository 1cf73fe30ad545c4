import { evaluateVoorwaarde, type Truth } from '../domain/evaluation/kleene.ts';
import type { Antwoord, Antwoorden } from '../domain/model/antwoorden.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import type { Regel, Voorwaarde } from '../domain/model/regel.ts';
import { SIGNALEN } from '../domain/model/routing-facts.ts';
import { isRelevant, toSituatie } from '../domain/questions/situatie.ts';
import { listKenmerkendeAntwoorden } from './antwoord-classes.ts';

/** One case: what the criteria of a table (by id) can be, whatever is answered further. */
export type Geval = (tafel: Overlegtafel) => (criterium: string) => Mogelijk;

/**
 * All that answers can make of these tables when they are opened and all that is asked is answered, as cases.
 * In one case the facts that entangle criteria are fixed: those that more than one criterion is about, and those that decide
 * whether another is asked. So within a case no criterion says anything about another.
 */
export function listGevallen(model: Beslismodel, tafels: readonly Overlegtafel[]): Geval[] {
  const criteria = tafels.flatMap(({ regels }) =>
    regels.criteria.filter(({ weging }) => weging === 'vereist'),
  );
  const voorwaarden = criteria.map(({ voorwaarde }) => voorwaarde);
  const feiten = voorwaarden.map(({ fact }) => fact);
  const ouders = feiten.flatMap((feit) => listOuders(model, feit));
  const vast = new Set([...feiten.filter((feit, index) => feiten.indexOf(feit) !== index), ...ouders]);
  const voorwaardenOver = (feit: string) => [
    ...voorwaarden.filter(({ fact }) => fact === feit),
    ...listVolgers(model, feit),
  ];
  const los = new Map(
    voorwaarden.map((voorwaarde) => [voorwaarde, listWaarheden(model, voorwaarde)] as const),
  );
  const signalen = tafels.map(({ regels }) => regels.signaal);
  return combine(model, [...vast], voorwaardenOver).map((antwoorden) => {
    const situatie = toSituatie(model, { ...antwoorden, [SIGNALEN]: signalen });
    const mogelijk = (voorwaarde: Voorwaarde): Mogelijk => {
      if (!isRelevant(model, situatie, voorwaarde.fact)) return new Set(['onbekend']);
      if (vast.has(voorwaarde.fact)) return new Set([evaluateVoorwaarde(voorwaarde, antwoorden)]);
      return los.get(voorwaarde) ?? new Set();
    };
    return ({ regels }) => {
      const perCriterium = new Map(regels.criteria.map(({ id, voorwaarde }) => [id, voorwaarde]));
      return (criterium) => {
        const voorwaarde = perCriterium.get(criterium);
        return voorwaarde ? mogelijk(voorwaarde) : new Set();
      };
    };
  });
}

/** What a condition can be once its question is answered. */
export function listWaarheden({ vraagOf: vraagVan }: Beslismodel, voorwaarde: Voorwaarde): Mogelijk {
  const vraag = vraagVan.get(voorwaarde.fact);
  const antwoorden = vraag ? listKenmerkendeAntwoorden(vraag, [voorwaarde]) : [];
  return new Set(
    antwoorden.map((antwoord) => evaluateVoorwaarde(voorwaarde, { [voorwaarde.fact]: antwoord })),
  );
}

/** The facts on whose answer it depends whether this one is asked. */
function listOuders({ vraagOf: vraagVan }: Beslismodel, feit: string): string[] {
  const ouders: string[] = [];
  for (let wanneer = vraagVan.get(feit)?.wanneer; wanneer && 'feit' in wanneer; ) {
    // A circle is a fault of its own.
    if (ouders.includes(wanneer.feit)) break;
    ouders.push(wanneer.feit);
    wanneer = vraagVan.get(wanneer.feit)?.wanneer;
  }
  return ouders;
}

/** The questions that depend on the answer to this one, as conditions on it. */
function listVolgers({ vragen }: Beslismodel, feit: string): Voorwaarde[] {
  return vragen.flatMap(({ wanneer }) =>
    'feit' in wanneer && wanneer.feit === feit
      ? [{ fact: feit, operator: 'is' as const, value: wanneer.is }]
      : [],
  );
}

function combine(
  { vraagOf: vraagVan }: Beslismodel,
  feiten: readonly string[],
  voorwaardenOver: (feit: string) => Voorwaarde[],
): Antwoorden[] {
  return feiten.reduce<Record<string, Antwoord>[]>(
    (tot, feit) => {
      const vraag = vraagVan.get(feit);
      const antwoorden = vraag ? listKenmerkendeAntwoorden(vraag, voorwaardenOver(feit)) : [];
      return tot.flatMap((combinatie) => antwoorden.map((antwoord) => ({ ...combinatie, [feit]: antwoord })));
    },
    [{}],
  );
}

/** The truths that something can take, over all answers. */
export type Mogelijk = ReadonlySet<Truth>;

/**
 * The truths that a rule can take, given those of each criterion.
 * Exact as long as no criterion says anything about another, and each stands in the rule once: then every combination
 * of their truths is possible, and that of the whole can be read off part by part, without trying them all.
 */
export function findMogelijk(regel: Regel, mogelijkVan: (criterium: string) => Mogelijk): Mogelijk {
  return new Set(listParen(regel, (id) => toParen(mogelijkVan(id))).map(([waarheid]) => waarheid));
}

/** Whether the criterion can make a difference to the whole, whatever the others are then; exact likewise. */
export function kanKeren(
  regel: Regel,
  criterium: string,
  mogelijkVan: (criterium: string) => Mogelijk,
): boolean {
  const paren = listParen(regel, (id) => (id === criterium ? [['ja', 'nee']] : toParen(mogelijkVan(id))));
  return paren.some(([met, zonder]) => met !== zonder);
}

/** What something is in two readings at once: with the criterion in question true, and with it false. */
type Paar = readonly [Truth, Truth];

function toParen(mogelijk: Mogelijk): Paar[] {
  return [...mogelijk].map((waarheid) => [waarheid, waarheid]);
}

/** The pairs that a rule can take; at most nine, however large the rule is. */
function listParen(regel: Regel, parenVan: (criterium: string) => readonly Paar[]): readonly Paar[] {
  if ('condition' in regel) return parenVan(regel.condition);
  const [delen, kies] = 'any' in regel ? ([regel.any, hoogste] as const) : ([regel.all, laagste] as const);
  return delen
    .map((deel) => listParen(deel, parenVan))
    .reduce((links, rechts) =>
      keepUnique(
        links.flatMap((een) => rechts.map((ander): Paar => [kies(een[0], ander[0]), kies(een[1], ander[1])])),
      ),
    );
}

/** Kleene's logic: one of them is the highest of these, all of them is the lowest. */
const RANG: Readonly<Record<Truth, number>> = { nee: 0, onbekend: 1, ja: 2 };

function hoogste(een: Truth, ander: Truth): Truth {
  return RANG[een] > RANG[ander] ? een : ander;
}

function laagste(een: Truth, ander: Truth): Truth {
  return RANG[een] < RANG[ander] ? een : ander;
}

function keepUnique(paren: readonly Paar[]): Paar[] {
  return [...new Map(paren.map((paar) => [paar.join(), paar])).values()];
}
