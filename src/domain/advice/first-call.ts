import type { Antwoord } from '../model/antwoorden.ts';
import type { Criterium } from '../model/regel.ts';
import type { TafelOordeel } from './advies.ts';

/** Who is to be called before a table, because a point of attention does not hold. */
export interface FirstCall {
  /** The point that does not hold. */
  readonly criterium: Criterium;
  /** What to do, in the words of the heading. */
  readonly advies: string;
  /** Why, and how: what one must know first. */
  readonly uitleg: string | null;
  /** The emergency number that says how to reach them; null where nothing need be said of that. */
  readonly nummer: string | null;
}

/** Finds who is to be called first, in the words for this role; null where that is the table itself. */
export function findFirstCall({ criteria }: TafelOordeel, rol: Antwoord | undefined): FirstCall | null {
  const found = criteria.find(({ criterium, oordeel }) => oordeel === 'nee' && criterium.alsNeeAdvies);
  if (!found?.criterium.alsNeeAdvies) return null;
  const { criterium } = found;
  const own = findOwn(criterium, rol);
  return {
    criterium,
    advies: own?.alsNeeAdvies ?? found.criterium.alsNeeAdvies,
    uitleg: own?.alsNee ?? criterium.alsNee ?? null,
    nummer: own ? null : (criterium.alsNeeNummer ?? null),
  };
}

/** What somebody with this role must know first, of each criterion that does not hold. */
export function listAlsNee({ criteria }: TafelOordeel, rol: Antwoord | undefined): string[] {
  return criteria.flatMap(({ criterium, oordeel }) => {
    const tekst = findOwn(criterium, rol)?.alsNee ?? criterium.alsNee;
    return oordeel === 'nee' && tekst ? [tekst] : [];
  });
}

function findOwn({ alsNeeVoor = [] }: Criterium, rol: Antwoord | undefined) {
  return alsNeeVoor.find(({ rollen }) => rollen.some((id) => id === rol));
}
