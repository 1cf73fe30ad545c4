import { operators, type Truth } from '../evaluation/kleene.ts';
import { type Antwoord, isOpen } from '../model/antwoorden.ts';
import type { Voorwaarde } from '../model/regel.ts';
import type { Operations } from './diagram/operations.ts';
import type { Diagram, Store } from './diagram/store.ts';
import type { ProofContent, ProofVraag } from './proof-content.ts';
import { CHOSEN, type Variables } from './variables.ts';

/** What is answered to the questions of one version of the content, as diagrams; whether a question is relevant is left out. */
export interface Answers {
  /** Whether there is an answer, "I do not know" included. */
  answered(feit: string): Diagram<boolean>;
  /** Whether the answer is this one: one option, no list. */
  is(feit: string, antwoord: string): Diagram<boolean>;
  /** Whether the fact is not known: no answer, or "I do not know". */
  open(feit: string): Diagram<boolean>;
  /** Whether this is the answer, or among the chosen options. */
  chosen(feit: string, optie: string): Diagram<boolean>;
  /** What a condition makes of the answer. */
  truth(voorwaarde: Voorwaarde): Diagram<Truth>;
  /** The answer to a question that is no list; null where it is open. */
  answerTo(feit: string): Diagram<string | null>;
  /** Whether the answer is one that this version of the content can have. */
  possible(feit: string): Diagram<boolean>;
}

/** Reads the answers to the questions of this content. */
export function createAnswers(
  store: Store,
  operations: Operations,
  variables: Variables,
  { vragen }: ProofContent,
): Answers {
  const { and, or, not, choose, never } = operations;
  const vraagOf = new Map(vragen.map((vraag) => [vraag.feit, vraag]));
  const isList = (feit: string) => vraagOf.get(feit)?.type === 'meerkeuze';

  /** Asks for a question; what its answer gives, and for a list of which options are chosen, what that gives. */
  const ask = <T>(
    feit: string,
    give: (antwoord: Antwoord | undefined) => T,
    atChosen: () => Diagram<T> = () => store.leaf(give(undefined)),
  ): Diagram<T> => {
    const place = vraagOf.has(feit) ? variables.placeOf(feit, isList(feit)) : undefined;
    if (place === undefined) return store.leaf(give(undefined));
    const values = variables.all[place]?.values ?? [];
    return choose(
      store.branch(
        place,
        values.map((value) => store.leaf(value === CHOSEN)),
      ),
      atChosen(),
      store.branch(
        place,
        values.map((value) =>
          store.leaf(give(value === CHOSEN ? undefined : (value as Antwoord | undefined))),
        ),
      ),
    );
  };
  const optie = (place: number) =>
    store.branch(place, [store.leaf<boolean>(false), store.leaf<boolean>(true)]);
  const oneOf = (feit: string, ids: readonly string[]) => {
    const places = [...variables.optiesOf(feit)].filter(([id]) => ids.includes(id)).map(([, place]) => place);
    return or(...places.toSorted((a, b) => a - b).map(optie));
  };

  return {
    answered: (feit) =>
      ask(
        feit,
        (antwoord) => antwoord !== undefined,
        () => operations.always,
      ),
    is: (feit, asked) => ask(feit, (antwoord) => antwoord === asked),
    open: (feit) =>
      ask(
        feit,
        (antwoord) => isOpen(antwoord),
        () => never,
      ),
    chosen: (feit, asked) =>
      ask(
        feit,
        (antwoord) => !isOpen(antwoord) && [antwoord].flat().includes(asked),
        () => oneOf(feit, [asked]),
      ),
    truth: ({ fact, operator, value }) =>
      ask<Truth>(
        fact,
        (antwoord) => (isOpen(antwoord) ? 'onbekend' : operators[operator](antwoord, value) ? 'ja' : 'nee'),
        () =>
          operator === 'bevatEenVan'
            ? choose(oneOf(fact, [value].flat()), store.leaf<Truth>('ja'), store.leaf<Truth>('nee'))
            : store.leaf<Truth>('nee'),
      ),
    answerTo: (feit) => ask<string | null>(feit, (antwoord) => (isOpen(antwoord) ? null : String(antwoord))),
    possible(feit) {
      const vraag = vraagOf.get(feit);
      if (!vraag) return never;
      const allowed = new Set(vraag.opties.map(({ id }) => id));
      const isAllowed = (antwoord: Antwoord | undefined) =>
        antwoord === undefined || [antwoord].flat().every((id) => allowed.has(id));
      if (!isList(feit)) return ask(feit, isAllowed);
      const all = [...variables.optiesOf(feit)].toSorted(([, a], [, b]) => a - b);
      const [own, foreign] = [
        all.filter(([id]) => isTogether(vraag, id)),
        all.filter(([id]) => !isTogether(vraag, id)),
      ];
      const none = and(...all.map(([, place]) => not(optie(place))));
      const some = and(
        ...foreign.map(([, place]) => not(optie(place))),
        or(...own.map(([, place]) => optie(place))),
      );
      return and(
        ask(feit, isAllowed, () => some),
        or(
          ask(
            feit,
            () => false,
            () => operations.always,
          ),
          none,
        ),
      );
    },
  };
}

function isTogether({ opties }: ProofVraag, id: string): boolean {
  return opties.some((optie) => optie.id === id && !optie.alleen);
}
