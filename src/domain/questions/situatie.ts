import { type Antwoord, type Antwoorden, isOpen, toGekozen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import { ACUUT_GEVAAR, BUITEN_TWENTE, GEMEENTE, SIGNALEN } from '../model/routing-facts.ts';
import type { Vraag } from '../model/vraag.ts';

/** A case as far as it is known: which tables are opened, and the answers that count. */
export interface Situatie {
  /** Ids of the tables that are looked into. */
  readonly geopend: ReadonlySet<string>;
  /** The questions that are relevant now, or will be after one of the answers to the others; in asking order. */
  readonly kandidaten: readonly Vraag[];
  /** The answers to relevant facts only: one that lingers from before influences nothing. */
  readonly antwoorden: Antwoorden;
}

/** Replays the answers: opens tables and keeps what is relevant. */
export function toSituatie(model: Beslismodel, gegeven: Antwoorden): Situatie {
  let geopend = findGeopendDoorSignaal(model, gegeven);
  // A fact of an opened table may open another table, whose facts then become relevant: repeat until it rests.
  for (;;) {
    const antwoorden = keepRelevant(model, gegeven, geopend);
    const erbij = findOokGeopend(model, antwoorden, geopend);
    if (erbij.length === 0)
      return { geopend, kandidaten: model.relevantie.listKandidaten(geopend), antwoorden };
    geopend = new Set([...geopend, ...erbij]);
  }
}

/** The outcome that stands before anything else is asked, or null. */
export function findVroegeUitkomst(antwoorden: Antwoorden): 'belNu' | 'buitenTwente' | null {
  if (antwoorden[ACUUT_GEVAAR] === 'ja') return 'belNu';
  return antwoorden[GEMEENTE] === BUITEN_TWENTE ? 'buitenTwente' : null;
}

/** Whether a fact is relevant now. */
export function isRelevant(model: Beslismodel, { antwoorden, geopend }: Situatie, feit: string): boolean {
  return model.relevantie.isRelevant(feit, antwoorden, geopend);
}

/** The questions that are relevant now, in asking order. */
export function listRelevant(model: Beslismodel, situatie: Situatie): Vraag[] {
  return situatie.kandidaten.filter(({ feit }) => isRelevant(model, situatie, feit));
}

function keepRelevant(
  { relevantie }: Beslismodel,
  gegeven: Antwoorden,
  geopend: ReadonlySet<string>,
): Antwoorden {
  const antwoorden: Record<string, Antwoord> = {};
  for (const feit in gegeven) {
    const antwoord = gegeven[feit];
    if (antwoord !== undefined && relevantie.isRelevant(feit, gegeven, geopend)) antwoorden[feit] = antwoord;
  }
  return antwoorden;
}

function findGeopendDoorSignaal(model: Beslismodel, gegeven: Antwoorden): ReadonlySet<string> {
  const signalen = gegeven[SIGNALEN];
  if (isOpen(signalen)) return model.alleTafels;
  return new Set(toGekozen(signalen).flatMap((signaal) => model.tafelsVanSignaal.get(signaal) ?? []));
}

/** Ids of the tables that an answer opens as well. */
function findOokGeopend(model: Beslismodel, antwoorden: Antwoorden, geopend: ReadonlySet<string>): string[] {
  const erbij: string[] = [];
  for (const feit in antwoorden) {
    for (const id of model.tafelsDoorFeit.get(feit) ?? []) {
      if (!geopend.has(id) && model.regels.get(id)?.ookGeopend(antwoorden) === 'ja') erbij.push(id);
    }
  }
  return erbij;
}
