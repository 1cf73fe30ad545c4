import type { Evaluate } from '../evaluation/evaluator.ts';
import type { Truth } from '../evaluation/kleene.ts';
import type { Antwoord, Antwoorden } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Content } from '../model/content.ts';
import type { Gemeente } from '../model/gemeente.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Criterium } from '../model/regel.ts';
import { GEMEENTE, ROL } from '../model/routing-facts.ts';
import type { Oordeel } from '../model/uitkomst.ts';
import { findMissing } from '../questions/missing.ts';
import { findNextVraag } from '../questions/next-question.ts';
import {
  findEarlyUitkomst,
  isTried,
  type LokaleStapStatus,
  type Situatie,
  toLokaleStap,
  toSituatie,
} from '../questions/situatie.ts';
import { type Decision, decideUitkomst, toOordeel } from './uitkomst.ts';

/** A criterion with what the answers make of it. */
export interface CriteriumOordeel {
  readonly criterium: Criterium;
  readonly oordeel: Truth;
}

/** A table with what the answers make of it. */
export interface TafelOordeel {
  readonly tafel: Overlegtafel;
  readonly oordeel: Oordeel;
  readonly criteria: readonly CriteriumOordeel[];
  readonly geprobeerd: boolean;
  readonly aanmelder: Aanmelder;
}

/** The advice: what to do, with every table and why. */
export interface Advies extends Decision {
  /** Open facts that can still change an oordeel or the outcome. */
  readonly ontbreekt: readonly string[];
  readonly volgendeVraag: string | null;
  /** In ladder order, provisions last. */
  readonly overlegtafels: readonly TafelOordeel[];
  readonly lokaleStap: LokaleStapStatus;
  readonly situatie: Situatie;
}

/**
 * Gives the advice for a set of (valid) answers; answers that are not relevant influence nothing. The oordelen come from
 * json-rules-engine, the decision of record; see `compileTafel` for why there is a second evaluator.
 */
export async function giveAdvies(model: Beslismodel, evaluate: Evaluate, given: Antwoorden): Promise<Advies> {
  const situatie = toSituatie(model, given);
  const overlegtafels = await judgeTafels(model, evaluate, situatie);
  const lokaleStap = toLokaleStap(situatie.antwoorden);
  return {
    ...decideUitkomst(findEarlyUitkomst(situatie.antwoorden), lokaleStap, overlegtafels),
    ontbreekt: findMissing(model, situatie),
    volgendeVraag: findNextVraag(model, given, situatie)?.feit ?? null,
    overlegtafels,
    lokaleStap,
    situatie,
  };
}

async function judgeTafels(
  model: Beslismodel,
  evaluate: Evaluate,
  situatie: Situatie,
): Promise<TafelOordeel[]> {
  const evaluations = await evaluate(situatie.antwoorden, situatie.opened);
  const rol = situatie.antwoorden[ROL];
  return model.tafels.map((tafel) => {
    const evaluatie = situatie.opened.has(tafel.id) ? evaluations.get(tafel.id) : undefined;
    return {
      tafel,
      oordeel: evaluatie ? toOordeel(evaluatie.truth) : 'nietNagegaan',
      criteria: tafel.regels.criteria.map((criterium) => ({
        criterium,
        oordeel: evaluatie?.criteria.get(criterium.id) ?? 'onbekend',
      })),
      geprobeerd: isTried(model, situatie, tafel.id),
      aanmelder: toAanmelder(tafel, typeof rol === 'string' ? rol : undefined),
    };
  });
}

/** What the advice makes of a table, by its id. */
export function findOordeel({ overlegtafels }: Advies, id: string | undefined): TafelOordeel | undefined {
  return overlegtafels.find(({ tafel }) => tafel.id === id);
}

/** The tables and provisions that fit and may be used now, in the order of doing. */
export function listFitting(advies: Advies): TafelOordeel[] {
  return [...advies.tafels, ...advies.voorzieningen].flatMap((id) => findOordeel(advies, id) ?? []);
}

/** The gemeente of the case, when it is known and in Twente. */
export function findGemeente(content: Content, { situatie }: Advies): Gemeente | undefined {
  return content.gemeenten.find(({ id }) => id === situatie.antwoorden[GEMEENTE]);
}

/** Who may refer: whether the user may (null while the role is unknown), else via whom, and with whom to consult. */
export interface Aanmelder {
  readonly mag: boolean | null;
  readonly via: string | null;
  readonly overlegMet: readonly string[];
}

/** Whether someone with this role may refer to the table. */
export function toAanmelder(
  { aanmelders }: { readonly aanmelders: Pick<Overlegtafel['aanmelders'], 'rollen' | 'via' | 'overlegMet'> },
  rol: string | undefined,
): Aanmelder {
  const mag = rol === undefined ? null : aanmelders.rollen.includes(rol);
  return {
    mag,
    via: mag === true ? null : aanmelders.via,
    overlegMet: aanmelders.overlegMet.filter((other) => other !== rol),
  };
}

/** Who is to be called before a table, because a point of attention does not hold. */
export interface FirstCall {
  /** The point that does not hold. */
  readonly criterium: Criterium;
  /** What to do, in the words of the heading. */
  readonly advies: string;
  /** Why, and how: what one must know first. */
  readonly uitleg: string | null;
  /** The emergency number that says how to reach them; null where nothing need be said of that. */
  readonly nummer: string | null;
}

/** Finds who is to be called first, in the words for this role; null where that is the table itself. */
export function findFirstCall({ criteria }: TafelOordeel, rol: Antwoord | undefined): FirstCall | null {
  const found = criteria.find(({ criterium, oordeel }) => oordeel === 'nee' && criterium.alsNeeAdvies);
  if (!found?.criterium.alsNeeAdvies) return null;
  const { criterium } = found;
  const own = findOwn(criterium, rol);
  return {
    criterium,
    advies: own?.alsNeeAdvies ?? found.criterium.alsNeeAdvies,
    uitleg: own?.alsNee ?? criterium.alsNee ?? null,
    nummer: own ? null : (criterium.alsNeeNummer ?? null),
  };
}

/** What somebody with this role must know first, of each criterion that does not hold. */
export function listAlsNee({ criteria }: TafelOordeel, rol: Antwoord | undefined): string[] {
  return criteria.flatMap(({ criterium, oordeel }) => {
    const tekst = findOwn(criterium, rol)?.alsNee ?? criterium.alsNee;
    return oordeel === 'nee' && tekst ? [tekst] : [];
  });
}

function findOwn({ alsNeeVoor = [] }: Criterium, rol: Antwoord | undefined) {
  return alsNeeVoor.find(({ rollen }) => rollen.some((id) => id === rol));
}
