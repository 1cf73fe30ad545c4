import type { Antwoorden } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Vraag } from '../model/vraag.ts';
import { findNextVraag } from './next-question.ts';
import { findEarlyUitkomst, listRelevant, type Situatie, toSituatie } from './situatie.ts';

/** How far a set of answers has come. */
export interface Progress {
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
export function toProgress(model: Beslismodel, antwoorden: Antwoorden): Progress {
  const situatie = toSituatie(model, antwoorden);
  const volgende = findNextVraag(model, antwoorden, situatie);
  const bereikbaar = findEarlyUitkomst(antwoorden)
    ? listRelevant(model, situatie)
    : model.pickVragen(new Set([...Object.keys(situatie.antwoorden), ...(volgende ? [volgende.feit] : [])]));
  return { antwoorden, situatie, volgende, bereikbaar };
}
