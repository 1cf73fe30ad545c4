import type { Antwoorden } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Vraag } from '../model/vraag.ts';
import { findVolgendeVraag } from './next-question.ts';
import { findVroegeUitkomst, listRelevant, type Situatie, toSituatie } from './situatie.ts';

/** How far a set of answers has come. */
export interface Voortgang {
  readonly antwoorden: Antwoorden;
  readonly situatie: Situatie;
  /** The question to ask next, or null when the advice can be given. */
  readonly volgende: Vraag | null;
  /** The questions that can be opened now, in asking order. */
  readonly bereikbaar: readonly Vraag[];
}

/**
 * Works out how far these answers have come. The questions that can be opened are those that are answered, and the next
 * one; when the advice is open early (acute danger, outside Twente) every relevant question.
 */
export function toVoortgang(model: Beslismodel, antwoorden: Antwoorden): Voortgang {
  const situatie = toSituatie(model, antwoorden);
  const volgende = findVolgendeVraag(model, antwoorden, situatie);
  const bereikbaar = findVroegeUitkomst(antwoorden)
    ? listRelevant(model, situatie)
    : model.kiesVragen(new Set([...Object.keys(situatie.antwoorden), ...(volgende ? [volgende.feit] : [])]));
  return { antwoorden, situatie, volgende, bereikbaar };
}
