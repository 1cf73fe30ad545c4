import { type Antwoord, type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Criterium, Regel, Voorwaarde } from '../model/regel.ts';
import type { Truth } from './kleene.ts';

/** What the criteria of a table make of the answers. */
export interface Assessment {
  readonly truth: Truth;
  /** Open facts whose answer can still change `truth`. */
  readonly beslissend: ReadonlySet<string>;
}

/** The truth of something, for these answers. */
export type Assess<T> = (antwoorden: Antwoorden) => T;

const NO = 0;
const UNKNOWN = 1;
const YES = 2;
const TRUTHS = ['nee', 'onbekend', 'ja'] as const satisfies readonly Truth[];

const NOTHING_DECIDES: ReadonlySet<string> = new Set();

/**
 * A part of a rule, ready to run: gives its truth, and adds to `open` the open facts below it that still count, which are
 * those with no decided any/all around them.
 */
type Part = (antwoorden: Antwoorden, open: string[]) => number;

/**
 * Compiles the rule of a table, once at start, to what runs after every answer: the same JSON that json-rules-engine
 * decides by, about a hundred times as fast.
 *
 * So there are two evaluators of one set of rules. `evaluator.ts` is json-rules-engine: it gives the truth of every criterion
 * that an advice shows, and decides what the visitor reads. This one also knows which open facts still count, which the
 * engine cannot tell: it chooses the next question (`questions/next-question.ts`) and gives the outcome where no explanation
 * is needed (`decideAtOnce` in `advice/uitkomst.ts`). Tests hold both against each other on every combination of answers.
 */
export function compileTafel(criteria: readonly Criterium[], regel: Regel): Assess<Assessment> {
  const assess = compileRegel(regel, new Map(criteria.map(({ id, voorwaarde }) => [id, voorwaarde])));
  return (antwoorden) => {
    const open: string[] = [];
    const truth = toTruth(assess(antwoorden, open));
    return { truth, beslissend: open.length > 0 ? new Set(open) : NOTHING_DECIDES };
  };
}

/** Compiles one condition. */
export function compileVoorwaarde(voorwaarde: Voorwaarde): Assess<Truth> {
  const assess = compileLeaf(voorwaarde);
  return (antwoorden) => toTruth(assess(antwoorden, []));
}

function toTruth(degree: number): Truth {
  return TRUTHS[degree] ?? 'onbekend';
}

function compileRegel(regel: Regel, voorwaarden: ReadonlyMap<string, Voorwaarde>): Part {
  if ('condition' in regel) {
    const voorwaarde = voorwaarden.get(regel.condition);
    // The check of the content runs this too, and tells of a criterion that is not there.
    return voorwaarde ? compileLeaf(voorwaarde) : () => UNKNOWN;
  }
  const [parts, decides] = 'any' in regel ? [regel.any, YES] : [regel.all, NO];
  return compileGroup(
    parts.map((deel) => compileRegel(deel, voorwaarden)),
    decides,
  );
}

/** A group: one part with the deciding value decides, else one that is open keeps it open. */
function compileGroup(parts: readonly Part[], decides: number): Part {
  return (antwoorden, open) => {
    const begin = open.length;
    let result = YES - decides;
    for (const deel of parts) {
      const degree = deel(antwoorden, open);
      if (degree === decides) {
        // What was open in the parts before counts no more.
        open.length = begin;
        return decides;
      }
      if (degree === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };
}

function compileLeaf(voorwaarde: Voorwaarde): Part {
  const { fact } = voorwaarde;
  const applies = compileOperator(voorwaarde);
  return (antwoorden, open) => {
    const antwoord = antwoorden[fact];
    if (isOpen(antwoord)) {
      open.push(fact);
      return UNKNOWN;
    }
    return applies(antwoord) ? YES : NO;
  };
}

/** The operators of `kleene.ts`, with the value filled in. */
function compileOperator({ operator, value }: Voorwaarde): (antwoord: Antwoord) => boolean {
  const values = [value].flat();
  switch (operator) {
    case 'is':
      return (antwoord) => antwoord === value;
    case 'isEenVan':
      return (antwoord) => typeof antwoord === 'string' && values.includes(antwoord);
    case 'bevatEenVan':
      return (antwoord) =>
        typeof antwoord === 'string'
          ? values.includes(antwoord)
          : antwoord.some((chosen) => values.includes(chosen));
  }
}
