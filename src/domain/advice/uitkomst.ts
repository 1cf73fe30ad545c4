import type { Truth } from '../evaluation/kleene.ts';
import type { Antwoorden } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Oordeel, Uitkomst } from '../model/uitkomst.ts';
import {
  findEarlyUitkomst,
  isUsable,
  type LokaleStapStatus,
  toLokaleStap,
  toSituatie,
  toTafelStatuses,
} from '../questions/situatie.ts';

/** The outcome with its lists of ids of tables, in the order of doing. */
export interface Decision {
  readonly uitkomst: Uitkomst;
  /** Tables that fit and may be used now. */
  readonly tafels: readonly string[];
  /** Provisions that fit (the mobile P10 team), which are no overlegtafels. */
  readonly voorzieningen: readonly string[];
  /** Tables that fit but wait for the local step. */
  readonly daarna: readonly string[];
}

/** What the outcome depends on, of one table. */
interface Beoordeeld {
  readonly tafel: Overlegtafel;
  readonly oordeel: Oordeel;
  readonly geprobeerd: boolean;
}

const OORDEEL = { ja: 'voldoet', nee: 'voldoetNiet', onbekend: 'onvolledig' } as const;

/** The oordeel on a table that was looked into. */
export function toOordeel(truth: Truth): Oordeel {
  return OORDEEL[truth];
}

/**
 * The outcome for these answers by the compiled rules alone: where no explanation is needed and nobody can wait, which is for
 * the counts and for the check of the content.
 */
export function decideAtOnce(model: Beslismodel, given: Antwoorden): Decision {
  const situatie = toSituatie(model, given);
  const { antwoorden } = situatie;
  const oordelen = toTafelStatuses(model, situatie).map(({ tafel, truth, geprobeerd }) => ({
    tafel,
    geprobeerd,
    oordeel: toOordeel(truth),
  }));
  return decideUitkomst(findEarlyUitkomst(antwoorden), toLokaleStap(antwoorden), oordelen);
}

/** Decides on the outcome and its lists, from the oordeel of every table. */
export function decideUitkomst(
  early: 'belNu' | 'buitenTwente' | null,
  lokaleStap: LokaleStapStatus,
  oordelen: readonly Beoordeeld[],
): Decision {
  if (early) return { uitkomst: early, tafels: [], voorzieningen: [], daarna: [] };
  const fitting = oordelen.filter(({ oordeel, geprobeerd }) => oordeel === 'voldoet' && !geprobeerd);
  const tafels = fitting.filter(({ tafel }) => tafel.soort === 'overlegtafel').sort(spoedFirst);
  const now = tafels.filter(({ tafel }) => isUsable(tafel, lokaleStap));
  const lists = {
    tafels: toIds(now),
    voorzieningen: toIds(fitting.filter(({ tafel }) => tafel.soort === 'voorziening')),
    daarna: toIds(tafels.filter((fittingOnes) => !now.includes(fittingOnes))),
  };
  return { uitkomst: chooseUitkomst(lists, lokaleStap, oordelen), ...lists };
}

function chooseUitkomst(
  { tafels, voorzieningen }: Omit<Decision, 'uitkomst'>,
  lokaleStap: LokaleStapStatus,
  oordelen: readonly Beoordeeld[],
): Uitkomst {
  if (tafels.length === 0 && lokaleStap === 'eerst') return 'eerstLokaal';
  if (tafels.length === 0 && lokaleStap === 'verder') return 'lokaalVerder';
  if (tafels.length + voorzieningen.length > 0) return 'aanmelden';
  const open = oordelen.some(({ oordeel, geprobeerd }) => oordeel === 'onvolledig' && !geprobeerd);
  return open ? 'aanvullen' : 'geenTafel';
}

/** The urgent table first; for the rest the order of the ladder, in which they come. */
function spoedFirst(a: Beoordeeld, b: Beoordeeld): number {
  return Number(b.tafel.regels.spoed) - Number(a.tafel.regels.spoed);
}

function toIds(oordelen: readonly Beoordeeld[]): string[] {
  return oordelen.map(({ tafel }) => tafel.id);
}
