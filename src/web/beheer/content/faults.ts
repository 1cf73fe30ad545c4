import { toPad } from '../../../domain/editing/form/find-pad.ts';
import { findPlace } from '../../../domain/editing/form/find-place.ts';
import type { Formulier } from '../../../domain/editing/form/find-uses.ts';
import { isSame } from '../../../domain/editing/json.ts';
import type { Finding } from '../../../domain/editing/proof.ts';
import { findPath, listNamen, readThing, type Soort, toBestand } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';

/** A finding with the thing and the field that it is about. */
export interface PlacedFault {
  readonly soort: string;
  readonly naam: string;
  readonly pad: string;
  readonly melding: string;
}

/** Finds for what is wrong with the content the field to change; null where no one thing is to blame. */
export function placeFault(
  files: Files,
  formulieren: readonly Formulier[],
  { bestand, plaats, melding }: Finding,
): PlacedFault | null {
  const path = findPlace(files[bestand], plaats);
  for (const { soort, veld } of formulieren) {
    const naam = findThing(files, soort, bestand, path);
    if (naam === null) continue;
    const within = path.slice(findPath(files, soort, naam).length);
    const pad = toPad(veld, readThing(files, soort, naam), within);
    return { soort: soort.soort, naam, pad, melding };
  }
  return null;
}

/** The thing of a kind that a place in a file is in. */
function findThing(
  files: Files,
  soort: Soort,
  bestand: string,
  path: readonly (string | number)[],
): string | null {
  const { staat } = soort;
  const names = listNamen(files, soort);
  if (staat.in === 'map') return names.find((naam) => toBestand(soort, naam) === bestand) ?? null;
  if (staat.bestand !== bestand) return null;
  const [first, second] = path;
  if (staat.in === 'bestand')
    return staat.sleutels === null || (typeof first === 'string' && staat.sleutels.includes(first))
      ? soort.soort
      : null;
  return isSame(first, staat.lijst) && typeof second === 'number' ? (names[second] ?? null) : null;
}
