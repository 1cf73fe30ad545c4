import { z } from 'zod';
import { feitSchema, idSchema } from '../model/basis.ts';

const countSchema = z.number().int().nonnegative();

const vraagCountSchema = z.strictObject({
  /** How often the question was shown to someone who had not answered it yet. */
  gesteld: countSchema,
  /** How often it was answered for the first time; who stopped here is in the difference. */
  beantwoord: countSchema,
  /** How many of those answers were "I do not know". */
  weetNiet: countSchema,
});
export type VraagCount = z.infer<typeof vraagCountSchema>;

/** What was counted in one week: totals only, and nothing that ties one answer to another. */
const weekCountSchema = z.strictObject({
  gestart: countSchema,
  afgerond: countSchema,
  uitkomsten: z.record(feitSchema, countSchema),
  tafels: z.record(idSchema, countSchema),
  vragen: z.record(feitSchema, vraagCountSchema),
});
export type WeekCount = z.infer<typeof weekCountSchema>;

/** The counts by ISO week, such as "2026-W47". */
export const countsPerWeekSchema = z.record(z.string().regex(/^\d{4}-W\d{2}$/), weekCountSchema);
export type CountsPerWeek = z.infer<typeof countsPerWeekSchema>;

/** Something that is counted. It names no gemeente, no role and no other answer. */
export type SiteEvent =
  | { readonly soort: 'gestart' }
  | { readonly soort: 'afgerond'; readonly uitkomst: string; readonly tafels: readonly string[] }
  | { readonly soort: 'gesteld'; readonly feit: string }
  | { readonly soort: 'beantwoord'; readonly feit: string; readonly weetNiet: boolean };

/** Counts one event in this week. Changes `weken` itself: it runs at every request, and copying would cost more. */
export function addEvent(weken: CountsPerWeek, week: string, event: SiteEvent): void {
  weken[week] ??= { gestart: 0, afgerond: 0, uitkomsten: {}, tafels: {}, vragen: {} };
  addToWeek(weken[week], event);
}

/** How many people stopped at a question, as far as the counts can tell. */
export function countAbandoned({ gesteld, beantwoord }: VraagCount): number {
  return Math.max(0, gesteld - beantwoord);
}

function addToWeek(week: WeekCount, event: SiteEvent): void {
  switch (event.soort) {
    case 'gestart':
      week.gestart += 1;
      return;
    case 'afgerond':
      week.afgerond += 1;
      addOne(week.uitkomsten, event.uitkomst);
      for (const tafel of event.tafels) addOne(week.tafels, tafel);
      return;
    case 'gesteld':
      findVraag(week, event.feit).gesteld += 1;
      return;
    case 'beantwoord': {
      const vraag = findVraag(week, event.feit);
      vraag.beantwoord += 1;
      if (event.weetNiet) vraag.weetNiet += 1;
    }
  }
}

function addOne(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function findVraag(week: WeekCount, feit: string): VraagCount {
  week.vragen[feit] ??= { gesteld: 0, beantwoord: 0, weetNiet: 0 };
  return week.vragen[feit];
}

/** The smallest number that is shown as it is. */
const SMALLEST = 5;

/** Whether a count is so small that it could point at a single case. */
export function isSmall(count: number): boolean {
  return count < SMALLEST;
}

/** A count as it may be shown: "< 5" for all that is smaller, so that no number points at a single case. */
export function maskCount(count: number): string {
  return isSmall(count) ? `< ${SMALLEST}` : String(count);
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const MARCH = 2;
const OCTOBER = 9;

/** The ISO 8601 week of a moment in the Netherlands, such as "2026-W47": weeks begin on Monday. */
export function toIsoWeek(moment: Date): string {
  const day = toNederland(moment);
  // The week belongs to the year of its Thursday.
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY);
  const jaar = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(jaar, 0, 1)) / DAY / 7);
  return `${jaar}-W${String(week).padStart(2, '0')}`;
}

/** The day that it is in the Netherlands: the moment at which that day begins in UTC, the same all day. */
export function toDutchDay(moment: Date): Date {
  return new Date(toNederland(moment).setUTCHours(0, 0, 0, 0));
}

/**
 * The moment whose time in UTC is what the clock says in the Netherlands: an hour later than UTC, and in summer two
 * (directive 2000/84/EC). By hand, since `Intl` reads 7 MB of data on time zones for it, at the first visitor.
 */
function toNederland(moment: Date): Date {
  const jaar = moment.getUTCFullYear();
  const isSummer = moment >= toLastZondag(jaar, MARCH) && moment < toLastZondag(jaar, OCTOBER);
  return new Date(moment.getTime() + (isSummer ? 2 : 1) * HOUR);
}

/** When the clock changes: the last Sunday of the month, at 01:00 UTC. */
function toLastZondag(jaar: number, month: number): Date {
  const lastDay = new Date(Date.UTC(jaar, month + 1, 0, 1));
  return new Date(lastDay.getTime() - lastDay.getUTCDay() * DAY);
}
