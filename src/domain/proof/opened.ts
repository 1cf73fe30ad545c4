import { SIGNALEN } from '../model/routing-facts.ts';
import type { Answers } from './answers.ts';
import type { Operations } from './diagram/operations.ts';
import type { Diagram } from './diagram/store.ts';
import type { ProofContent, ProofVraag } from './proof-content.ts';

/** When tables are opened and questions are relevant. */
export interface Opened {
  /** By table. */
  readonly opened: ReadonlyMap<string, Diagram<boolean>>;
  /** By fact. */
  readonly relevant: ReadonlyMap<string, Diagram<boolean>>;
}

/**
 * Works out when tables are opened: by their signal, or by a relevant answer to a question of a table that is. Such a table
 * brings questions that may open the next, so this is repeated until it rests, as `toSituatie` does.
 */
export function compileOpened(
  { and, or, is, never }: Operations,
  answers: Answers,
  { vragen, tafels }: ProofContent,
): Opened {
  const noSignals = answers.open(SIGNALEN);
  let opened = new Map(
    tafels.map(({ id, regels }) => [id, or(noSignals, answers.chosen(SIGNALEN, regels.signaal))]),
  );
  for (;;) {
    const relevant = compileRelevant({ and, or, never }, answers, vragen, opened);
    const next = new Map(
      tafels.map(({ id, regels: { ookGeopendDoor: by } }) => {
        const bySignal = opened.get(id) ?? never;
        if (!by) return [id, bySignal];
        return [id, or(bySignal, and(relevant.get(by.fact) ?? never, is(answers.truth(by), 'ja')))];
      }),
    );
    if (tafels.every(({ id }) => next.get(id) === opened.get(id))) return { opened, relevant };
    opened = next;
  }
}

function compileRelevant(
  { and, or, never }: Pick<Operations, 'and' | 'or' | 'never'>,
  answers: Answers,
  vragen: readonly ProofVraag[],
  opened: ReadonlyMap<string, Diagram<boolean>>,
): Map<string, Diagram<boolean>> {
  const relevant = new Map<string, Diagram<boolean>>();
  for (const { feit, wanneer } of vragen) {
    if ('altijd' in wanneer) relevant.set(feit, and());
    else if ('tafels' in wanneer)
      relevant.set(feit, or(...wanneer.tafels.map((tafel) => opened.get(tafel) ?? never)));
    // What comes after an answer needs what that question needs, which must stand before it.
    else relevant.set(feit, and(relevant.get(wanneer.feit) ?? never, answers.is(wanneer.feit, wanneer.is)));
  }
  return relevant;
}
