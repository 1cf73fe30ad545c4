import type { Waarheid } from '../evaluation/kleene.ts';
import type { Regel } from '../model/regel.ts';

/** The truths that something can take, over all answers. */
export type Mogelijk = ReadonlySet<Waarheid>;

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
type Paar = readonly [Waarheid, Waarheid];

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
const RANG: Readonly<Record<Waarheid, number>> = { nee: 0, onbekend: 1, ja: 2 };

function hoogste(een: Waarheid, ander: Waarheid): Waarheid {
  return RANG[een] > RANG[ander] ? een : ander;
}

function laagste(een: Waarheid, ander: Waarheid): Waarheid {
  return RANG[een] < RANG[ander] ? een : ander;
}

function keepUnique(paren: readonly Paar[]): Paar[] {
  return [...new Map(paren.map((paar) => [paar.join(), paar])).values()];
}
