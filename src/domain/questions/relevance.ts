import type { Antwoorden } from '../model/antwoorden.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Vraag } from '../model/vraag.ts';

/** When questions are relevant, ready to be asked for a case. */
export interface Relevance {
  /** Whether a fact is relevant with these answers and these tables opened. */
  isRelevant(feit: string, antwoorden: Antwoorden, opened: ReadonlySet<string>): boolean;
  /** The questions that are relevant with these tables opened, some of them only after an answer; in asking order. */
  listCandidates(opened: ReadonlySet<string>): readonly Vraag[];
}

/** What makes a question relevant: one of the tables (null: none is needed) and all of the answers. */
interface Requirement {
  readonly tafels: ReadonlySet<string> | null;
  readonly antwoorden: readonly { readonly feit: string; readonly is: string }[];
}

const NEVER: Requirement = { tafels: new Set(), antwoorden: [] };

/** Works out once, at start, what makes each question relevant, so that what a case does not open costs it nothing. */
export function createRelevance(
  vragen: readonly Vraag[],
  tafels: readonly Overlegtafel[],
  pickVragen: Picker<Vraag>,
): Relevance {
  const requirements = new Map<string, Requirement>();
  for (const { feit, wanneer } of vragen) requirements.set(feit, toRequirement(wanneer, requirements));
  const altijd = vragen.map(({ feit }) => feit).filter((feit) => requirements.get(feit)?.tafels === null);
  const perTafel = groupPairs(
    [...requirements].flatMap(([feit, requirement]) =>
      [...(requirement.tafels ?? [])].map((tafel) => [tafel, feit] as const),
    ),
  );

  return {
    isRelevant(feit, antwoorden, opened) {
      const requirement = requirements.get(feit);
      if (!requirement) return false;
      for (const { feit: earlier, is } of requirement.antwoorden)
        if (antwoorden[earlier] !== is) return false;
      return requirement.tafels === null || haveCommon(requirement.tafels, opened);
    },
    listCandidates(opened) {
      if (opened.size === tafels.length) return vragen;
      const feiten = new Set(altijd);
      for (const tafel of opened) for (const feit of perTafel.get(tafel) ?? []) feiten.add(feit);
      return pickVragen(feiten);
    },
  };
}

/** A question after an answer needs what the question for that answer needs, which must come before it. */
function toRequirement(wanneer: Vraag['wanneer'], earlier: ReadonlyMap<string, Requirement>): Requirement {
  if ('altijd' in wanneer) return { tafels: null, antwoorden: [] };
  if ('tafels' in wanneer) return { tafels: new Set(wanneer.tafels), antwoorden: [] };
  const before = earlier.get(wanneer.feit);
  return before ? { ...before, antwoorden: [...before.antwoorden, wanneer] } : NEVER;
}

/** Whether two sets have something in common; what that costs depends on the smaller one. */
function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size > b.size) return haveCommon(b, a);
  for (const item of a) if (b.has(item)) return true;
  return false;
}

/** Finds items by their keys, in the order of the list. The keys must be of that list. */
export type Picker<T> = (keys: ReadonlySet<string>) => readonly T[];

/** Makes what finds items of a list; what that costs depends on how many are asked for, not on the length of the list. */
export function createPicker<T>(items: readonly T[], toKey: (item: T) => string): Picker<T> {
  const placeOf = new Map(items.map((item, place) => [toKey(item), place]));
  return (keys) => {
    if (keys.size === items.length) return items;
    const places: number[] = [];
    for (const key of keys) {
      const place = placeOf.get(key);
      if (place !== undefined) places.push(place);
    }
    return places.sort((a, b) => a - b).map((place) => items[place] as T);
  };
}

/** Groups values by their keys, in the order in which they come. */
export function groupPairs(
  pairs: Iterable<readonly [sleutel: string, waarde: string]>,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, waarde] of pairs) {
    const groep = groups.get(key);
    if (groep) groep.push(waarde);
    else groups.set(key, [waarde]);
  }
  return groups;
}
