import { decideUitkomst } from '../../src/domain/advice/uitkomst.ts';
import type { Antwoord, Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { EERDER_BESPROKEN, SIGNALEN } from '../../src/domain/model/routing-facts.ts';
import type { Uitkomst } from '../../src/domain/model/uitkomst.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { toLokaleStap } from '../../src/domain/questions/lokale-stap.ts';
import { findNextVraag } from '../../src/domain/questions/next-question.ts';
import { findEarlyUitkomst, toSituatie } from '../../src/domain/questions/situatie.ts';
import { toTafelStatuses } from '../../src/domain/questions/tafel-status.ts';
import { model } from '../support/real-content.ts';
import { askOne, endAt, type Tellingen } from './question-count.ts';
import { listLevend, toSleutel } from './table-state.ts';

/** Every answer that can be given to a question: each option, or each set of options that may stand together. */
export function listAlleAntwoorden({ type, opties }: Vraag): Antwoord[] {
  if (type !== 'meerkeuze') return opties.map(({ id }) => id);
  const samen = opties.filter(({ alleen }) => !alleen).map(({ id }) => id);
  const sets = Array.from({ length: 2 ** samen.length }, (_, nummer) =>
    samen.filter((_id, plaats) => Math.floor(nummer / 2 ** plaats) % 2 === 1),
  );
  const alleen = opties.filter((optie) => optie.alleen).map(({ id }) => [id]);
  return [...sets.filter((set) => set.length > 0), ...alleen];
}

/** The outcome of the advice for these answers. */
export function findUitkomst(gegeven: Antwoorden): Uitkomst {
  const situatie = toSituatie(model, gegeven);
  const OORDEEL = { ja: 'voldoet', nee: 'voldoetNiet', onbekend: 'onvolledig' } as const;
  const oordelen = toTafelStatuses(model, situatie).map(({ tafel, truth: waarheid, geprobeerd }) => ({
    tafel,
    oordeel: OORDEEL[waarheid],
    criteria: [],
    geprobeerd,
    aanmelder: { mag: null, via: null, overlegMet: [] },
  }));
  const vroeg = findEarlyUitkomst(situatie.antwoorden);
  return decideUitkomst(vroeg, toLokaleStap(situatie.antwoorden), oordelen).uitkomst;
}

/** Walks every path from these answers on, one by one: sure, and slow. */
export function countPathsOneByOne(antwoorden: Antwoorden): Tellingen {
  const vraag = findNextVraag(model, antwoorden);
  if (!vraag) return endAt(findUitkomst(antwoorden));
  return askOne(
    listAlleAntwoorden(vraag).map((antwoord) => ({
      keer: 1,
      daarna: countPathsOneByOne({ ...antwoorden, [vraag.feit]: antwoord }),
    })),
  );
}

/** Called with each situation that is walked and the question that is asked there. */
type Bezoek = (antwoorden: Antwoorden, vraag: Vraag) => void;

/** The three ways in which the local step can stand; what is asked after the signals does not depend on it. */
const LOKAAL: readonly Antwoorden[] = [
  { lokaalBesproken: 'nee' },
  { lokaalBesproken: 'ja', lokaalVastgelopen: 'nee' },
  { lokaalBesproken: 'ja', lokaalVastgelopen: 'ja' },
];
const LOKALE_STAPPEN = LOKAAL.map(toLokaleStap);

/**
 * Makes a counter of all paths from the first question on in which the signals are answered with one of those given.
 * Each situation after the signals is walked once, however many paths lead to it, so this is exact and yet quick.
 */
export function createPathCounter(
  bezoek: Bezoek = () => undefined,
): (signalen: readonly Antwoord[]) => Tellingen {
  const countFrom = createMemory(bezoek);
  const begin = { acuutGevaar: 'nee', gemeente: 'enschede', rol: 'wijkcoach', ...LOKAAL[0] };
  return (signalen) => {
    const naSignalen = signalen.map((antwoord) => countFrom({ ...begin, [SIGNALEN]: antwoord }));
    const perStap = LOKALE_STAPPEN.map((_stap, nummer) =>
      askOne(naSignalen.map((tellingen) => ({ keer: 1, daarna: tellingen[nummer] ?? {} }))),
    );
    const walk = (antwoorden: Antwoorden): Tellingen => {
      const vraag = findNextVraag(model, antwoorden);
      if (!vraag) return endAt(findUitkomst(antwoorden));
      bezoek(antwoorden, vraag);
      if (vraag.feit === SIGNALEN) return perStap[LOKALE_STAPPEN.indexOf(toLokaleStap(antwoorden))] ?? {};
      return askOne(
        listAlleAntwoorden(vraag).map((antwoord) => ({
          keer: 1,
          daarna: walk({ ...antwoorden, [vraag.feit]: antwoord }),
        })),
      );
    };
    return walk({});
  };
}

/** Counts the paths after the signals, for each of the local steps; remembers what it has walked. */
function createMemory(bezoek: Bezoek): (antwoorden: Antwoorden) => Tellingen[] {
  const onthouden = new Map<string, Tellingen[]>();
  const count = (antwoorden: Antwoorden): Tellingen[] => {
    const situatie = toSituatie(model, antwoorden);
    const sleutel = toSleutel(situatie);
    const bekend = onthouden.get(sleutel);
    if (bekend) return bekend;
    const vraag = findNextVraag(model, antwoorden);
    if (vraag) bezoek(antwoorden, vraag);
    const groepen = vraag ? groupAntwoorden(vraag, listLevend(situatie)) : [];
    const verder = groepen.map(({ antwoord, keer }) => ({
      keer,
      perStap: vraag ? count({ ...antwoorden, [vraag.feit]: antwoord }) : [],
    }));
    const tellingen = LOKAAL.map((lokaal, nummer) =>
      vraag
        ? askOne(verder.map(({ keer, perStap }) => ({ keer, daarna: perStap[nummer] ?? {} })))
        : endAt(findUitkomst({ ...antwoorden, ...lokaal })),
    );
    onthouden.set(sleutel, tellingen);
    return tellingen;
  };
  return count;
}

/** The answers to a question; to where a case was tried, those together that name the same tables that still count. */
function groupAntwoorden(vraag: Vraag, levend: readonly string[]): { antwoord: Antwoord; keer: number }[] {
  const groepen = new Map<string, { antwoord: Antwoord; keer: number }>();
  for (const antwoord of listAlleAntwoorden(vraag)) {
    const sleutel = vraag.feit === EERDER_BESPROKEN ? toSoort([antwoord].flat(), levend) : String(antwoord);
    groepen.set(sleutel, { antwoord, keer: (groepen.get(sleutel)?.keer ?? 0) + 1 });
  }
  return [...groepen.values()];
}

function toSoort(genoemd: readonly string[], levend: readonly string[]): string {
  // Whether any table but the crisisteam is named, or that it is not known, counts for the bestuurlijk escalatieoverleg.
  const enige = genoemd.some((id) => model.toTry.has(id)) ? 'enige' : genoemd.join();
  return [enige, ...genoemd.filter((id) => levend.includes(id))].join();
}
