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
  WEGEN,
} from '../support/domain-facts.ts';
import { model } from '../support/real-content.ts';
import { toReferentie } from '../support/reference-advice.ts';
import { listAlleAntwoorden } from './question-paths.ts';

/**
 * Whether the answer to this question can still change something: for some answers to the questions not asked yet, two
 * answers to it differ in an oordeel, a list, the outcome, who may refer, to whom the mail goes or what is to be found
 * out first; or it is shown with a table that may still fit and is not tried. "I do not know" stays so.
 * Decided by the statement of domain.md in the tests; only what is to be found out comes from `src/`.
 */
export function isNuttig(antwoorden: Antwoorden, feit: string): boolean {
  // Each gemeente has a local entrance of its own, and each role its own tables.
  if (feit === 'gemeente' || feit === 'rol') return true;
  return (
    listAanvullingen(feit).some((aanvulling) => maaktVerschil({ ...aanvulling, ...antwoorden }, feit)) ||
    listGetoondBij(feit).some((tafel) =>
      // A crisis now may open the crisisteam, whatever the signals are.
      toWegen(tafel).some((weg) =>
        [weg, { ...weg, crisisNu: 'ja' }].some((aanvulling) =>
          kanPassen({ ...aanvulling, ...antwoorden }, tafel),
        ),
      ),
    ) ||
    listAanvullingen(feit).some((aanvulling) =>
      maaktVerschil({ ...aanvulling, ...antwoorden }, feit, (gegeven) =>
        findMissing(model, toSituatie(model, gegeven)),
      ),
    )
  );
}

function maaktVerschil(
  antwoorden: Antwoorden,
  feit: string,
  toGevolg: (antwoorden: Antwoorden) => unknown = toBesluit,
): boolean {
  const [eerste, ...rest] = listTeProberen(feit).map((antwoord) => ({ ...antwoorden, [feit]: antwoord }));
  const gevolg = JSON.stringify(toGevolg(eerste ?? {}));
  return rest.some((ander) => JSON.stringify(toGevolg(ander)) !== gevolg);
}

function toBesluit(antwoorden: Antwoorden): unknown {
  const { uitkomst, tafels, voorzieningen, daarna, oordelen } = toReferentie(antwoorden);
  return [uitkomst, tafels, voorzieningen, daarna, oordelen];
}

/** The answers to try: of a list of options each one alone. */
function listTeProberen(feit: string): Antwoord[] {
  const vraag = model.vraagOf.get(feit);
  return vraag
    ? listAlleAntwoorden(vraag).filter((antwoord) => typeof antwoord === 'string' || antwoord.length === 1)
    : [];
}

/** Answers to the other questions with which this one may decide: each way of each table met, but for this one. */
function listAanvullingen(feit: string): Antwoorden[] {
  const tafels = TAFELS.filter(
    (id) => feit === 'eerderBesproken' || CRITERIA[id]?.some((criterium) => criterium.feit === feit),
  );
  return [...(tafels.length > 0 ? tafels : [TOPX]).flatMap(toWegen), {}];
}

/** Per way of a table: the answers with which it fits in that way alone. */
function toWegen(tafel: string): Antwoorden[] {
  return (WEGEN[tafel] ?? []).map((weg) => {
    const antwoorden: Record<string, Antwoord> = {
      lokaalBesproken: 'ja',
      signalen: [SIGNAAL[tafel] ?? ''],
    };
    for (const { feit, weging } of CRITERIA[tafel] ?? [])
      if (weging === 'vereist') antwoorden[feit] = answerFor(tafel, feit, weg.includes(feit));
    return antwoorden;
  });
}

/** The tables with which the answer is shown: as a point of attention, as who pays, or as what who calls must tell. */
function listGetoondBij(feit: string): string[] {
  return TAFELS.filter(
    (id) =>
      CRITERIA[id]?.some((criterium) => criterium.feit === feit && criterium.weging === 'aandachtspunt') ||
      (id === P10 && feit === 'ggzIngeschreven') ||
      (id === CRISISTEAM && feit === 'zorgNodigBinnen'),
  );
}

function kanPassen(antwoorden: Antwoorden, tafel: string): boolean {
  const { oordelen, geprobeerd } = toReferentie(antwoorden);
  return (oordelen[tafel] === 'voldoet' || oordelen[tafel] === 'onvolledig') && !geprobeerd.has(tafel);
}
