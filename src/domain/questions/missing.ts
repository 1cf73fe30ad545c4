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
import { findMogelijkeLokaleStappen, isBruikbaar, type LokaleStapStand } from './lokale-stap.ts';
import { findVroegeUitkomst, listRelevant, type Situatie, toSituatie } from './situatie.ts';
import { type TafelStand, toTafelStand, toTafelStanden } from './tafel-status.ts';

/**
 * The relevant facts that are open and that could, for some answers to them and to the other open facts, change
 * the oordeel of an opened table that is not tried, or the outcome. In asking order.
 */
export function findOntbrekend(model: Beslismodel, situatie: Situatie): string[] {
  if (findVroegeUitkomst(situatie.antwoorden)) return [];
  const invloed = toInvloed(model, situatie);
  return listRelevant(model, situatie)
    .map(({ feit }) => feit)
    .filter((feit) => isOpen(situatie.antwoorden[feit]) && invloed(feit));
}

function toInvloed(model: Beslismodel, situatie: Situatie): (feit: string) => boolean {
  const { antwoorden } = situatie;
  const standen = toTafelStanden(model, situatie);
  const beslissend = new Set<string>();
  for (const stand of standen) {
    if (!stand.geprobeerd) for (const feit of stand.beslissend) beslissend.add(feit);
  }
  const stappen = findMogelijkeLokaleStappen(antwoorden);
  const isAanmeldenZeker = (stap: LokaleStapStand) => isZekerAanmelden(model, situatie, standen, stap);
  /** Whether a change in this table alone can change the outcome. */
  const telt = ({ tafel }: TafelStand) =>
    stappen.some((stap) => !isAanmeldenZeker(stap) && isBruikbaar(tafel, stap));

  return (feit) => {
    switch (feit) {
      case ACUUT_GEVAAR:
      case GEMEENTE:
      case SIGNALEN:
        return true;
      case LOKAAL_BESPROKEN:
      case LOKAAL_VASTGELOPEN:
        return !isAanmeldenZeker('eerst');
    }
    if (beslissend.has(feit)) return true;
    if (feit === EERDER_BESPROKEN) {
      return standen.some(
        (stand) => model.teProberen.has(stand.tafel.id) && stand.waarheid !== 'nee' && telt(stand),
      );
    }
    return findTeOpenen(model, situatie, feit).some(
      (stand) =>
        situatie.geopend.has(stand.tafel.id) ||
        (stand.waarheid !== 'nee' && !stand.geprobeerd && telt(stand)),
    );
  };
}

/** Whether no answer whatsoever can take "aanmelden" away any more, when the local step stands so. */
function isZekerAanmelden(
  model: Beslismodel,
  situatie: Situatie,
  standen: readonly TafelStand[],
  stap: LokaleStapStand,
): boolean {
  const { antwoorden } = situatie;
  // The signals can still close every table.
  if (isOpen(antwoorden[SIGNALEN])) return false;
  const passend = standen.filter(
    ({ waarheid, geprobeerd, tafel }) => waarheid === 'ja' && !geprobeerd && isBruikbaar(tafel, stap),
  );
  if (passend.some(({ geprobeerdBekend }) => geprobeerdBekend)) return true;
  // Each of these may have been tried. When all of them were, another may fit for that very reason (the BEO).
  if (passend.length === 0) return false;
  const alleGeprobeerd = { ...antwoorden, [EERDER_BESPROKEN]: passend.map(({ tafel }) => tafel.id) };
  return toTafelStanden(model, toSituatie(model, alleGeprobeerd)).some(
    ({ waarheid, geprobeerd, tafel }) => waarheid === 'ja' && !geprobeerd && isBruikbaar(tafel, stap),
  );
}

/**
 * Tables that this fact opens, as far as the signals do not surely open them already. With the signals open such a table
 * is opened now, but perhaps by this fact alone: then the fact changes its oordeel.
 */
function findTeOpenen(model: Beslismodel, situatie: Situatie, feit: string): TafelStand[] {
  const ids = (model.tafelsDoorFeit.get(feit) ?? []).filter(
    (id) => !situatie.geopend.has(id) || isOpen(situatie.antwoorden[SIGNALEN]),
  );
  return model.kiesTafels(new Set(ids)).map((tafel) => toTafelStand(model, situatie, tafel));
}
