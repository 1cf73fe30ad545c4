import type { Antwoorden } from '../model/antwoorden.ts';
import { ACUUT_GEVAAR, BUITEN_TWENTE, GEMEENTE } from '../model/routing-facts.ts';

/** The outcome that stands before anything else is asked, or null. */
export function findVroegeUitkomst(antwoorden: Antwoorden): 'belNu' | 'buitenTwente' | null {
  if (antwoorden[ACUUT_GEVAAR] === 'ja') return 'belNu';
  return antwoorden[GEMEENTE] === BUITEN_TWENTE ? 'buitenTwente' : null;
}
