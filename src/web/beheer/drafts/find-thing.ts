import type { PartRef } from '../../../domain/editing/part.ts';
import { listNamen, type Soort } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';

/** A thing that has a form, and the field in it. */
interface Thing {
  readonly soort: string;
  /** Null: the list of all things of this kind. */
  readonly naam: string | null;
  readonly veld: string;
}

type Kind = Pick<Soort, 'soort' | 'staat'>;

/** The thing that a place in a file is in, such as `contacten.3.label`; null when no form shows it. */
export function findThingAt(
  soorten: readonly Kind[],
  files: Files,
  bestand: string,
  plaats: string,
): Thing | null {
  const [first = '', second, ...rest] = plaats.split('.');
  for (const kind of soorten) {
    const { soort, staat } = kind;
    if (staat.in === 'map') {
      const naam = toFileName(bestand, staat.map);
      if (naam !== null && naam !== staat.behalve) return { soort, naam, veld: plaats };
    } else if (staat.bestand !== bestand) continue;
    else if (staat.in === 'lijst') {
      if (first === staat.lijst || first === '')
        return { soort, naam: listNamen(files, kind)[Number(second)] ?? null, veld: rest.join('.') };
    } else if (staat.sleutels === null || staat.sleutels.includes(first) || first === '')
      return { soort, naam: soort, veld: plaats };
  }
  return null;
}

/** The thing that is saved as this part. */
export function findThingOf(
  soorten: readonly Kind[],
  files: Files,
  { bestand, naam }: PartRef,
): Thing | null {
  const found = findThingAt(soorten, files, bestand, '');
  return found && naam !== null ? { ...found, naam } : found;
}

/** The name of a file in a folder, without its ending; null for another file. */
export function toFileName(bestand: string, map: string): string | null {
  const name = bestand.startsWith(`${map}/`) ? bestand.slice(map.length + 1) : '';
  return name.endsWith('.json') && !name.includes('/') ? name.slice(0, -'.json'.length) : null;
}
