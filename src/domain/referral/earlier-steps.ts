import { type Antwoorden, isOpen, toChosen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { PakketTexts } from '../model/pakketveld.ts';
import { EERDER_BESPROKEN, LOKAAL_BESPROKEN, LOKAAL_VASTGELOPEN } from '../model/routing-facts.ts';

/** Whether the local step was taken, in words. */
export function toLokaal(antwoorden: Antwoorden, teksten: PakketTexts): string {
  if (isOpen(antwoorden[LOKAAL_BESPROKEN])) return teksten.onbekend;
  if (antwoorden[LOKAAL_BESPROKEN] !== 'ja') return teksten.nee;
  const vastgelopen = antwoorden[LOKAAL_VASTGELOPEN];
  if (isOpen(vastgelopen)) return teksten.lokaalOpen;
  return vastgelopen === 'ja' ? teksten.lokaalVastgelopen : teksten.lokaalLoopt;
}

/** The tables where the case was discussed; null when that is not known. */
export function toEarlierBesproken(
  model: Beslismodel,
  antwoorden: Antwoorden,
  teksten: PakketTexts,
): string | null {
  const earlier = antwoorden[EERDER_BESPROKEN];
  if (isOpen(earlier)) return null;
  const names = toChosen(earlier).flatMap((id) => model.tafelOf.get(id)?.korteNaam ?? []);
  return names.length > 0 ? `${teksten.eerderZonderOplossing} ${names.join(', ')}` : teksten.nee;
}
