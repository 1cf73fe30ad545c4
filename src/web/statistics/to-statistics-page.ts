import type { Uitkomst } from '../../domain/model/uitkomst.ts';
import {
  type CountsPerWeek,
  countAbandoned,
  isSmall,
  maskCount,
  type VraagCount,
  type WeekCount,
} from '../../domain/statistics/counts.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { toTable } from '../to-table.ts';
import { type Row, toBarChart } from './to-bar-chart.ts';

/** How many weeks are shown, the latest first. */
const WEEKS = 12;
/** How many questions a chart shows; the table has them all. */
const VRAGEN = 8;

/** The view-model of the statistics: each subject as a chart and as a table, small counts masked in both. */
export function toStatisticsPage(
  { model, content, say }: Pick<Services, 'model' | 'content' | 'say'>,
  perWeek: CountsPerWeek,
) {
  const weken = Object.entries(perWeek)
    .sort(([a], [b]) => b.localeCompare(a))
    .slice(0, WEEKS);
  const vragen = addVragen(weken).map(([feit, count]) => ({
    naam: model.vraagOf.get(feit)?.kort ?? feit,
    weetNiet: count.weetNiet,
    abandoned: countAbandoned(count),
  }));
  return {
    leeg: weken.length === 0,
    delen: [
      toPart(
        say,
        say('statistiek.vragenlijsten'),
        [say('statistiek.week'), say('statistiek.begonnen'), say('statistiek.afgerond')],
        weken.map(([week, { gestart, afgerond }]) => ({
          naam: toWeekName(say, week),
          counts: [gestart, afgerond],
        })),
      ),
      toPart(
        say,
        say('statistiek.tafels'),
        [say('statistiek.tafel'), say('statistiek.aantal')],
        sortRows(
          addUp(weken, ({ tafels }) => tafels).map(([tafel, count]) => ({
            naam: model.tafelOf.get(tafel)?.korteNaam ?? tafel,
            counts: [count],
          })),
        ),
      ),
      toPart(
        say,
        say('statistiek.uitkomsten'),
        [say('statistiek.uitkomst'), say('statistiek.aantal')],
        sortRows(
          addUp(weken, ({ uitkomsten }) => uitkomsten).map(([uitkomst, count]) => ({
            naam: content.beslisboom.uitkomsten[uitkomst as Uitkomst]?.naam ?? uitkomst,
            counts: [count],
          })),
        ),
      ),
      toVraagPart(
        say,
        say('statistiek.weet-niet'),
        say('statistiek.aantal-weet-niet'),
        vragen,
        ({ weetNiet }) => weetNiet,
      ),
      toVraagPart(
        say,
        say('statistiek.gestopt'),
        say('statistiek.aantal-gestopt'),
        vragen,
        ({ abandoned }) => abandoned,
      ),
    ],
  };
}

type VraagRow = { readonly naam: string; readonly weetNiet: number; readonly abandoned: number };

/** A subject of which the chart shows the questions that stand out, and the table all of them. */
function toVraagPart(
  say: Say,
  titel: string,
  kop: string,
  vragen: readonly VraagRow[],
  pick: (vraag: VraagRow) => number,
) {
  const rijen = sortRows(vragen.map((vraag) => ({ naam: vraag.naam, counts: [pick(vraag)] })));
  return toPart(say, titel, [say('statistiek.vraag'), kop], rijen, rijen.slice(0, VRAGEN));
}

/** The highest first. What is too small to show stands by name, because its place would tell how small it is. */
function sortRows(rijen: readonly Row[]): Row[] {
  const weight = ({ counts: [count = 0] }: Row) => (isSmall(count) ? 0 : count);
  return rijen.toSorted((a, b) => weight(b) - weight(a) || a.naam.localeCompare(b.naam, 'nl'));
}

/** A subject: its chart, and its table; the first heading is that of the names. */
function toPart(say: Say, titel: string, koppen: readonly string[], rijen: readonly Row[], drawn = rijen) {
  return {
    titel,
    diagram: toBarChart(koppen.slice(1), drawn),
    tabel: toTable(
      say('statistiek.in-cijfers', { titel }),
      koppen,
      rijen.map(({ naam, counts }) => [{ tekst: naam }, ...counts.map(maskCount)]),
    ),
  };
}

/** An ISO week as it is shown: "2026-W47" becomes "Week 47 van 2026". */
function toWeekName(say: Say, week: string): string {
  const [jaar = '', nummer] = week.split('-W');
  return say('statistiek.week-van', { week: Number(nummer), jaar });
}

type Weeks = readonly (readonly [string, WeekCount])[];

function addUp(
  weken: Weeks,
  pick: (week: WeekCount) => Readonly<Record<string, number>>,
): [string, number][] {
  const totaal = new Map<string, number>();
  for (const [, week] of weken) {
    for (const [key, count] of Object.entries(pick(week))) totaal.set(key, (totaal.get(key) ?? 0) + count);
  }
  return [...totaal];
}

function addVragen(weken: Weeks): [string, VraagCount][] {
  const totaal = new Map<string, VraagCount>();
  for (const [, { vragen }] of weken) {
    for (const [feit, { gesteld, beantwoord, weetNiet }] of Object.entries(vragen)) {
      const until = totaal.get(feit) ?? { gesteld: 0, beantwoord: 0, weetNiet: 0 };
      totaal.set(feit, {
        gesteld: until.gesteld + gesteld,
        beantwoord: until.beantwoord + beantwoord,
        weetNiet: until.weetNiet + weetNiet,
      });
    }
  }
  return [...totaal];
}
