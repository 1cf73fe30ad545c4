import type { Beslismodel } from '../model/beslismodel.ts';
import type { Criterium } from '../model/regel.ts';
import { MOST_FACTS } from '../questions/next-question.ts';
import type { Advies } from './advies.ts';
import { findWays } from './explanation.ts';

/** A table that does not fit yet, and each smallest set of facts with which it would. */
export interface Bijna {
  readonly tafel: string;
  readonly wegen: readonly {
    /** Facts that are open: somebody may know them. */
    readonly nogWeten: readonly string[];
    /** Steps that a professional can still take. */
    readonly nogDoen: readonly string[];
  }[];
}

/**
 * The opened tables that do not fit and are not tried, but would with at most two facts that are still open or steps that can
 * still be taken; in ladder order. None where nothing else is asked first: at direct danger, and outside Twente.
 */
export function findBijna(model: Beslismodel, { uitkomst, situatie, overlegtafels }: Advies): Bijna[] {
  if (uitkomst === 'belNu' || uitkomst === 'buitenTwente') return [];
  const toFeiten = (criteria: readonly Criterium[]) => {
    const feiten = new Set(criteria.map(({ voorwaarde }) => voorwaarde.fact));
    return model.pickVragen(feiten).map(({ feit }) => feit);
  };
  return overlegtafels
    .filter(
      ({ oordeel, geprobeerd }) => !geprobeerd && (oordeel === 'voldoetNiet' || oordeel === 'onvolledig'),
    )
    .map((tafelOordeel) => ({
      tafel: tafelOordeel.tafel.id,
      wegen: findWays(model, situatie, tafelOordeel)
        .filter(({ nietTeVeranderen }) => nietTeVeranderen.length === 0)
        .map(({ nogOnbekend, teDoen }) => ({ nogWeten: toFeiten(nogOnbekend), nogDoen: toFeiten(teDoen) }))
        .filter(({ nogWeten, nogDoen }) => nogWeten.length + nogDoen.length <= MOST_FACTS),
    }))
    .filter(({ wegen }) => wegen.length > 0);
}
