import { type Antwoord, type Antwoorden, isOpen, toGekozen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { SIGNALEN } from '../model/routing-facts.ts';
import type { Vraag } from '../model/vraag.ts';

/** A case as far as it is known: which tables are opened, which facts count, and their answers. */
export interface Situatie {
  /** The tables that are looked into, in ladder order, and their ids. */
  readonly tafels: readonly Overlegtafel[];
  readonly geopend: ReadonlySet<string>;
  /** The questions that are relevant now, in asking order, and their facts. */
  readonly vragen: readonly Vraag[];
  readonly relevant: ReadonlySet<string>;
  /** The answers to relevant facts only: one that lingers from before influences nothing. */
  readonly antwoorden: Antwoorden;
}

/** Replays the answers: opens tables and keeps what is relevant. */
export function toSituatie(model: Beslismodel, gegeven: Antwoorden): Situatie {
  const tafels = new Set(findGeopendDoorSignaal(model, gegeven));
  // A fact of an opened table may open another table, whose facts then become relevant: repeat until it rests.
  for (;;) {
    const vragen = model.findRelevant(gegeven, tafels);
    const relevant = new Set(vragen.map(({ feit }) => feit));
    const antwoorden = keepRelevant(gegeven, relevant);
    const erbij = findOokGeopend(model, antwoorden).filter((tafel) => !tafels.has(tafel));
    if (erbij.length === 0) {
      const geopend = model.sortTafels(tafels);
      return { tafels: geopend, geopend: new Set(geopend.map(({ id }) => id)), vragen, relevant, antwoorden };
    }
    for (const tafel of erbij) tafels.add(tafel);
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

function findGeopendDoorSignaal(model: Beslismodel, gegeven: Antwoorden): readonly Overlegtafel[] {
  const signalen = gegeven[SIGNALEN];
  if (isOpen(signalen)) return model.tafels;
  return toGekozen(signalen).flatMap((signaal) => model.tafelsVanSignaal.get(signaal) ?? []);
}

/** The tables that an answer opens beside the signals. */
function findOokGeopend(model: Beslismodel, antwoorden: Antwoorden): Overlegtafel[] {
  return Object.keys(antwoorden)
    .flatMap((feit) => model.tafelsDoorFeit.get(feit) ?? [])
    .filter(({ id }) => model.regels.get(id)?.ookGeopend(antwoorden) === 'ja');
}
