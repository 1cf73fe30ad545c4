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
import type { Situatie } from './situatie.ts';
import { type TafelStand, toTafelStand, toTafelStanden } from './tafel-stand.ts';
import { findVroegeUitkomst } from './vroege-uitkomst.ts';

/**
 * The relevant facts that are open and that could, for some answers to them and to the other open facts, change
 * the oordeel of an opened table that is not tried, or the outcome. In asking order.
 */
export function findOntbrekend(model: Beslismodel, situatie: Situatie): string[] {
  if (findVroegeUitkomst(situatie.antwoorden)) return [];
  const invloed = toInvloed(model, situatie);
  return model.vragen
    .map(({ feit }) => feit)
    .filter((feit) => situatie.relevant.has(feit) && isOpen(situatie.antwoorden[feit]) && invloed(feit));
}

function toInvloed(model: Beslismodel, situatie: Situatie): (feit: string) => boolean {
  const { antwoorden } = situatie;
  const standen = toTafelStanden(model, situatie);
  const stappen = findMogelijkeLokaleStappen(antwoorden);
  const pastZeker = standen.filter(
    ({ waarheid, geprobeerd, geprobeerdBekend }) =>
      waarheid === 'ja' && geprobeerdBekend && !geprobeerd && !isOpen(antwoorden[SIGNALEN]),
  );
  /** Whether no answer whatsoever can take "aanmelden" away any more, when the local step stands so. */
  const isAanmeldenZeker = (stap: LokaleStapStand) => pastZeker.some(({ tafel }) => isBruikbaar(tafel, stap));
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
    if (standen.some(({ beslissend, geprobeerd }) => !geprobeerd && beslissend.has(feit))) return true;
    if (feit === EERDER_BESPROKEN) {
      return standen.some(
        (stand) => model.teProberen.has(stand.tafel.id) && stand.waarheid !== 'nee' && telt(stand),
      );
    }
    return findTeOpenen(model, situatie, feit).some(
      (stand) => stand.waarheid !== 'nee' && !stand.geprobeerd && telt(stand),
    );
  };
}

/** Tables that this fact opens, as far as the signals do not surely open them already. */
function findTeOpenen(model: Beslismodel, situatie: Situatie, feit: string): TafelStand[] {
  return model.tafels
    .filter(
      ({ id, regels }) =>
        regels.ookGeopendDoor?.fact === feit &&
        (!situatie.geopend.has(id) || isOpen(situatie.antwoorden[SIGNALEN])),
    )
    .map((tafel) => toTafelStand(model, situatie, tafel));
}
