import type { Overlegtafel } from '../model/overlegtafel.ts';
import { isSmall, roundCount, toIsoWeek } from '../statistics/counts.ts';
import type { CountedAnswer } from './table-answers.ts';

/** From this part of the refusals of a table on, a criterion is named so often that its words may be the reason. */
const CLEAR_SHARE = 1 / 3;

/** A criterion that a table reads differently than the rules, as far as its refusals tell: something for an editor to look at. */
export interface Proposal {
  readonly tafel: string;
  /** The id of the criterion, which the rules of now need not have any more. */
  readonly criterium: string;
  /** The version of the rules of the table that the refused packages were made with. */
  readonly versie: string;
  /** Whether those are the rules of now. */
  readonly isNow: boolean;
  /** How often it was named, rounded. */
  readonly aantal: number;
  /** How often something else was, rounded; 0 where that is below five. */
  readonly anders: number;
}

/**
 * The criteria that tables named at least five times, and in a third of their refusals or more, by table and version;
 * of weeks that are over before `now`, however long ago. Those under the rules of now come first, then the most named.
 */
export function listProposals(
  counted: readonly CountedAnswer[],
  now: Date,
  tafels: readonly Overlegtafel[],
  toVersie: (tafel: string) => string,
): Proposal[] {
  const week = toIsoWeek(now);
  const refused = counted.filter((one) => one.keuze === 'nietOpgepakt' && one.week < week);
  const proposals = tafels.flatMap(({ id: tafel }) => {
    const own = refused.filter((one) => one.tafel === tafel);
    return [...new Set(own.map(({ versie }) => versie))].flatMap((versie) =>
      listNamed(own.filter((one) => one.versie === versie)).map((named) => ({
        ...{ tafel, versie, isNow: versie === toVersie(tafel) },
        ...named,
      })),
    );
  });
  return proposals.sort((a, b) => Number(b.isNow) - Number(a.isNow) || b.aantal - a.aantal);
}

function listNamed(refusals: readonly CountedAnswer[]): Pick<Proposal, 'criterium' | 'aantal' | 'anders'>[] {
  const total = sum(refusals);
  return [...new Set(refusals.map(({ waarom }) => waarom ?? ''))].sort().flatMap((waarom) => {
    const [soort, criterium = ''] = waarom.split(':');
    const exact = sum(refusals.filter((one) => one.waarom === waarom));
    if (soort !== 'criterium' || isSmall(exact) || exact < CLEAR_SHARE * total) return [];
    return [{ criterium, aantal: roundCount(exact), anders: roundCount(total - exact) }];
  });
}

function sum(refusals: readonly CountedAnswer[]): number {
  return refusals.reduce((total, { aantal }) => total + aantal, 0);
}
