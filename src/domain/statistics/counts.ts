import { z } from 'zod';
import { feitSchema, idSchema } from '../model/basis.ts';

const aantalSchema = z.number().int().nonnegative();

const vraagTellingSchema = z.strictObject({
  /** How often the question was shown to someone who had not answered it yet. */
  gesteld: aantalSchema,
  /** How often it was answered for the first time; who stopped here is in the difference. */
  beantwoord: aantalSchema,
  /** How many of those answers were "I do not know". */
  weetNiet: aantalSchema,
});
export type VraagTelling = z.infer<typeof vraagTellingSchema>;

/** What was counted in one week: totals only, and nothing that ties one answer to another. */
const weekTellingSchema = z.strictObject({
  gestart: aantalSchema,
  afgerond: aantalSchema,
  uitkomsten: z.record(feitSchema, aantalSchema),
  tafels: z.record(idSchema, aantalSchema),
  vragen: z.record(feitSchema, vraagTellingSchema),
});
export type WeekTelling = z.infer<typeof weekTellingSchema>;

/** The counts by ISO week, such as "2026-W47". */
export const tellingenPerWeekSchema = z.record(z.string().regex(/^\d{4}-W\d{2}$/), weekTellingSchema);
export type TellingenPerWeek = z.infer<typeof tellingenPerWeekSchema>;

/** Something that is counted. It names no gemeente, no role and no other answer. */
export type Gebeurtenis =
  | { readonly soort: 'gestart' }
  | { readonly soort: 'afgerond'; readonly uitkomst: string; readonly tafels: readonly string[] }
  | { readonly soort: 'gesteld'; readonly feit: string }
  | { readonly soort: 'beantwoord'; readonly feit: string; readonly weetNiet: boolean };

/** Counts one event in this week. Changes `weken` itself: it runs at every request, and copying would cost more. */
export function addGebeurtenis(weken: TellingenPerWeek, week: string, gebeurtenis: Gebeurtenis): void {
  weken[week] ??= { gestart: 0, afgerond: 0, uitkomsten: {}, tafels: {}, vragen: {} };
  addToWeek(weken[week], gebeurtenis);
}

/** How many people stopped at a question, as far as the counts can tell. */
export function countAfgehaakt({ gesteld, beantwoord }: VraagTelling): number {
  return Math.max(0, gesteld - beantwoord);
}

function addToWeek(week: WeekTelling, gebeurtenis: Gebeurtenis): void {
  switch (gebeurtenis.soort) {
    case 'gestart':
      week.gestart += 1;
      return;
    case 'afgerond':
      week.afgerond += 1;
      addOne(week.uitkomsten, gebeurtenis.uitkomst);
      for (const tafel of gebeurtenis.tafels) addOne(week.tafels, tafel);
      return;
    case 'gesteld':
      findVraag(week, gebeurtenis.feit).gesteld += 1;
      return;
    case 'beantwoord': {
      const vraag = findVraag(week, gebeurtenis.feit);
      vraag.beantwoord += 1;
      if (gebeurtenis.weetNiet) vraag.weetNiet += 1;
    }
  }
}

function addOne(aantallen: Record<string, number>, sleutel: string): void {
  aantallen[sleutel] = (aantallen[sleutel] ?? 0) + 1;
}

function findVraag(week: WeekTelling, feit: string): VraagTelling {
  week.vragen[feit] ??= { gesteld: 0, beantwoord: 0, weetNiet: 0 };
  return week.vragen[feit];
}

/** The smallest number that is shown as it is. */
const KLEINSTE = 5;

/** Whether a count is so small that it could point at a single case. */
export function isKlein(aantal: number): boolean {
  return aantal < KLEINSTE;
}

/** A count as it may be shown: "< 5" for all that is smaller, so that no number points at a single case. */
export function maskCount(aantal: number): string {
  return isKlein(aantal) ? `< ${KLEINSTE}` : String(aantal);
}

const UUR = 60 * 60 * 1000;
const DAG = 24 * UUR;

const MAART = 2;
const OKTOBER = 9;

/** The ISO 8601 week of a moment in the Netherlands, such as "2026-W47": weeks begin on Monday. */
export function toIsoWeek(moment: Date): string {
  const dag = toNederland(moment);
  // The week belongs to the year of its Thursday.
  const donderdag = new Date(dag.getTime() + (4 - (dag.getUTCDay() || 7)) * DAG);
  const jaar = donderdag.getUTCFullYear();
  const week = 1 + Math.floor((donderdag.getTime() - Date.UTC(jaar, 0, 1)) / DAG / 7);
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
  const isZomer = moment >= toLaatsteZondag(jaar, MAART) && moment < toLaatsteZondag(jaar, OKTOBER);
  return new Date(moment.getTime() + (isZomer ? 2 : 1) * UUR);
}

/** When the clock changes: the last Sunday of the month, at 01:00 UTC. */
function toLaatsteZondag(jaar: number, maand: number): Date {
  const laatsteDag = new Date(Date.UTC(jaar, maand + 1, 0, 1));
  return new Date(laatsteDag.getTime() - laatsteDag.getUTCDay() * DAG);
}
