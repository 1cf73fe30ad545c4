import type { Antwoorden } from '../model/antwoorden.ts';
import { type AdviesDiagrams, compileAdvies } from './compile-advies.ts';
import { countTrue } from './diagram/count.ts';
import { createOperations, type Operations } from './diagram/operations.ts';
import { findSmallest } from './diagram/smallest.ts';
import { createStore, type Diagram, readAt, type Store } from './diagram/store.ts';
import type { ProofContent } from './proof-content.ts';
import { createVariables, type Variables } from './variables.ts';

/** A place to compile the advice of one or more versions of the content, so that they can be compared. */
export interface Workplace {
  readonly store: Store;
  readonly operations: Operations;
  readonly variables: Variables;
  /** In how many sets of answers it holds. */
  count(diagram: Diagram<boolean>): bigint;
  /** The set with the fewest answers in which it holds; null when there is none. */
  findExample(diagram: Diagram<boolean>): Antwoorden | null;
  /** What a diagram gives for these answers. */
  read<T>(diagram: Diagram<T>, antwoorden: Antwoorden): T;
}

/** The whole advice of some content for every possible case. */
export interface Proof<C extends ProofContent = ProofContent> extends Workplace {
  readonly content: C;
  readonly advies: AdviesDiagrams;
}

/** Compiles the whole advice of this content: about a tenth of a second of work. */
export function createProof<C extends ProofContent>(content: C): Proof<C> {
  const place = createWorkplace(content);
  return { ...place, content, advies: compileIn(place, content) };
}

/** Makes a place for these versions of the content, to be compiled in one store. */
export function createWorkplace(...versions: readonly ProofContent[]): Workplace {
  const variables = createVariables(...versions);
  const store = createStore(variables.all.map(({ values }) => values.length));
  // Not answered is the first value of each question; an option counts when it is chosen, its question then no more.
  const cost = (variable: number, value: number) => {
    const { isList, optie, values } = variables.all[variable] as Variables['all'][number];
    return value === 0 || (isList && optie === null && value === values.length - 1) ? 0 : 1;
  };
  return {
    store,
    operations: createOperations(store),
    variables,
    count: (diagram) => countTrue(store, diagram),
    findExample(diagram) {
      const values = findSmallest(store, diagram, cost);
      return values && variables.toAntwoorden(values);
    },
    read: (diagram, antwoorden) => readAt(store, diagram, variables.toValues(antwoorden)),
  };
}

/** Compiles the advice of one version in a place that was made for it. */
export function compileIn(
  { store, operations, variables }: Workplace,
  content: ProofContent,
): AdviesDiagrams {
  return compileAdvies(store, operations, variables, content);
}
