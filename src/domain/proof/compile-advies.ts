import {
  ACUUT_GEVAAR,
  BUITEN_TWENTE,
  GEMEENTE,
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
} from '../model/routing-facts.ts';
import type { Uitkomst } from '../model/uitkomst.ts';
import type { LokaleStapStatus } from '../questions/situatie.ts';
import { type Answers, createAnswers } from './answers.ts';
import type { Operations } from './diagram/operations.ts';
import type { Diagram, Store } from './diagram/store.ts';
import { compileOpened, type Opened } from './opened.ts';
import type { ProofContent } from './proof-content.ts';
import { createTafelCompiler, type TafelDiagrams } from './tafel-diagrams.ts';
import type { Variables } from './variables.ts';

/**
 * The whole advice for every case: one diagram for each thing that it says, in one store. The order of a list is not in it:
 * that is the same for every case.
 */
export interface AdviesDiagrams extends Opened {
  readonly answers: Answers;
  /** The sets of answers to the questions of this content; also those with an answer that is not relevant. */
  readonly possible: Diagram<boolean>;
  /** The cases: the sets of answers in which only what is relevant is answered. */
  readonly valid: Diagram<boolean>;
  readonly uitkomst: Diagram<Uitkomst>;
  readonly lokaleStap: Diagram<LokaleStapStatus>;
  /** The gemeente to which a question or a referral goes. */
  readonly gemeente: Diagram<string | null>;
  readonly tafels: ReadonlyMap<string, TafelDiagrams>;
}

/** Compiles the whole advice of this content; `variables` may have more than this content asks for. */
export function compileAdvies(
  store: Store,
  operations: Operations,
  variables: Variables,
  content: ProofContent,
): AdviesDiagrams {
  const { and, or, is, choose, never } = operations;
  const answers = createAnswers(store, operations, variables, content);
  const found = compileOpened(operations, answers, content);
  const isAnswer = (feit: string, antwoord: string) =>
    and(found.relevant.get(feit) ?? never, answers.is(feit, antwoord));
  const leaf = <T>(value: T) => store.leaf<T>(value);

  const [belNu, buiten] = [isAnswer(ACUUT_GEVAAR, 'ja'), isAnswer(GEMEENTE, BUITEN_TWENTE)];
  const lokaleStap = choose(
    isAnswer(LOKAAL_BESPROKEN, 'ja'),
    choose(
      isAnswer(LOKAAL_VASTGELOPEN, 'nee'),
      leaf<LokaleStapStatus>('verder'),
      leaf<LokaleStapStatus>('vastgelopen'),
    ),
    leaf<LokaleStapStatus>('eerst'),
  );
  const compileTafel = createTafelCompiler(store, operations, {
    content,
    answers,
    ...found,
    isEarly: or(belNu, buiten),
    isStuck: is(lokaleStap, 'vastgelopen'),
  });
  const tafels = new Map(content.tafels.map((tafel) => [tafel.id, compileTafel(tafel)]));

  const some = (holds: (tafel: TafelDiagrams) => Diagram<boolean>) => or(...[...tafels.values()].map(holds));
  const usable = some(({ lijst }) => is(lijst, 'tafels'));
  const fits = or(
    usable,
    some(({ lijst }) => is(lijst, 'voorzieningen')),
  );
  const open = some(({ oordeel, geprobeerd }) => and(is(oordeel, 'onvolledig'), operations.not(geprobeerd)));
  const ladder: readonly [Diagram<boolean>, Uitkomst][] = [
    [belNu, 'belNu'],
    [buiten, 'buitenTwente'],
    [and(is(lokaleStap, 'eerst'), operations.not(usable)), 'eerstLokaal'],
    [and(is(lokaleStap, 'verder'), operations.not(usable)), 'lokaalVerder'],
    [fits, 'aanmelden'],
    [open, 'aanvullen'],
  ];
  return {
    ...found,
    answers,
    ...compileCases(store, operations, answers, variables, content, found),
    uitkomst: ladder.reduceRight(
      (anders, [als, uitkomst]) => choose(als, leaf<Uitkomst>(uitkomst), anders),
      leaf<Uitkomst>('geenTafel'),
    ),
    lokaleStap,
    gemeente: choose(
      found.relevant.get(GEMEENTE) ?? never,
      answers.answerTo(GEMEENTE),
      leaf<string | null>(null),
    ),
    tafels,
  };
}

/** What answers can be given at all, and the cases: of those, without answers to what is not relevant. */
function compileCases(
  store: Store,
  { and, or, not, never, always }: Operations,
  answers: Answers,
  variables: Variables,
  { vragen }: ProofContent,
  { relevant }: Opened,
): Pick<AdviesDiagrams, 'possible' | 'valid'> {
  const own = new Map(vragen.map(({ feit, type }) => [feit, type === 'meerkeuze']));
  const feiten = vragen.map(({ feit }) => feit);
  // What only another version of the content asks for is not answered.
  const foreign = variables.all.map(({ feit, isList, values }, place) =>
    own.get(feit) === isList
      ? always
      : store.branch(
          place,
          values.map((_, value) => (value === 0 ? always : never)),
        ),
  );
  const possible = and(...feiten.map(answers.possible), ...foreign);
  const isKept = (feit: string) => or(relevant.get(feit) ?? never, not(answers.answered(feit)));
  return { possible, valid: and(...feiten.map(isKept), possible) };
}
