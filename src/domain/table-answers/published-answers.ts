import type { Overlegtafel } from '../model/overlegtafel.ts';
import { isSmall, roundCount } from '../statistics/counts.ts';
import { listFinishedWeeks } from '../statistics/published-counts.ts';
import { listWaarom } from './choices.ts';
import type { CountedAnswer } from './table-answers.ts';

/** How many weeks are shown: a year. */
const WEEKS = 52;
/**
 * Of how many of them the days to an answer are known, whatever the day is on which one looks: an answer of more than a
 * year ago is only counted.
 */
const WEEKS_WITH_DAYS = 51;

/**
 * What everyone may know of the answers of a table. All counts are rounded, and 0 where they are below five; a part is
 * there only where what is left of the whole is not below five either.
 */
export interface PublishedAnswers {
  readonly tafel: string;
  readonly antwoorden: number;
  /** Taken on, and all other answers. */
  readonly opgepakt: { readonly ja: number; readonly nee: number } | null;
  /** Half of the answers came within so many days. */
  readonly dagen: number | null;
  /** What was named most for not taking a case on, by the rules as they are now. */
  readonly vaakst: { readonly waarom: string; readonly aantal: number } | null;
}

/**
 * Adds up the answers of the last year, in weeks that are over before `now`; a row for each table, also where nothing was
 * ever answered. `toVersie` gives the version of the rules of a table now: a refusal under other rules says nothing of these.
 */
export function toPublishedAnswers(
  counted: readonly CountedAnswer[],
  now: Date,
  tafels: readonly Overlegtafel[],
  toVersie: (tafel: string) => string,
): PublishedAnswers[] {
  const weken = listFinishedWeeks(now, WEEKS);
  const withDays = weken.slice(0, WEEKS_WITH_DAYS);
  const shown = counted.filter(({ week }) => weken.includes(week));
  return tafels.map((tafel) => {
    const own = shown.filter((one) => one.tafel === tafel.id);
    const taken = sum(own.filter(({ keuze }) => keuze === 'opgepakt'));
    const rest = sum(own) - taken;
    const opgepakt =
      isSmall(taken) || isSmall(rest) ? null : { ja: roundCount(taken), nee: roundCount(rest) };
    const versie = toVersie(tafel.id);
    return {
      tafel: tafel.id,
      // The total beside its parts is theirs: rounded by itself it would narrow them down.
      antwoorden: opgepakt ? opgepakt.ja + opgepakt.nee : roundCount(taken + rest),
      opgepakt,
      dagen: findMedian(own.filter(({ week }) => withDays.includes(week))),
      vaakst: findMostNamed(
        tafel,
        own.filter((one) => one.versie === versie),
      ),
    };
  });
}

/** The days within which half came; null where one of the halves is small. */
function findMedian(answers: readonly CountedAnswer[]): number | null {
  const days = answers
    .flatMap(({ dagen, aantal }) => (dagen === undefined ? [] : Array<number>(aantal).fill(dagen)))
    .sort((a, b) => a - b);
  const half = Math.floor(days.length / 2);
  return isSmall(half) ? null : (days[Math.ceil(days.length / 2) - 1] ?? null);
}

/** Of what is shown as the same, the first in the order of the form: which was named more would tell more. */
function findMostNamed(tafel: Overlegtafel, answers: readonly CountedAnswer[]): PublishedAnswers['vaakst'] {
  const refused = answers.filter(({ keuze }) => keuze === 'nietOpgepakt');
  const total = sum(refused);
  const [first] = listWaarom(tafel)
    .map((waarom) => ({ waarom, exact: sum(refused.filter((one) => one.waarom === waarom)) }))
    .sort((a, b) => roundCount(b.exact) - roundCount(a.exact));
  if (!first || isSmall(first.exact) || isSmall(total - first.exact)) return null;
  return { waarom: first.waarom, aantal: roundCount(first.exact) };
}

function sum(answers: readonly CountedAnswer[]): number {
  return answers.reduce((total, { aantal }) => total + aantal, 0);
}
