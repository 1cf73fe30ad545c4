import { type Antwoord, type Antwoorden, toChosen } from '../model/antwoorden.ts';
import {
  EERDER_BESPROKEN,
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  ROL,
  SIGNALEN,
} from '../model/routing-facts.ts';
import type { ProofContent, ProofTafel, ProofVraag } from './proof-content.ts';

/** That some options of a list are chosen; which, the variables of those options say. */
export const CHOSEN = Symbol('gekozen');

/**
 * One variable of the diagrams: a question, or one option of a list. A list of n options has 2^n answers, so it is asked for
 * as "not answered, one that stands alone, or chosen" and then option by option.
 */
interface Variable {
  readonly feit: string;
  readonly isList: boolean;
  /** The option of a list for which this one stands (no or yes); null for the question itself. */
  readonly optie: string | null;
  /** What each value stands for: an answer, not answered, or for an option whether it is chosen. */
  readonly values: readonly (Antwoord | typeof CHOSEN | boolean | undefined)[];
}

/** The variables of some content, in the order in which diagrams ask for them. */
export interface Variables {
  readonly all: readonly Variable[];
  /** The place of the question; undefined when there is none of this kind. */
  placeOf(feit: string, isList: boolean): number | undefined;
  /** The places of the options of a list that can be chosen together. */
  optiesOf(feit: string): ReadonlyMap<string, number>;
  /** A value for each variable. */
  toValues(antwoorden: Antwoorden): number[];
  toAntwoorden(values: readonly number[]): Antwoorden;
}

/** These first: all that follows depends on them. The role last: it only says who may refer. */
const FIRST = [LOKAAL_BESPROKEN, LOKAAL_VASTGELOPEN];

/**
 * The variables for this content; of more versions, the variables that they have together.
 *
 * The order decides how large the diagrams become. What concerns one table stands together, in ladder order: its signal,
 * its questions, whether it was tried. So what is to be remembered from table to table stays small.
 */
export function createVariables(...versions: readonly ProofContent[]): Variables {
  const all = orderVariables(
    mergeVragen(versions),
    versions.flatMap(({ tafels }) => tafels),
  );
  const places = new Map(all.map((variable, place) => [toKey(variable), place]));
  const opties = new Map<string, Map<string, number>>();
  for (const [place, { feit, optie }] of all.entries()) {
    if (optie === null) continue;
    const own = opties.get(feit) ?? new Map<string, number>();
    opties.set(feit, own.set(optie, place));
  }
  return {
    all,
    placeOf: (feit, isList) => places.get(toKey({ feit, isList, optie: null })),
    optiesOf: (feit) => opties.get(feit) ?? new Map(),
    toValues: (antwoorden) => all.map((variable) => findValue(variable, antwoorden[variable.feit])),
    toAntwoorden(values) {
      const antwoorden: Record<string, Antwoord> = {};
      for (const [place, { feit, values: meanings }] of all.entries()) {
        const meaning = meanings[values[place] as number];
        if (typeof meaning === 'string' || Array.isArray(meaning)) antwoorden[feit] = meaning as Antwoord;
        else if (meaning === CHOSEN)
          antwoorden[feit] = [...(opties.get(feit) ?? [])].flatMap(([optie, at]) =>
            values[at] === 1 ? [optie] : [],
          );
      }
      return antwoorden;
    },
  };
}

function toKey({ feit, isList, optie }: Pick<Variable, 'feit' | 'isList' | 'optie'>): string {
  return JSON.stringify([feit, isList, optie]);
}

/** The place of an answer among the values; an option of a list that is not there counts as not chosen. */
function findValue({ values, isList, optie }: Variable, antwoord: Antwoord | undefined): number {
  if (antwoord === undefined || Array.isArray(antwoord) !== isList) return 0;
  if (optie !== null) return Number(toChosen(antwoord).includes(optie));
  const single = isList && antwoord.length === 1 ? antwoord[0] : antwoord;
  const found = values.findIndex((value) => (Array.isArray(value) ? value[0] : value) === single);
  return found === -1 ? values.indexOf(CHOSEN) : found;
}

/** Every question once, with the options of all versions. One that became a list, or no list any more, is another question. */
function mergeVragen(versions: readonly ProofContent[]): ProofVraag[] {
  const merged = new Map<string, ProofVraag>();
  for (const vraag of versions.flatMap(({ vragen }) => vragen)) {
    const key = toKey({ ...vraag, isList: vraag.type === 'meerkeuze', optie: null });
    const earlier = merged.get(key);
    const known = new Set(earlier?.opties.map(({ id }) => id));
    const opties = [...(earlier?.opties ?? []), ...vraag.opties.filter(({ id }) => !known.has(id))];
    merged.set(key, { ...(earlier ?? vraag), opties });
  }
  return [...merged.values()];
}

function orderVariables(vragen: readonly ProofVraag[], tafels: readonly ProofTafel[]): Variable[] {
  const waiting = new Set(vragen.flatMap(toVariables));
  const ordered: Variable[] = [];
  const take = (is: (variable: Variable) => boolean) => {
    for (const variable of waiting)
      if (is(variable)) {
        ordered.push(variable);
        waiting.delete(variable);
      }
  };
  const tafelsOf = new Map(
    vragen.map(({ feit, wanneer }) => [feit, 'tafels' in wanneer ? wanneer.tafels : []]),
  );
  const isRoute = ({ feit }: Variable) => feit === SIGNALEN || feit === EERDER_BESPROKEN;
  take(({ feit }) => FIRST.includes(feit));
  take((variable) => isRoute(variable) && variable.optie === null);
  for (const { id, regels } of putTogether(tafels)) {
    take(({ feit, optie }) => feit === SIGNALEN && optie === regels.signaal);
    take((variable) => !isRoute(variable) && tafelsOf.get(variable.feit)?.includes(id) === true);
    take(({ feit, optie }) => feit === EERDER_BESPROKEN && optie === id);
  }
  take(({ feit }) => feit !== ROL);
  return [...ordered, ...waiting];
}

function toVariables({ feit, type, opties }: ProofVraag): Variable[] {
  const isList = type === 'meerkeuze';
  if (!isList) return [{ feit, isList, optie: null, values: [undefined, ...opties.map(({ id }) => id)] }];
  const single = opties.filter(({ alleen }) => alleen).map(({ id }) => [id]);
  return [
    { feit, isList, optie: null, values: [undefined, ...single, CHOSEN] },
    ...opties
      .filter(({ alleen }) => !alleen)
      .map(({ id }) => ({ feit, isList, optie: id, values: [false, true] })),
  ];
}

/** The tables in ladder order, but those about the same facts behind each other. */
function putTogether(tafels: readonly ProofTafel[]): ProofTafel[] {
  const isAboutSame = (een: ProofTafel, other: ProofTafel) =>
    een.regels.criteria.some(
      ({ voorwaarde: { fact } }) =>
        fact !== EERDER_BESPROKEN && other.regels.criteria.some(({ voorwaarde }) => voorwaarde.fact === fact),
    );
  const ordered = new Set<ProofTafel>();
  for (const tafel of tafels) {
    ordered.add(tafel);
    for (const other of tafels) if (isAboutSame(tafel, other)) ordered.add(other);
  }
  return [...ordered];
}
