import { evaluateVoorwaarde } from '../evaluation/kleene.ts';
import type { Antwoord, Antwoorden } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Voorwaarde } from '../model/regel.ts';
import { SIGNALEN } from '../model/routing-facts.ts';
import { isRelevant, toSituatie } from '../questions/situatie.ts';
import { listKenmerkendeAntwoorden } from './kenmerkende-antwoorden.ts';
import type { Mogelijk } from './mogelijke-waarheden.ts';

/** One case: what the criteria of a table (by id) can be, whatever is answered further. */
export type Geval = (tafel: Overlegtafel) => (criterium: string) => Mogelijk;

/**
 * All that answers can make of these tables when they are opened and all that is asked is answered, as cases.
 * In one case the facts that entangle criteria are fixed: those that more than one criterion is about, and those that decide
 * whether another is asked. So within a case no criterion says anything about another.
 */
export function listGevallen(model: Beslismodel, tafels: readonly Overlegtafel[]): Geval[] {
  const criteria = tafels.flatMap(({ regels }) =>
    regels.criteria.filter(({ weging }) => weging === 'vereist'),
  );
  const voorwaarden = criteria.map(({ voorwaarde }) => voorwaarde);
  const feiten = voorwaarden.map(({ fact }) => fact);
  const ouders = feiten.flatMap((feit) => listOuders(model, feit));
  const vast = new Set([...feiten.filter((feit, index) => feiten.indexOf(feit) !== index), ...ouders]);
  const voorwaardenOver = (feit: string) => [
    ...voorwaarden.filter(({ fact }) => fact === feit),
    ...listVolgers(model, feit),
  ];
  const los = new Map(
    voorwaarden.map((voorwaarde) => [voorwaarde, listWaarheden(model, voorwaarde)] as const),
  );
  const signalen = tafels.map(({ regels }) => regels.signaal);
  return combine(model, [...vast], voorwaardenOver).map((antwoorden) => {
    const situatie = toSituatie(model, { ...antwoorden, [SIGNALEN]: signalen });
    const mogelijk = (voorwaarde: Voorwaarde): Mogelijk => {
      if (!isRelevant(model, situatie, voorwaarde.fact)) return new Set(['onbekend']);
      if (vast.has(voorwaarde.fact)) return new Set([evaluateVoorwaarde(voorwaarde, antwoorden)]);
      return los.get(voorwaarde) ?? new Set();
    };
    return ({ regels }) => {
      const perCriterium = new Map(regels.criteria.map(({ id, voorwaarde }) => [id, voorwaarde]));
      return (criterium) => {
        const voorwaarde = perCriterium.get(criterium);
        return voorwaarde ? mogelijk(voorwaarde) : new Set();
      };
    };
  });
}

/** What a condition can be once its question is answered. */
export function listWaarheden({ vraagVan }: Beslismodel, voorwaarde: Voorwaarde): Mogelijk {
  const vraag = vraagVan.get(voorwaarde.fact);
  const antwoorden = vraag ? listKenmerkendeAntwoorden(vraag, [voorwaarde]) : [];
  return new Set(
    antwoorden.map((antwoord) => evaluateVoorwaarde(voorwaarde, { [voorwaarde.fact]: antwoord })),
  );
}

/** The facts on whose answer it depends whether this one is asked. */
function listOuders({ vraagVan }: Beslismodel, feit: string): string[] {
  const ouders: string[] = [];
  for (let wanneer = vraagVan.get(feit)?.wanneer; wanneer && 'feit' in wanneer; ) {
    // A circle is a fault of its own.
    if (ouders.includes(wanneer.feit)) break;
    ouders.push(wanneer.feit);
    wanneer = vraagVan.get(wanneer.feit)?.wanneer;
  }
  return ouders;
}

/** The questions that depend on the answer to this one, as conditions on it. */
function listVolgers({ vragen }: Beslismodel, feit: string): Voorwaarde[] {
  return vragen.flatMap(({ wanneer }) =>
    'feit' in wanneer && wanneer.feit === feit
      ? [{ fact: feit, operator: 'is' as const, value: wanneer.is }]
      : [],
  );
}

function combine(
  { vraagVan }: Beslismodel,
  feiten: readonly string[],
  voorwaardenOver: (feit: string) => Voorwaarde[],
): Antwoorden[] {
  return feiten.reduce<Record<string, Antwoord>[]>(
    (tot, feit) => {
      const vraag = vraagVan.get(feit);
      const antwoorden = vraag ? listKenmerkendeAntwoorden(vraag, voorwaardenOver(feit)) : [];
      return tot.flatMap((combinatie) => antwoorden.map((antwoord) => ({ ...combinatie, [feit]: antwoord })));
    },
    [{}],
  );
}
