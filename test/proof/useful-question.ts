import { findMissing } from '../../src/domain/questions/missing.ts';
import { toSituatie } from '../../src/domain/questions/situatie.ts';
import { answerFor } from '../support/arbitrary-antwoorden.ts';
import {
  type Antwoord,
  type Antwoorden,
  CRISISTEAM,
  CRITERIA,
  P10,
  SIGNAAL,
  TAFELS,
  TOPX,
  WAYS,
} from '../support/domain-facts.ts';
import { model } from '../support/real-content.ts';
import { toReferentie } from '../support/reference-advice.ts';
import { listAllAntwoorden } from './question-paths.ts';

/**
 * Whether the answer to this question can still change something: for some answers to the questions not asked yet, two
 * answers to it differ in an oordeel, a list, the outcome, who may refer, to whom the mail goes or what is to be found
 * out first; or it is shown with a table that may still fit and is not tried. "I do not know" stays so.
 * Decided by the statement of domain.md in the tests; only what is to be found out comes from `src/`.
 */
export function isUseful(antwoorden: Antwoorden, feit: string): boolean {
  // Each gemeente has a local entrance of its own, and each role its own tables.
  if (feit === 'gemeente' || feit === 'rol') return true;
  return (
    listAdditions(feit).some((addition) => makesDifference({ ...addition, ...antwoorden }, feit)) ||
    listShownAt(feit).some((tafel) =>
      // A crisis now may open the crisisteam, whatever the signals are.
      toWays(tafel).some((way) =>
        [way, { ...way, crisisNu: 'ja' }].some((addition) =>
          canPassen({ ...addition, ...antwoorden }, tafel),
        ),
      ),
    ) ||
    listAdditions(feit).some((addition) =>
      makesDifference({ ...addition, ...antwoorden }, feit, (given) =>
        findMissing(model, toSituatie(model, given)),
      ),
    )
  );
}

function makesDifference(
  antwoorden: Antwoorden,
  feit: string,
  toConsequence: (antwoorden: Antwoorden) => unknown = toDecision,
): boolean {
  const [first, ...rest] = listToTry(feit).map((antwoord) => ({ ...antwoorden, [feit]: antwoord }));
  const consequence = JSON.stringify(toConsequence(first ?? {}));
  return rest.some((other) => JSON.stringify(toConsequence(other)) !== consequence);
}

function toDecision(antwoorden: Antwoorden): unknown {
  const { uitkomst, tafels, voorzieningen, daarna, oordelen } = toReferentie(antwoorden);
  return [uitkomst, tafels, voorzieningen, daarna, oordelen];
}

/** The answers to try: of a list of options each one alone. */
function listToTry(feit: string): Antwoord[] {
  const vraag = model.vraagOf.get(feit);
  return vraag
    ? listAllAntwoorden(vraag).filter((antwoord) => typeof antwoord === 'string' || antwoord.length === 1)
    : [];
}

/** Answers to the other questions with which this one may decide: each way of each table met, but for this one. */
function listAdditions(feit: string): Antwoorden[] {
  const tafels = TAFELS.filter(
    (id) => feit === 'eerderBesproken' || CRITERIA[id]?.some((criterium) => criterium.feit === feit),
  );
  return [...(tafels.length > 0 ? tafels : [TOPX]).flatMap(toWays), {}];
}

/** Per way of a table: the answers with which it fits in that way alone. */
function toWays(tafel: string): Antwoorden[] {
  return (WAYS[tafel] ?? []).map((way) => {
    const antwoorden: Record<string, Antwoord> = {
      lokaalBesproken: 'ja',
      signalen: [SIGNAAL[tafel] ?? ''],
    };
    for (const { feit, weging } of CRITERIA[tafel] ?? [])
      if (weging === 'vereist') antwoorden[feit] = answerFor(tafel, feit, way.includes(feit));
    return antwoorden;
  });
}

/** The tables with which the answer is shown: as a point of attention, as who pays, or as what who calls must tell. */
function listShownAt(feit: string): string[] {
  return TAFELS.filter(
    (id) =>
      CRITERIA[id]?.some((criterium) => criterium.feit === feit && criterium.weging === 'aandachtspunt') ||
      (id === P10 && feit === 'ggzIngeschreven') ||
      (id === CRISISTEAM && feit === 'zorgNodigBinnen'),
  );
}

function canPassen(antwoorden: Antwoorden, tafel: string): boolean {
  const { oordelen, geprobeerd } = toReferentie(antwoorden);
  return (oordelen[tafel] === 'voldoet' || oordelen[tafel] === 'onvolledig') && !geprobeerd.has(tafel);
}
