import { decideUitkomst } from '../../src/domain/advice/uitkomst.ts';
import type { Antwoord, Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { EERDER_BESPROKEN, SIGNALEN } from '../../src/domain/model/routing-facts.ts';
import type { Uitkomst } from '../../src/domain/model/uitkomst.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { findNextVraag } from '../../src/domain/questions/next-question.ts';
import {
  findEarlyUitkomst,
  toLokaleStap,
  toSituatie,
  toTafelStatuses,
} from '../../src/domain/questions/situatie.ts';
import { model } from '../support/real-content.ts';
import { askOne, endAt, type Statistics } from './question-count.ts';
import { listAlive, toKey } from './table-state.ts';

/** Every answer that can be given to a question: each option, or each set of options that may stand together. */
export function listAllAntwoorden({ type, opties }: Vraag): Antwoord[] {
  if (type !== 'meerkeuze') return opties.map(({ id }) => id);
  const together = opties.filter(({ alleen }) => !alleen).map(({ id }) => id);
  const sets = Array.from({ length: 2 ** together.length }, (_, nummer) =>
    together.filter((_id, place) => Math.floor(nummer / 2 ** place) % 2 === 1),
  );
  const alleen = opties.filter((optie) => optie.alleen).map(({ id }) => [id]);
  return [...sets.filter((set) => set.length > 0), ...alleen];
}

/** The outcome of the advice for these answers. */
export function findUitkomst(given: Antwoorden): Uitkomst {
  const situatie = toSituatie(model, given);
  const OORDEEL = { ja: 'voldoet', nee: 'voldoetNiet', onbekend: 'onvolledig' } as const;
  const oordelen = toTafelStatuses(model, situatie).map(({ tafel, truth, geprobeerd }) => ({
    tafel,
    oordeel: OORDEEL[truth],
    criteria: [],
    geprobeerd,
    aanmelder: { mag: null, via: null, overlegMet: [] },
  }));
  const early = findEarlyUitkomst(situatie.antwoorden);
  return decideUitkomst(early, toLokaleStap(situatie.antwoorden), oordelen).uitkomst;
}

/** Walks every path from these answers on, one by one: sure, and slow. */
export function countPathsOneByOne(antwoorden: Antwoorden): Statistics {
  const vraag = findNextVraag(model, antwoorden);
  if (!vraag) return endAt(findUitkomst(antwoorden));
  return askOne(
    listAllAntwoorden(vraag).map((antwoord) => ({
      keer: 1,
      daarna: countPathsOneByOne({ ...antwoorden, [vraag.feit]: antwoord }),
    })),
  );
}

/** Called with each situation that is walked and the question that is asked there. */
type Visit = (antwoorden: Antwoorden, vraag: Vraag) => void;

/** The three ways in which the local step can stand. */
const LOKAAL: readonly Antwoorden[] = [
  { lokaalBesproken: 'nee' },
  { lokaalBesproken: 'ja', lokaalVastgelopen: 'nee' },
  { lokaalBesproken: 'ja', lokaalVastgelopen: 'ja' },
];
/** What may have been answered before the signals, but for the local step. */
const BEGIN = { acuutGevaar: 'nee', gemeente: 'enschede', rol: 'wijkcoach' };

/**
 * Makes a counter of all paths from the first question on in which the signals are answered with one of those given.
 * Each situation after the signals is walked once, however many paths lead to it, so this is exact and yet quick.
 */
export function createPathCounter(
  visit: Visit = () => undefined,
): (signalen: readonly Antwoord[]) => Statistics {
  const countFrom = createMemory(visit);
  return (signalen) => {
    const perStap = new Map(
      LOKAAL.map((lokaal) => {
        const counts = signalen.map((antwoord) => countFrom({ ...BEGIN, ...lokaal, [SIGNALEN]: antwoord }));
        return [toLokaleStap(lokaal), askOne(counts.map((daarna) => ({ keer: 1, daarna })))] as const;
      }),
    );
    const walk = (antwoorden: Antwoorden): Statistics => {
      const vraag = findNextVraag(model, antwoorden);
      if (!vraag) return endAt(findUitkomst(antwoorden));
      visit(antwoorden, vraag);
      if (vraag.feit === SIGNALEN) return perStap.get(toLokaleStap(antwoorden)) ?? {};
      return askOne(
        listAllAntwoorden(vraag).map((antwoord) => ({
          keer: 1,
          daarna: walk({ ...antwoorden, [vraag.feit]: antwoord }),
        })),
      );
    };
    return walk({});
  };
}

/** Counts the paths after the signals; remembers what it has walked. */
function createMemory(visit: Visit): (antwoorden: Antwoorden) => Statistics {
  const remembered = new Map<string, Statistics>();
  const count = (antwoorden: Antwoorden): Statistics => {
    const situatie = toSituatie(model, antwoorden);
    const key = toKey(situatie);
    const known = remembered.get(key);
    if (known) return known;
    const vraag = findNextVraag(model, antwoorden);
    if (vraag) visit(antwoorden, vraag);
    const counts = vraag
      ? askOne(
          groupAntwoorden(vraag, listAlive(situatie)).map(({ antwoord, keer }) => ({
            keer,
            daarna: count({ ...antwoorden, [vraag.feit]: antwoord }),
          })),
        )
      : endAt(findUitkomst(antwoorden));
    remembered.set(key, counts);
    return counts;
  };
  return count;
}

/** The answers to a question; to where a case was tried, those together that name the same tables that still count. */
function groupAntwoorden(vraag: Vraag, alive: readonly string[]): { antwoord: Antwoord; keer: number }[] {
  const groups = new Map<string, { antwoord: Antwoord; keer: number }>();
  for (const antwoord of listAllAntwoorden(vraag)) {
    const key = vraag.feit === EERDER_BESPROKEN ? toKind([antwoord].flat(), alive) : String(antwoord);
    groups.set(key, { antwoord, keer: (groups.get(key)?.keer ?? 0) + 1 });
  }
  return [...groups.values()];
}

function toKind(named: readonly string[], alive: readonly string[]): string {
  // Whether any table but the crisisteam is named, or that it is not known, counts for the bestuurlijk escalatieoverleg.
  const single = named.some((id) => model.toTry.has(id)) ? 'enige' : named.join();
  return [single, ...named.filter((id) => alive.includes(id))].join();
}
