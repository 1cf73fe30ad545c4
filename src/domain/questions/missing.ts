import { isOpen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import {
  ACUUT_GEVAAR,
  EERDER_BESPROKEN,
  GEMEENTE,
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  SIGNALEN,
} from '../model/routing-facts.ts';
import { findPossibleLokaleStappen, isUsable, type LokaleStapStatus } from './lokale-stap.ts';
import { findEarlyUitkomst, listRelevant, type Situatie, toSituatie } from './situatie.ts';
import { type TafelStatus, toTafelStatus, toTafelStatuses } from './tafel-status.ts';

/**
 * The relevant facts that are open and that could, for some answers to them and to the other open facts, change
 * the oordeel of an opened table that is not tried, or the outcome. In asking order.
 */
export function findMissing(model: Beslismodel, situatie: Situatie): string[] {
  if (findEarlyUitkomst(situatie.antwoorden)) return [];
  const influence = toInfluence(model, situatie);
  return listRelevant(model, situatie)
    .map(({ feit }) => feit)
    .filter((feit) => isOpen(situatie.antwoorden[feit]) && influence(feit));
}

function toInfluence(model: Beslismodel, situatie: Situatie): (feit: string) => boolean {
  const { antwoorden } = situatie;
  const statuses = toTafelStatuses(model, situatie);
  const beslissend = new Set<string>();
  for (const status of statuses) {
    if (!status.geprobeerd) for (const feit of status.beslissend) beslissend.add(feit);
  }
  const stappen = findPossibleLokaleStappen(antwoorden);
  const isAanmeldenCertain = (stap: LokaleStapStatus) =>
    isCertainlyAanmelden(model, situatie, statuses, stap);
  /** Whether a change in this table alone can change the outcome. */
  const telt = ({ tafel }: TafelStatus) =>
    stappen.some((stap) => !isAanmeldenCertain(stap) && isUsable(tafel, stap));

  return (feit) => {
    switch (feit) {
      case ACUUT_GEVAAR:
      case GEMEENTE:
      case SIGNALEN:
        return true;
      case LOKAAL_BESPROKEN:
      case LOKAAL_VASTGELOPEN:
        return !isAanmeldenCertain('eerst');
    }
    if (beslissend.has(feit)) return true;
    if (feit === EERDER_BESPROKEN) {
      return statuses.some(
        (status) => model.toTry.has(status.tafel.id) && status.truth !== 'nee' && telt(status),
      );
    }
    return findToOpen(model, situatie, feit).some(
      (status) =>
        situatie.opened.has(status.tafel.id) ||
        (status.truth !== 'nee' && !status.geprobeerd && telt(status)),
    );
  };
}

/** Whether no answer whatsoever can take "aanmelden" away any more, when the local step stands so. */
function isCertainlyAanmelden(
  model: Beslismodel,
  situatie: Situatie,
  statuses: readonly TafelStatus[],
  stap: LokaleStapStatus,
): boolean {
  const { antwoorden } = situatie;
  // The signals can still close every table.
  if (isOpen(antwoorden[SIGNALEN])) return false;
  const fitting = statuses.filter(
    ({ truth, geprobeerd, tafel }) => truth === 'ja' && !geprobeerd && isUsable(tafel, stap),
  );
  if (fitting.some(({ triedKnown }) => triedKnown)) return true;
  // Each of these may have been tried. When all of them were, another may fit for that very reason (the BEO).
  if (fitting.length === 0) return false;
  const allTried = { ...antwoorden, [EERDER_BESPROKEN]: fitting.map(({ tafel }) => tafel.id) };
  return toTafelStatuses(model, toSituatie(model, allTried)).some(
    ({ truth, geprobeerd, tafel }) => truth === 'ja' && !geprobeerd && isUsable(tafel, stap),
  );
}

/**
 * Tables that this fact opens, as far as the signals do not surely open them already. With the signals open such a table
 * is opened now, but perhaps by this fact alone: then the fact changes its oordeel.
 */
function findToOpen(model: Beslismodel, situatie: Situatie, feit: string): TafelStatus[] {
  const ids = (model.tafelsByFeit.get(feit) ?? []).filter(
    (id) => !situatie.opened.has(id) || isOpen(situatie.antwoorden[SIGNALEN]),
  );
  return model.pickTafels(new Set(ids)).map((tafel) => toTafelStatus(model, situatie, tafel));
}
