import { answerFor } from './arbitrary-antwoorden.ts';
import { type Antwoord, type Antwoorden, CRITERIA, SIGNAAL, WAYS } from './domain-facts.ts';

/** Answers to the four questions that always come first: nothing acute, in Twente, and stuck at the gemeente. */
export const LOKAAL_VAST: Antwoorden = {
  acuutGevaar: 'nee',
  gemeente: 'enschede',
  rol: 'wijkcoach',
  lokaalBesproken: 'ja',
  lokaalVastgelopen: 'ja',
};

/** Answers with which these tables fit, in their first way, with the signals that open them and no others. */
export function toFitting(...tafels: readonly string[]): Antwoorden {
  const antwoorden: Record<string, Antwoord> = { signalen: tafels.map((id) => SIGNAAL[id] ?? id) };
  for (const tafel of tafels)
    for (const feit of WAYS[tafel]?.[0] ?? []) antwoorden[feit] = answerFor(tafel, feit, true);
  return antwoorden;
}

/** Answers with which these tables do not fit: no criterion that decides is met. */
export function toNotFitting(...tafels: readonly string[]): Antwoorden {
  const antwoorden: Record<string, Antwoord> = { signalen: tafels.map((id) => SIGNAAL[id] ?? id) };
  for (const tafel of tafels)
    for (const { feit, weging } of CRITERIA[tafel] ?? [])
      if (weging === 'vereist') antwoorden[feit] = answerFor(tafel, feit, false);
  return antwoorden;
}
