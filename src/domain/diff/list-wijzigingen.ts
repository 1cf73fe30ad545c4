/** One place where two versions differ; `van` is undefined where it is new, `naar` where it is gone. */
export interface Wijziging {
  /** A path such as `aanmelders.rollen` or `criteria.gebieds-veiligheid.tekst`. */
  readonly plaats: string;
  readonly van: unknown;
  readonly naar: unknown;
}

/** Keys by which the things in a list are known, the first that all of them have. */
const SLEUTELS = ['id', 'feit', 'label', 'taak', 'tekst'];

/**
 * Lists where two versions of the same data differ, as deep as it goes. A list of words is one place; things in a list
 * are found back by their name, so that one more at the top does not change all others.
 */
export function listWijzigingen(van: unknown, naar: unknown, plaats = ''): Wijziging[] {
  if (isGelijk(van, naar)) return [];
  const [oud, nieuw] = [toDelen(van, naar), toDelen(naar, van)];
  if (!oud || !nieuw) return [{ plaats, van, naar }];
  const namen = new Set([...oud.keys(), ...nieuw.keys()]);
  const wijzigingen = [...namen].flatMap((naam) =>
    listWijzigingen(oud.get(naam), nieuw.get(naam), plaats === '' ? naam : `${plaats}.${naam}`),
  );
  // The same parts in another order.
  return wijzigingen.length > 0 ? wijzigingen : [{ plaats, van: [...oud.keys()], naar: [...nieuw.keys()] }];
}

/** The parts of an object, or of a list of objects, by name; null for what is compared as one. */
function toDelen(waarde: unknown, ander: unknown): Map<string, unknown> | null {
  if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde) !== Array.isArray(ander))
    return null;
  if (!Array.isArray(waarde)) {
    return typeof ander === 'object' && ander !== null ? new Map(Object.entries(waarde)) : null;
  }
  const alle: unknown[] = [...waarde, ...(Array.isArray(ander) ? ander : [])];
  const sleutel = SLEUTELS.find((naam) => alle.every((deel) => toNaam(deel, naam) !== null));
  const namen = waarde.map((deel, nummer) => (sleutel && toNaam(deel, sleutel)) || String(nummer));
  if (alle.some((deel) => typeof deel !== 'object') || new Set(namen).size < namen.length) return null;
  return new Map(waarde.map((deel, nummer) => [namen[nummer] ?? '', deel]));
}

function toNaam(deel: unknown, sleutel: string): string | null {
  const naam = typeof deel === 'object' && deel !== null ? (deel as Record<string, unknown>)[sleutel] : null;
  return typeof naam === 'string' ? naam : null;
}

/** The same data; the order of keys in an object does not matter. */
function isGelijk(een: unknown, ander: unknown): boolean {
  return JSON.stringify(een, sorteerSleutels) === JSON.stringify(ander, sorteerSleutels);
}

function sorteerSleutels(_sleutel: string, waarde: unknown): unknown {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
    ? Object.fromEntries(Object.entries(waarde).sort(([een], [ander]) => (een < ander ? -1 : 1)))
    : waarde;
}
