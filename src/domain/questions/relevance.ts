import type { Antwoorden } from '../model/antwoorden.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { groupPairs, type Kies } from '../model/pick.ts';
import type { Vraag } from '../model/vraag.ts';

/** When questions are relevant, ready to be asked for a case. */
export interface Relevantie {
  /** Whether a fact is relevant with these answers and these tables opened. */
  isRelevant(feit: string, antwoorden: Antwoorden, geopend: ReadonlySet<string>): boolean;
  /** The questions that are relevant with these tables opened, some of them only after an answer; in asking order. */
  listKandidaten(geopend: ReadonlySet<string>): readonly Vraag[];
}

/** What makes a question relevant: one of the tables (null: none is needed) and all of the answers. */
interface Eis {
  readonly tafels: ReadonlySet<string> | null;
  readonly antwoorden: readonly { readonly feit: string; readonly is: string }[];
}

const NOOIT: Eis = { tafels: new Set(), antwoorden: [] };

/** Works out once, at start, what makes each question relevant, so that what a case does not open costs it nothing. */
export function createRelevantie(
  vragen: readonly Vraag[],
  tafels: readonly Overlegtafel[],
  kiesVragen: Kies<Vraag>,
): Relevantie {
  const eisen = new Map<string, Eis>();
  for (const { feit, wanneer } of vragen) eisen.set(feit, toEis(wanneer, eisen));
  const altijd = vragen.map(({ feit }) => feit).filter((feit) => eisen.get(feit)?.tafels === null);
  const perTafel = groupPairs(
    [...eisen].flatMap(([feit, eis]) => [...(eis.tafels ?? [])].map((tafel) => [tafel, feit] as const)),
  );

  return {
    isRelevant(feit, antwoorden, geopend) {
      const eis = eisen.get(feit);
      if (!eis) return false;
      for (const { feit: eerder, is } of eis.antwoorden) if (antwoorden[eerder] !== is) return false;
      return eis.tafels === null || haveCommon(eis.tafels, geopend);
    },
    listKandidaten(geopend) {
      if (geopend.size === tafels.length) return vragen;
      const feiten = new Set(altijd);
      for (const tafel of geopend) for (const feit of perTafel.get(tafel) ?? []) feiten.add(feit);
      return kiesVragen(feiten);
    },
  };
}

/** A question after an answer needs what the question for that answer needs, which must come before it. */
function toEis(wanneer: Vraag['wanneer'], eerdere: ReadonlyMap<string, Eis>): Eis {
  if ('altijd' in wanneer) return { tafels: null, antwoorden: [] };
  if ('tafels' in wanneer) return { tafels: new Set(wanneer.tafels), antwoorden: [] };
  const eerder = eerdere.get(wanneer.feit);
  return eerder ? { ...eerder, antwoorden: [...eerder.antwoorden, wanneer] } : NOOIT;
}

/** Whether two sets have something in common; what that costs depends on the smaller one. */
function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size > b.size) return haveCommon(b, a);
  for (const item of a) if (b.has(item)) return true;
  return false;
}
