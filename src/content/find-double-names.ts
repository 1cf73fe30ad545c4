import { findSameNames, type SameName } from '../domain/editing/form/same-name.ts';
import type { Finding } from '../domain/editing/proof.ts';
import { listNamen, readThing, type Soort } from '../domain/editing/soort.ts';
import type { Files } from '../domain/editing/versions.ts';
import { isObject, isSame } from '../domain/json.ts';
import { SOORTEN } from './content-parts.ts';

/**
 * Warns of a name that something new or changed has and another thing of its kind too: a form refuses that, but two people
 * may each bring it in with a draft of their own. Of two that came together each is named.
 */
export function findDoubleNames(before: Files, after: Files): Finding[] {
  return SOORTEN.flatMap((soort) => {
    const changed = listNamen(after, soort)
      .map((naam) => ({ naam, value: readThing(after, soort, naam) }))
      .filter(({ naam, value }) => !isSame(value, readThing(before, soort, naam)));
    return changed.flatMap(({ naam, value }) => {
      const same = findSameNames(after, soort, naam, value, before);
      const alike = soort.soort === CONTACTEN ? findSameContact(before, after, soort, naam) : [];
      return [...same, ...alike].map(({ pad, ander }) => ({
        ...toPlace(soort, naam, pad),
        melding: toMelding(ander),
      }));
    });
  });
}

const CONTACTEN = 'contacten';

/** Of one house there may be a number and an address, and two of one sort only where that is meant. */
function findSameContact(before: Files, after: Files, soort: Soort, naam: string): readonly SameName[] {
  const toKey = (files: Files, one: string) => {
    const { label = '', soort: sort = '' } = (readThing(files, soort, one) ?? {}) as Record<string, unknown>;
    return `${sort} ${String(label).trim().replaceAll(/\s+/g, ' ').toLowerCase()}`;
  };
  const key = toKey(after, naam);
  if (key === toKey(before, naam)) return [];
  const other = listNamen(after, soort).find((one) => one !== naam && toKey(after, one) === key);
  const value = other === undefined ? undefined : readThing(after, soort, other);
  return isObject(value) ? [{ pad: 'label', ander: String(value.label) }] : [];
}

function toMelding(ander: string): string {
  return `er is al iets dat ook zo heet: “${ander}”. Is het hetzelfde? Haal er dan één weg. Geef het anders een andere naam.`;
}

function toPlace({ staat }: Soort, naam: string, pad: string) {
  return staat.in === 'map'
    ? { bestand: `${staat.map}/${naam}.json`, plaats: pad }
    : { bestand: staat.bestand, plaats: `${naam}.${pad}` };
}
