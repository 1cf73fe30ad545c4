import { type Antwoord, type Antwoorden, isOpen, toChosen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import { ACUUT_GEVAAR, BUITEN_TWENTE, GEMEENTE, SIGNALEN } from '../model/routing-facts.ts';
import type { Vraag } from '../model/vraag.ts';

/** A case as far as it is known: which tables are opened, and the answers that count. */
export interface Situatie {
  /** Ids of the tables that are looked into. */
  readonly opened: ReadonlySet<string>;
  /** The questions that are relevant now, or will be after one of the answers to the others; in asking order. */
  readonly candidates: readonly Vraag[];
  /** The answers to relevant facts only: one that lingers from before influences nothing. */
  readonly antwoorden: Antwoorden;
}

/** Replays the answers: opens tables and keeps what is relevant. */
export function toSituatie(model: Beslismodel, given: Antwoorden): Situatie {
  let opened = findOpenedBySignaal(model, given);
  // A fact of an opened table may open another table, whose facts then become relevant: repeat until it rests.
  for (;;) {
    const antwoorden = keepRelevant(model, given, opened);
    const added = findAlsoOpened(model, antwoorden, opened);
    if (added.length === 0) return { opened, candidates: model.relevance.listCandidates(opened), antwoorden };
    opened = new Set([...opened, ...added]);
  }
}

/** The outcome that stands before anything else is asked, or null. */
export function findEarlyUitkomst(antwoorden: Antwoorden): 'belNu' | 'buitenTwente' | null {
  if (antwoorden[ACUUT_GEVAAR] === 'ja') return 'belNu';
  return antwoorden[GEMEENTE] === BUITEN_TWENTE ? 'buitenTwente' : null;
}

/** Whether a fact is relevant now. */
export function isRelevant(model: Beslismodel, { antwoorden, opened }: Situatie, feit: string): boolean {
  return model.relevance.isRelevant(feit, antwoorden, opened);
}

/** The questions that are relevant now, in asking order. */
export function listRelevant(model: Beslismodel, situatie: Situatie): Vraag[] {
  return situatie.candidates.filter(({ feit }) => isRelevant(model, situatie, feit));
}

function keepRelevant(
  { relevance }: Beslismodel,
  given: Antwoorden,
  opened: ReadonlySet<string>,
): Antwoorden {
  const antwoorden: Record<string, Antwoord> = {};
  for (const feit in given) {
    const antwoord = given[feit];
    if (antwoord !== undefined && relevance.isRelevant(feit, given, opened)) antwoorden[feit] = antwoord;
  }
  return antwoorden;
}

function findOpenedBySignaal(model: Beslismodel, given: Antwoorden): ReadonlySet<string> {
  const signalen = given[SIGNALEN];
  if (isOpen(signalen)) return model.allTafels;
  return new Set(toChosen(signalen).flatMap((signaal) => model.tafelsOfSignaal.get(signaal) ?? []));
}

/** Ids of the tables that an answer opens as well. */
function findAlsoOpened(model: Beslismodel, antwoorden: Antwoorden, opened: ReadonlySet<string>): string[] {
  const added: string[] = [];
  for (const feit in antwoorden) {
    for (const id of model.tafelsByFeit.get(feit) ?? []) {
      if (!opened.has(id) && model.regels.get(id)?.alsoOpened(antwoorden) === 'ja') added.push(id);
    }
  }
  return added;
}
