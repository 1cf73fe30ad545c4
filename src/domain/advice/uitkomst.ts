import type { Waarheid } from '../evaluation/kleene.ts';
import type { Antwoorden } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Uitkomst } from '../model/uitkomst.ts';
import { isBruikbaar, type LokaleStapStand, toLokaleStap } from '../questions/lokale-stap.ts';
import { findVroegeUitkomst, toSituatie } from '../questions/situatie.ts';
import { toTafelStanden } from '../questions/tafel-status.ts';

/** What the answers make of a table. */
export type Oordeel = 'voldoet' | 'voldoetNiet' | 'onvolledig' | 'nietNagegaan';

/** The outcome with its lists of ids of tables, in the order of doing. */
export interface Besluit {
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
export function toOordeel(waarheid: Waarheid): Oordeel {
  return OORDEEL[waarheid];
}

/**
 * The outcome for these answers by the compiled rules alone: where no explanation is needed and nobody can wait, which is for
 * the counts and for the check of the content.
 */
export function decideAtOnce(model: Beslismodel, gegeven: Antwoorden): Besluit {
  const situatie = toSituatie(model, gegeven);
  const { antwoorden } = situatie;
  const oordelen = toTafelStanden(model, situatie).map(({ tafel, waarheid, geprobeerd }) => ({
    tafel,
    geprobeerd,
    oordeel: toOordeel(waarheid),
  }));
  return decideUitkomst(findVroegeUitkomst(antwoorden), toLokaleStap(antwoorden), oordelen);
}

/** Decides on the outcome and its lists, from the oordeel of every table. */
export function decideUitkomst(
  vroeg: 'belNu' | 'buitenTwente' | null,
  lokaleStap: LokaleStapStand,
  oordelen: readonly Beoordeeld[],
): Besluit {
  if (vroeg) return { uitkomst: vroeg, tafels: [], voorzieningen: [], daarna: [] };
  const passend = oordelen.filter(({ oordeel, geprobeerd }) => oordeel === 'voldoet' && !geprobeerd);
  const tafels = passend.filter(({ tafel }) => tafel.soort === 'overlegtafel').sort(spoedEerst);
  const nu = tafels.filter(({ tafel }) => isBruikbaar(tafel, lokaleStap));
  const lijsten = {
    tafels: toIds(nu),
    voorzieningen: toIds(passend.filter(({ tafel }) => tafel.soort === 'voorziening')),
    daarna: toIds(tafels.filter((passende) => !nu.includes(passende))),
  };
  return { uitkomst: chooseUitkomst(lijsten, lokaleStap, oordelen), ...lijsten };
}

function chooseUitkomst(
  { tafels, voorzieningen }: Omit<Besluit, 'uitkomst'>,
  lokaleStap: LokaleStapStand,
  oordelen: readonly Beoordeeld[],
): Uitkomst {
  if (tafels.length === 0 && lokaleStap === 'eerst') return 'eerstLokaal';
  if (tafels.length === 0 && lokaleStap === 'verder') return 'lokaalVerder';
  if (tafels.length + voorzieningen.length > 0) return 'aanmelden';
  const open = oordelen.some(({ oordeel, geprobeerd }) => oordeel === 'onvolledig' && !geprobeerd);
  return open ? 'aanvullen' : 'geenTafel';
}

/** The urgent table first; for the rest the order of the ladder, in which they come. */
function spoedEerst(a: Beoordeeld, b: Beoordeeld): number {
  return Number(b.tafel.regels.spoed) - Number(a.tafel.regels.spoed);
}

function toIds(oordelen: readonly Beoordeeld[]): string[] {
  return oordelen.map(({ tafel }) => tafel.id);
}
