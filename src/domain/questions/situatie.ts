import { type Antwoord, type Antwoorden, isOpen, toGekozen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import { SIGNALEN } from '../model/routing-facts.ts';
import type { Vraag } from '../model/vraag.ts';

/** A case as far as it is known: which tables are opened, which facts count, and their answers. */
export interface Situatie {
  /** Ids of the tables that are looked into. */
  readonly geopend: ReadonlySet<string>;
  /** Facts that are relevant now. */
  readonly relevant: ReadonlySet<string>;
  /** The answers to relevant facts only: one that lingers from before influences nothing. */
  readonly antwoorden: Antwoorden;
}

/** Replays the answers: opens tables and keeps what is relevant. */
export function toSituatie(model: Beslismodel, gegeven: Antwoorden): Situatie {
  const geopend = findGeopendDoorSignaal(model, gegeven);
  // A fact of an opened table may open another table, whose facts then become relevant: repeat until it rests.
  for (;;) {
    const relevant = findRelevant(model, gegeven, geopend);
    const antwoorden = keepRelevant(gegeven, relevant);
    const erbij = model.ookTeOpenen.filter(
      ({ id }) => !geopend.has(id) && model.regels.get(id)?.ookGeopend(antwoorden) === 'ja',
    );
    if (erbij.length === 0) return { geopend, relevant, antwoorden };
    for (const { id } of erbij) geopend.add(id);
  }
}

function keepRelevant(gegeven: Antwoorden, relevant: ReadonlySet<string>): Antwoorden {
  const antwoorden: Record<string, Antwoord> = {};
  for (const feit in gegeven) {
    const antwoord = gegeven[feit];
    if (antwoord !== undefined && relevant.has(feit)) antwoorden[feit] = antwoord;
  }
  return antwoorden;
}

function findGeopendDoorSignaal(model: Beslismodel, gegeven: Antwoorden): Set<string> {
  const signalen = gegeven[SIGNALEN];
  const geopend = isOpen(signalen)
    ? model.tafels
    : toGekozen(signalen).flatMap((signaal) => model.tafelsVanSignaal.get(signaal) ?? []);
  return new Set(geopend.map(({ id }) => id));
}

function findRelevant(model: Beslismodel, gegeven: Antwoorden, geopend: ReadonlySet<string>): Set<string> {
  const relevant = new Set<string>();
  for (const vraag of model.vragen) {
    if (isRelevant(vraag, gegeven, relevant, geopend)) relevant.add(vraag.feit);
  }
  return relevant;
}

function isRelevant(
  { wanneer }: Vraag,
  gegeven: Antwoorden,
  relevant: ReadonlySet<string>,
  geopend: ReadonlySet<string>,
): boolean {
  if ('altijd' in wanneer) return true;
  if ('feit' in wanneer) return relevant.has(wanneer.feit) && gegeven[wanneer.feit] === wanneer.is;
  return wanneer.tafels.some((id) => geopend.has(id));
}
