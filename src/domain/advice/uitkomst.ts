import type { Uitkomst } from '../model/uitkomst.ts';
import { isBruikbaar, type LokaleStapStand } from '../questions/lokale-stap.ts';
import type { Advies, TafelOordeel } from './advies.ts';

/** The outcome with its lists of ids. */
export type Besluit = Pick<Advies, 'uitkomst' | 'tafels' | 'voorzieningen' | 'daarna'>;

/** What the outcome depends on, of one table. */
type Oordeel = Pick<TafelOordeel, 'tafel' | 'oordeel' | 'geprobeerd'>;

/** Decides on the outcome and its lists, from the oordeel of every table. */
export function decideUitkomst(
  vroeg: 'belNu' | 'buitenTwente' | null,
  lokaleStap: LokaleStapStand,
  oordelen: readonly Oordeel[],
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
  oordelen: readonly Oordeel[],
): Uitkomst {
  if (tafels.length === 0 && lokaleStap === 'eerst') return 'eerstLokaal';
  if (tafels.length === 0 && lokaleStap === 'verder') return 'lokaalVerder';
  if (tafels.length + voorzieningen.length > 0) return 'aanmelden';
  const open = oordelen.some(({ oordeel, geprobeerd }) => oordeel === 'onvolledig' && !geprobeerd);
  return open ? 'aanvullen' : 'geenTafel';
}

/** The urgent table first; for the rest the order of the ladder, in which they come. */
function spoedEerst(a: Oordeel, b: Oordeel): number {
  return Number(b.tafel.regels.spoed) - Number(a.tafel.regels.spoed);
}

function toIds(oordelen: readonly Oordeel[]): string[] {
  return oordelen.map(({ tafel }) => tafel.id);
}
