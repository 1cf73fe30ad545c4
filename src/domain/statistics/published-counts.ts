import { type CountsPerWeek, countAbandoned, toIsoWeek, type VraagCount, type WeekCount } from './counts.ts';

/** How many weeks are shown. */
const WEEKS = 12;
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** The last so many weeks that are over before `now`, the latest first. */
export function listFinishedWeeks(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) => toIsoWeek(new Date(now.getTime() - (index + 1) * WEEK)));
}

/** What the page may be made of: weeks that are over, and every row, also of what was never counted. */
export interface PublishedCounts {
  /** The latest first. */
  readonly weken: readonly {
    readonly week: string;
    readonly gestart: number;
    readonly afgerond: number;
  }[];
  readonly tafels: ReadonlyMap<string, number>;
  readonly uitkomsten: ReadonlyMap<string, number>;
  readonly vragen: ReadonlyMap<string, { readonly weetNiet: number; readonly abandoned: number }>;
}

/** The ids of what is counted. */
export interface Counted {
  readonly tafels: readonly string[];
  readonly uitkomsten: readonly string[];
  readonly vragen: readonly string[];
}

/**
 * Adds up the last weeks that are over before `now`: who looks twice in a week sees the same, and not the moment of a
 * single case. That a row is there says nothing. The numbers are exact: `maskCount` rounds them.
 */
export function toPublishedCounts(perWeek: CountsPerWeek, now: Date, counted: Counted): PublishedCounts {
  const weken = listFinishedWeeks(now, WEEKS).map((week) => ({ week, count: perWeek[week] }));
  const sum = (pick: (week: WeekCount) => number) =>
    weken.reduce((total, { count }) => total + (count ? pick(count) : 0), 0);
  const addUp = (ids: readonly string[], pick: (week: WeekCount, id: string) => number) =>
    new Map(ids.map((id) => [id, sum((week) => pick(week, id))]));
  const sumVraag = (id: string, pick: (vraag: VraagCount) => number) =>
    sum(({ vragen }) => (vragen[id] ? pick(vragen[id]) : 0));
  return {
    weken: weken.map(({ week, count }) => ({
      week,
      gestart: count?.gestart ?? 0,
      afgerond: count?.afgerond ?? 0,
    })),
    tafels: addUp(counted.tafels, ({ tafels }, id) => tafels[id] ?? 0),
    uitkomsten: addUp(counted.uitkomsten, ({ uitkomsten }, id) => uitkomsten[id] ?? 0),
    vragen: new Map(
      counted.vragen.map((id) => [
        id,
        { weetNiet: sumVraag(id, ({ weetNiet }) => weetNiet), abandoned: sumVraag(id, countAbandoned) },
      ]),
    ),
  };
}
