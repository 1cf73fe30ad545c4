import type { Advies } from '../../src/domain/advice/advies.ts';
import { findWays } from '../../src/domain/advice/needed.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import type { Beslismodel } from '../../src/domain/model/beslismodel.ts';
import { listRelevant } from '../../src/domain/questions/situatie.ts';
import extraJson from '../cases/extra.json' with { type: 'json' };
import { SIGNAAL } from '../support/domain-facts.ts';
import { listTafelCases, readTafelCases, toAntwoorden } from '../support/tafel-cases.ts';
import { vignettes } from '../support/vignettes.ts';

/** What a case expects; what it does not name may be anything. Ids of criteria are `<tafel>/<criterium>`. */
export interface Expected {
  readonly uitkomst?: string;
  readonly tafels?: readonly string[];
  readonly voorzieningen?: readonly string[];
  readonly daarna?: readonly string[];
  readonly ontbreekt?: readonly string[];
  readonly volgendeVraag?: string | null;
  readonly oordelen?: Readonly<Record<string, string>>;
  readonly criteria?: Readonly<Record<string, string>>;
  /** Per table `mag`, or the role via whom. */
  readonly aanmelder?: Readonly<Record<string, string>>;
  /** All tables where this role may refer. */
  readonly mag?: readonly string[];
  /** All tables with a role to consult, and those roles. */
  readonly overlegMet?: Readonly<Record<string, readonly string[]>>;
  /** All facts that count, in asking order. */
  readonly telt?: readonly string[];
  /** All criteria that the project reads so itself. */
  readonly zoGelezen?: readonly string[];
  /** All criteria that do not hold and that one can still do something about. */
  readonly teDoen?: readonly string[];
  /** All tables where the advice says who pays, by which fact. */
  readonly betaling?: Readonly<Record<string, string>>;
}

export interface ProofCase {
  readonly bestand: string;
  readonly naam: string;
  readonly antwoorden: Antwoorden;
  readonly verwacht: Expected;
}

const EXTRA = 'test/cases/extra.json';
const extraCases: readonly ProofCase[] = (extraJson as unknown as readonly Omit<ProofCase, 'bestand'>[]).map(
  (testCase) => ({ bestand: EXTRA, ...testCase }),
);

/** All cases that are data: the vignettes, those per table, and the extra ones. */
export const proofCases: readonly ProofCase[] = [
  ...extraCases,
  ...vignettes.map((testCase) => ({ bestand: 'test/cases/vignettes.json', ...testCase })),
  ...listTafelCases().flatMap(toTafelProofCases),
];

function toTafelProofCases(tafel: string): ProofCase[] {
  const cases = readTafelCases(tafel);
  const bestand = `test/cases/tafels/${tafel}.json`;
  const open = { signalen: [SIGNAAL[tafel] ?? ''] };
  return [
    ...Object.values(cases.basis).map(({ naam, antwoorden }) => ({
      bestand,
      naam,
      antwoorden: { ...antwoorden, ...open },
      verwacht: { oordelen: { [tafel]: 'voldoet' } },
    })),
    ...cases.gevallen.map((testCase) => ({
      bestand,
      naam: testCase.naam,
      antwoorden: { ...toAntwoorden(cases, testCase), ...open },
      verwacht: {
        oordelen: { [tafel]: testCase.tafel },
        criteria: { [`${tafel}/${testCase.criterium}`]: testCase.oordeel },
      },
    })),
  ];
}

/** The parts of the expectation that the advice does not meet. */
export function findDifferences(model: Beslismodel, advies: Advies, verwacht: Expected): string[] {
  const found = toFound(model, advies);
  return Object.entries(verwacht).flatMap(([deel, waarde]) => {
    const full = found[deel as keyof Expected]();
    const core =
      isObject(waarde) && PARTLY.has(deel) && isObject(full) ? pick(full, Object.keys(waarde)) : full;
    return JSON.stringify(sortKeys(core)) === JSON.stringify(sortKeys(waarde))
      ? []
      : [`${deel}: ${JSON.stringify(core)} in plaats van ${JSON.stringify(waarde)}`];
  });
}

/** Parts of which a case names only what it is about; of the others it names all. */
const PARTLY = new Set(['oordelen', 'criteria', 'aanmelder']);

function toFound(model: Beslismodel, advies: Advies): Record<keyof Expected, () => unknown> {
  const { situatie, overlegtafels } = advies;
  const perTafel = <T>(toValue: (oordeel: (typeof overlegtafels)[number]) => T) =>
    Object.fromEntries(overlegtafels.map((oordeel) => [oordeel.tafel.id, toValue(oordeel)]));
  const criteria = overlegtafels.flatMap(({ tafel, criteria }) =>
    criteria.map((deel) => ({ naam: `${tafel.id}/${deel.criterium.id}`, ...deel })),
  );
  return {
    uitkomst: () => advies.uitkomst,
    tafels: () => advies.tafels,
    voorzieningen: () => advies.voorzieningen,
    daarna: () => advies.daarna,
    ontbreekt: () => advies.ontbreekt,
    volgendeVraag: () => advies.volgendeVraag,
    oordelen: () => perTafel(({ oordeel }) => oordeel),
    criteria: () => Object.fromEntries(criteria.map(({ naam, oordeel }) => [naam, oordeel])),
    aanmelder: () => perTafel(({ aanmelder: { mag, via } }) => (mag === true ? 'mag' : via)),
    mag: () => overlegtafels.filter(({ aanmelder }) => aanmelder.mag === true).map(({ tafel }) => tafel.id),
    overlegMet: () =>
      Object.fromEntries(
        overlegtafels
          .filter(({ aanmelder }) => aanmelder.overlegMet.length > 0)
          .map(({ tafel, aanmelder }) => [tafel.id, aanmelder.overlegMet]),
      ),
    telt: () => listRelevant(model, situatie).map(({ feit }) => feit),
    zoGelezen: () => criteria.filter(({ criterium }) => criterium.interpretatie).map(({ naam }) => naam),
    teDoen: () =>
      overlegtafels.flatMap((oordeel) => [
        ...new Set(
          findWays(model, situatie, oordeel)
            .flatMap(({ teDoen }) => teDoen)
            .map(({ id }) => `${oordeel.tafel.id}/${id}`),
        ),
      ]),
    betaling: () =>
      Object.fromEntries(
        overlegtafels.flatMap(({ tafel: { id, regels } }) =>
          regels.financiering ? [[id, regels.financiering.feit]] : [],
        ),
      ),
  };
}

function isObject(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}

function pick(bron: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, bron[key]]));
}

function sortKeys(waarde: unknown): unknown {
  return isObject(waarde) ? Object.fromEntries(Object.entries(waarde).toSorted()) : waarde;
}
