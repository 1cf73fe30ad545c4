import { type Antwoorden, isOpen } from '../model/antwoorden.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { LOKAAL_BESPROKEN, LOKAAL_VASTGELOPEN } from '../model/routing-facts.ts';

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
