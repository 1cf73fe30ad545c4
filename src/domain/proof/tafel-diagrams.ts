import { toAanmelder } from '../advice/advies.ts';
import type { Truth } from '../evaluation/kleene.ts';
import { EERDER_BESPROKEN, ROL } from '../model/routing-facts.ts';
import type { Oordeel } from '../model/uitkomst.ts';
import type { Answers } from './answers.ts';
import type { Operations } from './diagram/operations.ts';
import type { Diagram, Store } from './diagram/store.ts';
import { createJudge } from './judge-tafel.ts';
import { createNear, type Near } from './near.ts';
import type { Opened } from './opened.ts';
import type { ProofContent, ProofTafel } from './proof-content.ts';

/** The list of the advice in which a table stands. */
type Lijst = 'tafels' | 'daarna' | 'voorzieningen';

/** What the advice says of one table, for every case. */
export interface TafelDiagrams {
  readonly tafel: ProofTafel;
  readonly oordeel: Diagram<Oordeel>;
  readonly criteria: ReadonlyMap<string, Diagram<Truth>>;
  readonly geprobeerd: Diagram<boolean>;
  readonly lijst: Diagram<Lijst | null>;
  readonly bijna: Diagram<Near>;
  /** Who may refer, via whom and with whom to consult: JSON of `Aanmelder`. */
  readonly aanmelder: Diagram<string>;
  /** The answer that decides who pays. */
  readonly betaling: Diagram<string | null>;
}

/** What tables have in common. */
interface Common extends Opened {
  readonly content: ProofContent;
  readonly answers: Answers;
  /** Something else comes before every table. */
  readonly isEarly: Diagram<boolean>;
  /** The local step is stuck, so that every table may be used. */
  readonly isStuck: Diagram<boolean>;
}

/** Makes what compiles one table after another. */
export function createTafelCompiler(
  store: Store,
  operations: Operations,
  { content, answers, opened, relevant, isEarly, isStuck }: Common,
): (tafel: ProofTafel) => TafelDiagrams {
  const { and, not, or, is, choose, map, never, always } = operations;
  const judge = createJudge(store, operations, answers, { opened, relevant });
  const toNear = createNear(store, operations, content);
  const relevantAnswer = (feit: string) =>
    choose(relevant.get(feit) ?? never, answers.answerTo(feit), store.leaf<string | null>(null));
  const rol = relevantAnswer(ROL);
  const place = (lijst: Lijst | null) => store.leaf<Lijst | null>(lijst);

  return (tafel) => {
    const { id, soort, regels } = tafel;
    const judged = judge(tafel);
    const named = and(relevant.get(EERDER_BESPROKEN) ?? never, answers.chosen(EERDER_BESPROKEN, id));
    // What is urgent never counts as tried: a new crisis is a new call.
    const geprobeerd = regels.spoed ? never : named;
    const isIn = and(is(judged.oordeel, 'voldoet'), not(geprobeerd), not(isEarly));
    const isUsable = regels.slaatLokaalOver.ja ? always : isStuck;
    const own =
      soort === 'voorziening' ? place('voorzieningen') : choose(isUsable, place('tafels'), place('daarna'));
    return {
      tafel,
      ...judged,
      geprobeerd,
      lijst: choose(isIn, own, place(null)),
      bijna: choose(or(isEarly, geprobeerd), store.leaf<Near>(null), toNear(tafel, judged)),
      aanmelder: map((naam: string | null) => JSON.stringify(toAanmelder(tafel, naam ?? undefined)))(rol),
      betaling: regels.financiering
        ? relevantAnswer(regels.financiering.feit)
        : store.leaf<string | null>(null),
    };
  };
}
