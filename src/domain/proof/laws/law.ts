import type { Antwoorden } from '../../model/antwoorden.ts';
import type { Content } from '../../model/content.ts';
import type { Uitkomst } from '../../model/uitkomst.ts';
import { type Diagram, listNodes } from '../diagram/store.ts';
import type { Proof } from '../proof.ts';

/** The whole advice of the content as it is read at the start. */
export type ContentProof = Proof<Content>;

/** How a law is broken: what is wrong in words, and the smallest case in which it is; null when it is of no case. */
export interface Breach {
  readonly wat: string;
  readonly geval: Antwoorden | null;
}

/** Something that holds for every possible case, whatever the content says. */
export interface Law {
  readonly id: string;
  /** What always holds, as a sentence. */
  readonly tekst: string;
  /** Every way in which it is broken; none when it is proved. */
  readonly findBreaches: (proof: ContentProof) => Breach[];
}

/** A breach when there is a possible set of answers in which this holds. */
export function breachWhere(proof: ContentProof, wat: string, where: Diagram<boolean>): Breach[] {
  const geval = proof.findExample(proof.operations.and(proof.advies.possible, where));
  return geval ? [{ wat, geval }] : [];
}

/** Where the outcome is one of these. */
export function isUitkomst(
  { operations, advies }: Pick<Proof, 'operations' | 'advies'>,
  ...uitkomsten: Uitkomst[]
): Diagram<boolean> {
  return operations.or(...uitkomsten.map((uitkomst) => operations.is(advies.uitkomst, uitkomst)));
}

/** Where the advice is given before any table is looked into. */
export function isEarly(proof: Pick<Proof, 'operations' | 'advies'>): Diagram<boolean> {
  return isUitkomst(proof, 'belNu', 'buitenTwente');
}

/** The places of the variables that a question has: of a list also those of its options. */
export function listPlaces({ variables }: Pick<Proof, 'variables'>, feit: string): number[] {
  return [...variables.all.entries()]
    .filter(([, variable]) => variable.feit === feit)
    .map(([place]) => place);
}

/** The variables on which a diagram depends. */
export function findSupport({ store }: Pick<Proof, 'store'>, diagram: Diagram<unknown>): ReadonlySet<number> {
  return new Set(
    listNodes(store, [diagram])
      .map((node) => store.variableOf(node))
      .filter((place) => place < store.sizes.length),
  );
}

/** The name of a table in a running sentence. */
export function toName({ content }: ContentProof, tafel: string): string {
  return content.tafels.find(({ id }) => id === tafel)?.korteNaam ?? tafel;
}
