import { z } from 'zod';
import { toDutchDay } from '../calendar.ts';
import { feitSchema, idSchema } from '../model/basis.ts';

/** Counts what happens on the site, without anything that could identify a case. */
export interface Statistics {
  /** Counts at once, in memory; it is written later, so a request never waits for it and never fails by it. */
  tel(event: SiteEvent): void;
  /** All counts up to now, exact: mask them before showing them to anyone. */
  perWeek(): Promise<CountsPerWeek>;
}

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

/** The smallest number that is shown, and to what all are rounded. */
const SMALLEST = 5;

/** Whether a count is so small that it could point at a single case. */
export function isSmall(count: number): boolean {
  return count < SMALLEST;
}

/** A count to the nearest five, so that what is left of a total, or of two weeks beside each other, tells no small one. */
export function roundCount(count: number): number {
  return isSmall(count) ? 0 : Math.round(count / SMALLEST) * SMALLEST;
}

/** A count as it may be shown: "< 5" for all that is smaller, so that no number points at a single case. */
export function maskCount(count: number): string {
  return isSmall(count) ? `< ${SMALLEST}` : String(roundCount(count));
}

const DAY = 24 * 60 * 60 * 1000;

/** The ISO 8601 week of a moment in the Netherlands, such as "2026-W47": weeks begin on Monday. */
export function toIsoWeek(moment: Date): string {
  const day = toDutchDay(moment);
  // The week belongs to the year of its Thursday.
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY);
  const jaar = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(jaar, 0, 1)) / DAY / 7);
  return `${jaar}-W${String(week).padStart(2, '0')}`;
}
