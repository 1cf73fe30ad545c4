import type { Assessment } from '../evaluation/kleene.ts';
import { type Antwoord, type Antwoorden, isOpen, toChosen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import {
  ACUUT_GEVAAR,
  BUITEN_TWENTE,
  EERDER_BESPROKEN,
  GEMEENTE,
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  SIGNALEN,
} from '../model/routing-facts.ts';
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

/** The local step: still to be taken, going on, or stuck (and then the tables are open). */
export type LokaleStapStatus = 'eerst' | 'verder' | 'vastgelopen';

/** Where the local step stands; "not known whether it is stuck" goes on as stuck. */
export function toLokaleStap(antwoorden: Antwoorden): LokaleStapStatus {
  if (antwoorden[LOKAAL_BESPROKEN] !== 'ja') return 'eerst';
  return antwoorden[LOKAAL_VASTGELOPEN] === 'nee' ? 'verder' : 'vastgelopen';
}

/** Where the local step could stand once what is open about it is answered. */
export function findPossibleLokaleStappen(antwoorden: Antwoorden): LokaleStapStatus[] {
  const besproken = antwoorden[LOKAAL_BESPROKEN];
  const vastgelopen = antwoorden[LOKAAL_VASTGELOPEN];
  if (isOpen(besproken)) return ['eerst', 'verder', 'vastgelopen'];
  if (besproken === 'ja' && isOpen(vastgelopen)) return ['verder', 'vastgelopen'];
  return [toLokaleStap(antwoorden)];
}

/** Whether a table may be used at this point: the local step is stuck, or the table may skip it. */
export function isUsable({ regels }: Overlegtafel, stap: LokaleStapStatus): boolean {
  return stap === 'vastgelopen' || regels.slaatLokaalOver.ja;
}

/** How an opened table stands: what its criteria make of the answers, and what could still change that. */
export interface TafelStatus extends Assessment {
  readonly tafel: Overlegtafel;
  /** Discussed there before without a solution. */
  readonly geprobeerd: boolean;
  /** Whether it is certain that it was, or was not, discussed there before. */
  readonly triedKnown: boolean;
}

/** How one table stands, opened or not. */
export function toTafelStatus(
  model: Beslismodel,
  { antwoorden }: Situatie,
  tafel: Overlegtafel,
): TafelStatus {
  const regels = model.regels.get(tafel.id);
  if (!regels) throw new Error(`De tafel ${tafel.id} staat niet in het model.`);
  const telt = model.toTry.has(tafel.id);
  const earlier = antwoorden[EERDER_BESPROKEN];
  return {
    tafel,
    ...regels.assess(antwoorden),
    geprobeerd: telt && toChosen(earlier).includes(tafel.id),
    triedKnown: !telt || !isOpen(earlier),
  };
}

/** How every opened table stands, in ladder order. */
export function toTafelStatuses(model: Beslismodel, situatie: Situatie): TafelStatus[] {
  return model.pickTafels(situatie.opened).map((tafel) => toTafelStatus(model, situatie, tafel));
}

/** Whether the case was discussed at this table before, where that counts. */
export function isTried(model: Beslismodel, situatie: Situatie, tafel: string): boolean {
  return model.toTry.has(tafel) && toChosen(situatie.antwoorden[EERDER_BESPROKEN]).includes(tafel);
}
